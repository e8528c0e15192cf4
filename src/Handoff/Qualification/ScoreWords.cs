using Handoff.People;

namespace Handoff.Qualification;

/// <summary>The words of a score's sentence.</summary>
internal sealed class ScoreWords(Language language) : Sentences(language)
{
    public string NoRule => Say("no rule holds", "nessuna regola vale");

    public string Points(int score) => score is 1 or -1
        ? Say($"{score} point", $"{score} punto") : Say($"{score} points", $"{score} punti");

    public string Threshold(int points, bool isQualified) => isQualified
        ? Say($"qualified from {points}", $"soglia {points}")
        : Say($"not qualified, which takes {points}", $"non qualificato, ne servono {points}");

    public string Tier(string tier) => Say($"tier {tier}", $"fascia {tier}");
}
