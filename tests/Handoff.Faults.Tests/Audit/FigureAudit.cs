using System.Globalization;
using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Meetings;
using Handoff.Tests.Figures;
using NodaTime;
using NodaTime.Calendars;

namespace Handoff.Faults.Tests.Audit;

/// <summary>
/// What a report says of a period that is over is what somebody would have counted from the events when it was made.
/// </summary>
internal sealed class FigureAudit(SimulatedWorld world)
{
    /// <summary>A report is read from the store for so long at most before it is committed, its failed attempts included.</summary>
    private static readonly Duration Reading = Duration.FromMinutes(30);

    private static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    private readonly Dictionary<string, List<(Instant Committed, LeadEvent Happened)>> _lives = new(StringComparer.Ordinal);

    /// <summary>How many figures were counted once more, by metric.</summary>
    public Dictionary<string, int> Counted { get; } = new(StringComparer.Ordinal);

    public void Committed(string lead, IEnumerable<LeadEvent> written)
    {
        if (!_lives.TryGetValue(lead, out var life))
            life = _lives[lead] = [];
        life.AddRange(written.Select(happened => (world.Now, happened)));
    }

    public void Check(ReportMade made)
    {
        foreach (var promise in made.Content.Promises.Where(promise => promise is { IsOver: true, Judged: not null } or
            { IsOver: true, Value: not null, IsPercent: false }))
        {
            var said = (promise.Good ?? promise.Value!.Value, promise.Judged ?? promise.Value!.Value);
            var (from, until) = Between(promise.Period);
            if (!Moments().Any(moment => Count(promise, from, until, moment) == said))
                world.Break(
                    $"A figure is what its leads add up to: {promise.Metric} of {promise.Period} was told as {said}, and the events say "
                        + $"{Count(promise, from, until, world.Now)}.");
            Counted[promise.Metric] = Counted.GetValueOrDefault(promise.Metric) + 1;
        }
    }

    /// <summary>Now and the instants of what was written while the report may have been read, the newest first.</summary>
    private IEnumerable<Instant> Moments() =>
        _lives.Values.SelectMany(life => life.AsEnumerable().Reverse().TakeWhile(one => one.Committed >= world.Now - Reading))
            .Select(one => one.Committed).Prepend(world.Now - Reading).Append(world.Now).Distinct().OrderDescending();

    private (decimal Good, decimal Judged) Count(ReportedPromise promise, Instant from, Instant until, Instant moment)
    {
        var (good, judged) = (0m, 0m);
        foreach (var life in _lives.Values)
        {
            var events = life.TakeWhile(one => one.Committed <= moment).Select(one => one.Happened).ToList();
            if (events.Count == 0 || NaiveCount.Of(promise.Metric, events) is not { } counted || counted.At < from || counted.At >= until)
                continue;
            var worth = promise.Currency is { } currency ? NaiveCount.AmountOf(promise.Metric, currency, events) : 1;
            judged += worth;
            good += counted.IsGood ? worth : 0;
        }

        return (good, judged);
    }

    /// <summary>The days of a period's name on the wall, by hand.</summary>
    private static (Instant From, Instant Until) Between(string period)
    {
        var (year, number) = (Number(period[..4]), Number(period[^2..].TrimStart('Q')));
        var first = period[5] switch
        {
            'W' => WeekYearRules.Iso.GetLocalDate(year, number, IsoDayOfWeek.Monday),
            'Q' => new(year, (3 * number) - 2, 1),
            _ => new(year, number, 1),
        };
        var next = period[5] switch
        {
            'W' => first.PlusWeeks(1),
            'Q' => first.PlusMonths(3),
            _ => first.PlusMonths(1),
        };
        return (first.AtStartOfDayInZone(Rome).ToInstant(), next.AtStartOfDayInZone(Rome).ToInstant());

        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }
}
