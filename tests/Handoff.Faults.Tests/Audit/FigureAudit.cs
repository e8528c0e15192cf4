using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Meetings;
using Handoff.Tests.Figures;
using NodaTime;

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

    /// <summary>How many figures were counted once more.</summary>
    public int Counted { get; private set; }

    public void Committed(string lead, IEnumerable<LeadEvent> written)
    {
        if (!_lives.TryGetValue(lead, out var life))
            life = _lives[lead] = [];
        life.AddRange(written.Select(happened => (world.Now, happened)));
    }

    public void Check(ReportMade made)
    {
        foreach (var promise in made.Content.Promises.Where(promise => promise is { IsOver: true, Judged: not null } or
            { IsOver: true, Value: not null, IsPercent: false, Currency: null }))
        {
            var said = (promise.Good ?? (int)promise.Value!.Value, promise.Judged ?? (int)promise.Value!.Value);
            var (from, until) = Between(promise, made.Planned);
            if (!Moments().Any(moment => Count(promise.Metric, from, until, moment) == said))
                world.Break(
                    $"A figure is what its leads add up to: {promise.Metric} of {promise.Period} was told as {said}, and the events say "
                        + $"{Count(promise.Metric, from, until, world.Now)}.");
            Counted++;
        }
    }

    /// <summary>Now and the instants of what was written while the report may have been read, the newest first.</summary>
    private IEnumerable<Instant> Moments() =>
        _lives.Values.SelectMany(life => life.AsEnumerable().Reverse().TakeWhile(one => one.Committed >= world.Now - Reading))
            .Select(one => one.Committed).Prepend(world.Now - Reading).Append(world.Now).Distinct().OrderDescending();

    private (int Good, int Judged) Count(string metric, Instant from, Instant until, Instant moment)
    {
        var (good, judged) = (0, 0);
        foreach (var life in _lives.Values)
        {
            var events = life.TakeWhile(one => one.Committed <= moment).Select(one => one.Happened).ToList();
            if (events.Count == 0 || NaiveCount.Of(metric, events) is not { } counted || counted.At < from || counted.At >= until)
                continue;
            judged++;
            good += counted.IsGood ? 1 : 0;
        }

        return (good, judged);
    }

    /// <summary>The period on the wall, by hand: the week or month before the day of the report.</summary>
    private static (Instant From, Instant Until) Between(ReportedPromise promise, LocalDate planned)
    {
        var monday = planned.PlusDays(1 - (int)planned.DayOfWeek);
        var month = new LocalDate(planned.Year, planned.Month, 1);
        var (first, last) = promise.Per switch
        {
            Agreements.Period.Week => (monday.PlusDays(-7), monday),
            Agreements.Period.Month => (month.PlusMonths(-1), month),
            Agreements.Period.Quarter => throw new InvalidOperationException("The sample promises nothing a quarter."),
            _ => throw new InvalidOperationException($"No rule for {promise.Per}."),
        };
        return (first.AtStartOfDayInZone(Rome).ToInstant(), last.AtStartOfDayInZone(Rome).ToInstant());
    }
}
