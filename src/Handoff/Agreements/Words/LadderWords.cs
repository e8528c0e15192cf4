using Handoff.People;
using static Handoff.Agreements.Words.AgreementChapter;

namespace Handoff.Agreements.Words;

/// <summary>What happens at which share of a clock.</summary>
internal sealed class LadderWords(Language language) : Sentences(language)
{
    public IEnumerable<AgreementTerm> Of(Agreement agreement) =>
        from ladder in agreement.Ladders.Values.OrderBy(ladder => ladder.Name, StringComparer.Ordinal)
        from rung in ladder.Rungs
        select new AgreementTerm(
            Ladders, FormattableString.Invariant($"ladder/{ladder.Name}/{rung.At}"),
            Say($"Ladder “{ladder.Name}”, at {rung.At} % of the clock", $"Scala «{ladder.Name}», al {rung.At} % del tempo"),
                List(Of(rung)));

    private IEnumerable<string> Of(Rung rung)
    {
        if (rung.RemindRep)
            yield return Say("the rep is reminded", "chi ha il lead riceve un promemoria");
        if (rung.Reassign)
            yield return Say("the lead goes to the next rep", "il lead passa alla persona successiva");
        if (rung.Alert is { } target)
            yield return Told(target);
    }

    private string Told(AlertTarget target) => target switch
    {
        AlertTarget.Manager => Say("the manager is alerted", "il responsabile è avvisato"),
        AlertTarget.Director => Say("the director is alerted", "il direttore è avvisato"),
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, "An alert goes to somebody."),
    };
}
