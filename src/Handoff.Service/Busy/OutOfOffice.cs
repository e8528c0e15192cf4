using System.Collections.Immutable;
using Handoff.People;
using Handoff.Service.AgreementFiles.Ics;
using Handoff.Service.AgreementFiles.Meaning;
using NodaTime;

namespace Handoff.Service.Busy;

/// <summary>Times of a day that are marked as out of office: an afternoon off, one morning a week.</summary>
internal static class OutOfOffice
{
    private static readonly Duration Longest = Duration.FromDays(366);

    /// <summary>The times of the events under one UID; what lasts whole days is none of them.</summary>
    public static IEnumerable<Absence> Times(
        ImmutableArray<IcsEvent> group, DateTimeZone calendar, Instant from, Instant until, CancellationToken cancellation)
    {
        var changed = group.Where(one => one.Recurrence is not null)
            .GroupBy(one => one.Recurrence!.Value.DateIn(one.ZoneOr(calendar))).ToDictionary(of => of.Key, Last);
        var masters = group.Where(one => one.Recurrence is null).ToArray();
        if (masters.Length > 0 && Last(masters) is { IsCancelled: false } master && LengthOf(master, calendar) is { } length)
        {
            var (zone, trouble) = (master.ZoneOr(calendar), new IcsTrouble());
            var series = IcsSeries.Read(master, days: null, calendar, trouble);
            if (trouble.Any || series.Steps > Recurrence.MostSteps)
                yield break;
            var time = master.Start!.Value.In(zone).TimeOfDay;
            foreach (var day in series.Starts(calendar, trouble, cancellation).Where(day => !changed.ContainsKey(day)))
            {
                var at = (day + time).InZoneLeniently(zone).ToInstant();
                if (at < until && at + length > from)
                    yield return new(at, at + length);
            }
        }

        foreach (var one in changed.Values.Where(one => !one.IsCancelled))
        {
            if (LengthOf(one, calendar) is { } lasts && StartOf(one, calendar) is var start)
                yield return new(start, start + lasts);
        }
    }

    private static IcsEvent Last(IEnumerable<IcsEvent> revisions) => revisions.Aggregate((one, next) => next.Supersedes(one) ? next : one);

    private static Instant StartOf(IcsEvent one, DateTimeZone calendar)
    {
        var zone = one.ZoneOr(calendar);
        return one.Start!.Value.In(zone).InZoneLeniently(zone).ToInstant();
    }

    /// <summary>How long it lasts; null: it is not marked, lasts whole days, or has no end that makes sense.</summary>
    private static Duration? LengthOf(IcsEvent one, DateTimeZone calendar)
    {
        if (!one.IsOutOfOffice || one.Start is not { IsDate: false } || WholeDays.Of(one, calendar, new()) is not null)
            return null;
        var zone = one.ZoneOr(calendar);
        var length = one.Length ?? (one.End is { } end ? end.In(zone).InZoneLeniently(zone).ToInstant() - StartOf(one, calendar)
            : Duration.Zero);
        return length > Duration.Zero && length <= Longest ? length : null;
    }
}
