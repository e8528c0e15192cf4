using System.Collections.Immutable;
using Handoff.People;
using Handoff.Service.AgreementFiles.Ics;
using Handoff.Service.AgreementFiles.Meaning;
using NodaTime;

namespace Handoff.Service.Busy;

/// <summary>Times of a day that are marked as out of office: an afternoon off, one morning a week.</summary>
internal sealed class OutOfOffice
{
    private static readonly Duration Longest = Duration.FromDays(366);

    private readonly DateTimeZone _calendar;
    private readonly Dictionary<LocalDate, IcsEvent> _changed;
    private readonly IcsTrouble _trouble = new();
    private readonly IcsSeries? _series;
    private readonly Duration _length;
    private readonly bool _isSenseless;

    /// <summary>Reads the events under one UID, and follows none of their rules yet.</summary>
    public OutOfOffice(ImmutableArray<IcsEvent> group, DateTimeZone calendar)
    {
        _calendar = calendar;
        _changed = group.Where(one => one.Recurrence is not null)
            .GroupBy(one => one.Recurrence!.Value.DateIn(one.ZoneOr(calendar))).ToDictionary(of => of.Key, Last);
        var masters = group.Where(one => one.Recurrence is null).ToArray();
        if (masters.Length > 0 && Last(masters) is { IsCancelled: false } master && LengthOf(master, calendar) is { } length)
        {
            var series = IcsSeries.Read(master, days: null, calendar, _trouble);
            _isSenseless = _trouble.Any || series.Steps > Recurrence.MostSteps;
            (_series, _length) = (series, length);
        }
    }

    /// <summary>Steps in which the rules are followed.</summary>
    public long Steps => _isSenseless || _series is null ? 0 : _series.Steps;

    /// <summary>The times; what lasts whole days is none of them.</summary>
    public IEnumerable<Absence> Between(Instant from, Instant until, CancellationToken cancellation)
    {
        if (_isSenseless)
            yield break;
        if (_series is { } series)
        {
            var zone = series.Event.ZoneOr(_calendar);
            var time = series.Event.Start!.Value.In(zone).TimeOfDay;
            foreach (var day in series.Starts(_calendar, _trouble, cancellation).Where(day => !_changed.ContainsKey(day)))
            {
                var at = (day + time).InZoneLeniently(zone).ToInstant();
                if (at < until && at + _length > from)
                    yield return new(at, at + _length);
            }
        }

        foreach (var one in _changed.Values.Where(one => !one.IsCancelled))
        {
            if (LengthOf(one, _calendar) is { } lasts && StartOf(one, _calendar) is var start)
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
