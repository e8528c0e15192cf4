using System.Collections.Immutable;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Ics;

/// <summary>
/// The events under one UID, in whatever order they stand: revisions of one event, changes and cancellations of its occurrences, or, from a
/// vendor who gives all its events one UID, several events.
/// </summary>
internal sealed class IcsGroup
{
    private readonly DateTimeZone _calendar;
    private readonly IcsTrouble _trouble;
    private readonly Dictionary<LocalDate, IcsEvent> _ones = [];
    private readonly Dictionary<(LocalDate, IcsRange), IcsEvent> _ranges = [];
    private readonly ImmutableArray<IcsSeries> _series;

    public IcsGroup(IReadOnlyCollection<IcsEvent> events, DateTimeZone calendar, IcsTrouble trouble)
    {
        (_calendar, _trouble) = (calendar, trouble);
        var masters = events.Where(one => one.Recurrence is null).ToArray();
        var current = Current(masters);
        var zone = current.Concat(masters).FirstOrDefault()?.ZoneOr(calendar);
        var isCancelled = masters.Length > 0 && current.Length == 0;
        var cancelledAs = isCancelled ? masters.Where(one => one.IsCancelled).Max(one => one.Sequence) : -1;
        foreach (var change in events.Where(one => one.Recurrence is not null && one.Sequence > cancelledAs))
        {
            var of = change.Recurrence!.Value.DateIn(zone ?? change.ZoneOr(calendar));
            if (change.Range == IcsRange.One)
                Put(_ones, of, change);
            else
                Put(_ranges, (of, change.Range), change);
        }

        var anyDays = _ranges.Values.Any(one => DaysOf(one) is not null);
        _series =
        [
            .. current.Concat(_ranges.Values.Where(one => !one.IsCancelled && !one.Rules.IsEmpty))
                .Select(one => (one, days: DaysOf(one)))
                .Where(pair => pair.days is not null || anyDays)
                .Select(pair => IcsSeries.Read(pair.one, pair.days, calendar, trouble)),
        ];
    }

    /// <summary>Steps in which the rules of the group are followed.</summary>
    public long Steps => _series.Sum(series => series.Steps);

    /// <summary>The event that takes the most steps, or null when none recurs.</summary>
    public IcsEvent? Longest => _series.Where(series => series.Steps > 0).MaxBy(series => series.Steps)?.Event;

    /// <summary>The days that are closed, as runs of days; what cannot be followed is told.</summary>
    public IEnumerable<(IcsEvent Of, WholeDays Days)> Closed(CancellationToken cancellation)
    {
        foreach (var series in _series)
        {
            foreach (var start in series.Starts(_calendar, _trouble, cancellation))
            {
                if (!_ones.ContainsKey(start) && Occurrence(series, start) is { } occurrence)
                    yield return (series.Event, occurrence);
            }
        }

        // Changes of many that have no series to change are events of their own.
        var alone = _series.Any(series => series.Event.Recurrence is null) ? [] : _ranges.Values.Where(range => range.Rules.IsEmpty);
        foreach (var one in _ones.Values.Concat(alone))
        {
            if (DaysOf(one) is { } days)
                yield return (one, days);
        }
    }

    /// <summary>An occurrence that is not changed on its own, as the changes of many leave it: gone, moved, shorter or as it was.</summary>
    private WholeDays? Occurrence(IcsSeries series, LocalDate start)
    {
        if (series.Event.Recurrence is not null || RangeOf(start) is not { } change)
            return series.Days is { } days ? new(start, days) : null;
        if (!change.Value.Rules.IsEmpty || DaysOf(change.Value) is not { } changed)
            return null;
        var by = Period.DaysBetween(change.Key, changed.First);
        if (by is < -WholeDays.Most or > WholeDays.Most)
        {
            _trouble.Tell(change.Value, change.Value.Line, $"it moves occurrences by more than {WholeDays.Most} days");
            return null;
        }

        var moved = start.PlusDays(by);
        return _ones.ContainsKey(moved) ? null : changed with { First = moved };
    }

    private KeyValuePair<LocalDate, IcsEvent>? RangeOf(LocalDate start)
    {
        KeyValuePair<LocalDate, IcsEvent>? nearest = null;
        foreach (var ((of, range), change) in _ranges)
        {
            var holds = range == IcsRange.AndFuture ? of <= start : of >= start;
            if (holds && (nearest is null || Distance(of) < Distance(nearest.Value.Key)))
                nearest = new(of, change);
        }

        return nearest;

        int Distance(LocalDate of) => Math.Abs(Period.DaysBetween(of, start));
    }

    private WholeDays? DaysOf(IcsEvent one) => one.IsCancelled || one.Start is null ? null : WholeDays.Of(one, _calendar, _trouble);

    /// <summary>
    /// The events that hold. Where no two of one SEQUENCE begin on different days, they are revisions of one event, and the last holds;
    /// else they are several events, and of each day the last. A cancellation ends the event that begins on its day, or else cancels an
    /// occurrence on that day.
    /// </summary>
    private ImmutableArray<IcsEvent> Current(IcsEvent[] masters)
    {
        var confirmed = masters.Where(one => !one.IsCancelled).ToLookup(StartOf);
        var all = confirmed.SelectMany(day => day).ToArray();
        var areRevisions = all.GroupBy(one => one.Sequence).All(same => same.DistinctBy(StartOf).Count() == 1);
        var current = areRevisions ? Last(all) : confirmed.SelectMany(Last);
        var cancelled = masters.Where(one => one.IsCancelled).ToArray();
        foreach (var one in cancelled.Where(one => one.Start is not null && !confirmed.Contains(StartOf(one))))
            Put(_ones, StartOf(one)!.Value, one);
        return [.. current.Where(one => !Array.Exists(cancelled, cancel => Ends(cancel, one)))];

        bool Ends(IcsEvent cancel, IcsEvent one) => (cancel.Start is null || StartOf(cancel) == StartOf(one)) && cancel.Supersedes(one);

        static IEnumerable<IcsEvent> Last(IEnumerable<IcsEvent> revisions) =>
            revisions.GroupBy(one => one.Sequence).OrderByDescending(same => same.Key).Take(1).SelectMany(same => same);
    }

    private LocalDate? StartOf(IcsEvent one) => one.Start?.DateIn(one.ZoneOr(_calendar));

    private static void Put<TKey>(Dictionary<TKey, IcsEvent> changes, TKey of, IcsEvent change)
        where TKey : notnull
    {
        if (!changes.TryGetValue(of, out var before) || change.Supersedes(before))
            changes[of] = change;
    }
}
