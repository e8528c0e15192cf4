using NodaTime;
using NodaTime.TimeZones;

namespace Handoff.Calendars;

/// <summary>
/// The hours of one calendar: those of the week, less holidays and closed dates, and the extra open ones (design section 5).
/// </summary>
internal sealed class WeeklySchedule : ISchedule
{
    // Times that do not exist move forward by the length of the gap; of ambiguous ones an opening takes the earlier, a closing the later.
    internal static readonly ZoneLocalMappingResolver Opening =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    internal static readonly ZoneLocalMappingResolver Closing =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    private readonly DateTimeZone _zone;
    private readonly ILookup<IsoDayOfWeek, OpenHours> _week;
    private readonly Func<int, IEnumerable<LocalDate>> _holidays;
    private readonly DateRange[] _closed;
    private readonly ILookup<LocalDate, OpenHours> _extra;

    public WeeklySchedule(
        DateTimeZone zone,
        IEnumerable<OpenHours> open,
        Func<int, IEnumerable<LocalDate>>? holidays,
        IEnumerable<DateRange> closed,
        IEnumerable<(LocalDate Date, OpenHours Times)> extra)
    {
        var week = open.ToArray();
        _zone = zone;
        _week = week.ToLookup(hours => hours.Day);
        _holidays = holidays ?? (static _ => []);
        _closed = [.. closed];
        _extra = extra.ToLookup(one => one.Date, one => one.Times);
        IsAlwaysOpen = holidays is null && _closed.Length == 0 && CoversTheWeek(week);
    }

    public bool IsAlwaysOpen { get; }

    public IEnumerable<OpenHours> Week => _week.SelectMany(day => day);

    public IEnumerable<(LocalDate Date, OpenHours Times)> Extra => _extra.SelectMany(day => day.Select(times => (day.Key, times)));

    public void Collect(Instant from, Instant to, List<OpenSpan> into)
    {
        // An interval lasts a day at most, and a zone change moves it by a day at most.
        var first = from.InZone(_zone).Date.PlusDays(-3);
        var last = to.InZone(_zone).Date.PlusDays(1);
        var holidays = HolidaysIn(first, last);
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            if (!holidays.Contains(date) && !IsClosed(date))
                Add(date, _week[date.DayOfWeek], from, to, into);
            Add(date, _extra[date], from, to, into);
        }
    }

    public IEnumerable<ClosedDay> ClosedDays(LocalDate first, LocalDate last)
    {
        var holidays = HolidaysIn(first, last);
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            var isHoliday = holidays.Contains(date);
            if ((isHoliday || IsClosed(date)) && _week.Contains(date.DayOfWeek))
                yield return new ClosedDay(date, isHoliday);
        }
    }

    private void Add(LocalDate date, IEnumerable<OpenHours> hours, Instant from, Instant to, List<OpenSpan> into)
    {
        foreach (var one in hours)
        {
            var start = _zone.ResolveLocal(date + one.From, Opening).ToInstant();
            var end = _zone.ResolveLocal(date.PlusDays(one.EndsNextDay ? 1 : 0) + one.To, Closing).ToInstant();
            // A gap can move an opening past its closing: then no time is left of the interval.
            if (start < end && start < to && end > from)
                into.Add(new OpenSpan(start, end));
        }
    }

    private HashSet<LocalDate> HolidaysIn(LocalDate first, LocalDate last) =>
        [.. Enumerable.Range(first.Year, last.Year - first.Year + 1).SelectMany(_holidays)];

    private bool IsClosed(LocalDate date) => Array.Exists(_closed, range => range.Contains(date));

    private static bool CoversTheWeek(OpenHours[] week)
    {
        const long OneWeek = 7 * NodaConstants.NanosecondsPerDay;
        // Each interval counts in this week and in the one before, so that Sunday night reaches into Monday.
        var covered = 0L;
        foreach (var (start, end) in week
            .SelectMany(one => new[] { (one.Start - OneWeek, one.Start - OneWeek + one.Length), (one.Start, one.Start + one.Length) })
            .OrderBy(one => one.Item1))
        {
            if (start > covered) return false;
            covered = Math.Max(covered, end);
        }

        return covered >= OneWeek;
    }
}
