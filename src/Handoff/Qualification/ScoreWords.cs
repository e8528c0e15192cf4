using Handoff.People;

namespace Handoff.Qualification;

/// <summary>The words of a score's sentence in one language.</summary>
internal sealed record ScoreWords(string Point, string Points, string NoRule, string QualifiedFrom, string NotQualified, string Tier)
{
    private static readonly ScoreWords English = new("point", "points", "no rule holds", "qualified from", "not qualified, which takes", "tier");

    private static readonly ScoreWords Italian = new("punto", "punti", "nessuna regola vale", "soglia", "non qualificato, ne servono", "fascia");

    public static ScoreWords In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "A language has words."),
    };
}
