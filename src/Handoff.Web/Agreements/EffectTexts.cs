using Handoff.Agreements;
using Handoff.Agreements.Words;
using Handoff.Figures;
using Handoff.People;
using Handoff.Web.Words;

namespace Handoff.Web.Agreements;

/// <summary>What is said of what a proposal would have changed.</summary>
/// <param name="names">What the reader calls tiers and figures, and the language.</param>
internal sealed class EffectTexts(ReaderNames names) : Sentences(names.Language)
{
    private readonly TimeTexts _times = TimeTexts.In(names.Language);
    private readonly LengthWords _lengths = new(names.Language);
    private readonly MetricWords _metrics = new(names);

    public string Heading => Say(
        "What it would have meant in the last twelve months", "Che cosa avrebbe comportato negli ultimi dodici mesi");

    public string Honest => Say(
        "By the times that people took and the figures that were reported; under other promises they may act otherwise. What other "
            + "changes would do cannot be told from the past.",
        "Secondo i tempi effettivi e le cifre riportate; con altre promesse ci si può comportare diversamente. L'effetto delle altre "
            + "modifiche non si ricava dal passato.");

    public string Untold => Say(
        "No promised time or figure changes of which the past could tell the effect.",
        "Non cambia alcun tempo o cifra promessa di cui il passato possa dire l'effetto.");

    public IEnumerable<string> Says(ProposedEffect effect) => [.. effect.Clocks.Select(Says), .. effect.Promises.Select(Says)];

    private string Says(ClockEffect one)
    {
        var (tier, then, now) = (names.Tier(one.Tier), Length(one.Proposed), Length(one.Present));
        var (kept, before) = (Share(one.Then), Share(one.Now));
        return one.Clock switch
        {
            ClockName.Accept => Say(
                $"Accepted within {then}, leads of tier {tier}: {kept}; within {now}, as now: {before}.",
                $"Accettati entro {then}, lead di fascia {tier}: {kept}; entro {now}, come ora: {before}."),
            ClockName.FirstContact => Say(
                $"Contacted within {then}, leads of tier {tier}: {kept}; within {now}, as now: {before}.",
                $"Contattati entro {then}, lead di fascia {tier}: {kept}; entro {now}, come ora: {before}."),
            _ => Say(
                $"With feedback within {then}, leads of tier {tier}: {kept}; within {now}, as now: {before}.",
                $"Con esito entro {then}, lead di fascia {tier}: {kept}; entro {now}, come ora: {before}."),
        };
    }

    private string Says(PromiseEffect one)
    {
        var (metric, target) = (_times.Capital(_metrics.Name(one.Proposed.Metric)), Number(one.Proposed));
        return one.Proposed.IsMost
            ? Say(
                $"{metric}, at most {target}: kept in {one.KeptThen} of {one.Periods} periods, as now in {one.KeptNow}.",
                $"{metric}, al massimo {target}: mantenuta in {one.KeptThen} periodi su {one.Periods}, come ora in {one.KeptNow}.")
            : Say(
                $"{metric}, at least {target}: kept in {one.KeptThen} of {one.Periods} periods, as now in {one.KeptNow}.",
                $"{metric}, almeno {target}: mantenuta in {one.KeptThen} periodi su {one.Periods}, come ora in {one.KeptNow}.");
    }

    private string Length(ClockTerms terms) => _lengths.Promised(terms.Within, terms.Mode);

    private string Share(ShareFigure share) => Say(
        $"{share.S} of {share.N} ({Percent(share)})", $"{share.S} su {share.N} ({Percent(share)})");

    private string Percent(ShareFigure share) => (100 * (share.Rate ?? 0)).ToString("0.#", _times.Culture) + " %";

    private string Number(Commitment promise) => promise.AtLeast.ToString("#,0.##", _times.Culture)
        + (promise.IsPercent ? " %" : promise.Currency is { } currency ? $" {currency}" : "");
}
