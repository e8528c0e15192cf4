using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Web.Scorecards;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>Promises as bars: a share fills its bar as it is, a count by its target.</summary>
internal sealed class PromiseBars(ReaderNames names, TimeTexts times) : Sentences(names.Language)
{
    private readonly ScorecardTexts _cards = new(names.Language);
    private readonly MetricWords _metrics = new(names);

    public LetterBar Of(ReportedPromise promise)
    {
        var note = Asked(promise);
        if (promise is { Judged: > 0 and var all, Good: { } good })
            note += Say($" · {good} of {all}", $" · {good} su {all}");
        if (promise.Before is { } before)
            note += Say($" · before: {Number(promise, before)}", $" · prima: {Number(promise, before)}");
        return new(
            times.Capital(_metrics.Name(promise.Metric)), Value(promise), Filled(promise), ScorecardView.ToneOf(promise.Standing),
            _cards.Of(promise.Standing), note);
    }

    /// <summary>One within a sentence: what it is, how it stands, and what was promised.</summary>
    public string Short(ReportedPromise promise) => $"{_metrics.Name(promise.Metric)} {Value(promise)} ({Asked(promise)})";

    /// <summary>In how many of its periods one was kept.</summary>
    public string Past(ReportedPast past)
    {
        var name = $"{times.Capital(_metrics.Name(past.Promise.Metric))} ({Asked(past.Promise)})";
        return past.Promise.Per == Handoff.Agreements.Period.Week
            ? Say(
                $"{name}: weeks kept {past.Kept.Kept} of {past.Kept.Judged}.",
                $"{name}: settimane mantenute {past.Kept.Kept} su {past.Kept.Judged}.")
            : Say(
                $"{name}: months kept {past.Kept.Kept} of {past.Kept.Judged}.",
                $"{name}: mesi mantenuti {past.Kept.Kept} su {past.Kept.Judged}.");
    }

    private string Value(ReportedPromise promise) =>
        promise.Value is { } some ? Number(promise, some) : promise.IsOver ? _cards.Nothing : _cards.NothingYet;

    private string Asked(ReportedPromise promise)
    {
        var target = Number(promise, promise.Target);
        return promise.IsMost ? Say($"at most {target}", $"al massimo {target}") : Say($"at least {target}", $"almeno {target}");
    }

    private string Number(ReportedPromise promise, decimal number) =>
        number.ToString(promise.IsPercent ? "#,0.#" : "#,0.##", times.Culture)
        + (promise.IsPercent ? "\u00a0%" : promise.Currency is { } currency ? $" {currency}" : "");

    /// <summary>A share fills the bar as it is, a count by its target.</summary>
    private static int Filled(ReportedPromise promise) => promise.Value is not { } value ? 0
        : (int)Math.Clamp(promise.IsPercent ? value : promise.Target == 0 ? 0 : 100 * value / promise.Target, 0, 100);
}
