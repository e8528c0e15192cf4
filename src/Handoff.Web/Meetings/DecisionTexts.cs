using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Web.Words;

namespace Handoff.Web.Meetings;

/// <summary>What is said of a decision.</summary>
/// <param name="names">What the reader calls figures, and the language.</param>
internal sealed class DecisionTexts(ReaderNames names) : Sentences(names.Language)
{
    private readonly TimeTexts _times = TimeTexts.In(names.Language);
    private readonly MetricWords _metrics = new(names);

    public string Heading => Say("What was decided", "Che cosa si è deciso");

    public string None => Say("Nothing is decided yet.", "Non si è ancora deciso nulla.");

    public string State(DecisionFate one) => one.IsDone switch
    {
        true => Say("done", "fatta"),
        false => Say("given up", "abbandonata"),
        null => Say("open", "aperta"),
    };

    /// <summary>Who sees to it, and by when.</summary>
    public string Who(DecisionFate one, string owner)
    {
        var day = _times.Date(one.Due, withYear: false);
        return Say($"{State(one)}; {owner}, by {day}", $"{State(one)}; {owner}, entro {day}");
    }

    /// <summary>The figure by which it is judged, before and after; null: it names none.</summary>
    public string? Figure(DecisionFate one)
    {
        if (one.Metric is not { } metric)
            return null;
        var name = _times.Capital(_metrics.Name(metric));
        var before = one.Before is { } was ? Number(one, was) : Say("unknown", "ignoto");
        var expected = one.Expected is { } hoped ? Say($"; expected {Number(one, hoped)}", $"; atteso {Number(one, hoped)}") : "";
        return one switch
        {
            { After: { } after, AfterOfFew: { } leads } => Say(
                $"{name}: before {before}, after {Number(one, after)}, of only {leads}{expected}",
                $"{name}: prima {before}, dopo {Number(one, after)}, di soli {leads}{expected}"),
            { After: { } after } => Say(
                $"{name}: before {before}, after {Number(one, after)}{expected}",
                $"{name}: prima {before}, dopo {Number(one, after)}{expected}"),
            { IsJudged: true } => Say(
                $"{name}: before {before}, nothing was measured after it{expected}",
                $"{name}: prima {before}, dopo non si è misurato nulla{expected}"),
            _ => Say(
                $"{name}: before {before}, too early to say what came of it{expected}",
                $"{name}: prima {before}, troppo presto per dire l'effetto{expected}"),
        };
    }

    private string Number(DecisionFate one, decimal number) =>
        number.ToString("#,0.#", _times.Culture) + (one.IsPercent ? " %" : "");
}
