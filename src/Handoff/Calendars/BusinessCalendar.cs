using NodaTime;

namespace Handoff.Calendars;

/// <summary>Open intervals in a time zone, less holidays and closed dates, plus extra open dates (design section 5).</summary>
/// <remarks>
/// <para>
/// Immutable and safe for concurrent use. Open time is half-open: an opening is inside, a closing is outside. What is asked is
/// compiled when it is first asked, in spans of some 500 days, and answered from there by binary search.
/// </para>
/// <para>
/// Every member that takes an instant knows the years 3 to 9989; outside them a calendar that closes throws
/// <see cref="ArgumentOutOfRangeException"/>.
/// </para>
/// </remarks>
public sealed class BusinessCalendar
{
    private readonly ISchedule _schedule;
    private readonly OpenTimeline _timeline;
    private readonly WorkingDays _workingDays;
    private readonly DayDeadlines _dayDeadlines;

    private BusinessCalendar(string name, DateTimeZone zone, ISchedule schedule)
    {
        Name = name;
        Zone = zone;
        _schedule = schedule;
        _timeline = new OpenTimeline(schedule, name);
        _workingDays = new WorkingDays(schedule, zone);
        _dayDeadlines = new DayDeadlines(_timeline, _workingDays, zone);
    }

    /// <summary>The name by which the agreement folder calls it.</summary>
    public string Name { get; }

    /// <summary>The zone of its local times; of a list, that of its first calendar.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>
    /// Whether it never closes: <c>open: always</c>, a week without a gap and without closed dates, or a list with such a one in it.
    /// </summary>
    public bool IsAlwaysOpen => _schedule.IsAlwaysOpen;

    /// <summary>A calendar with holidays on given dates.</summary>
    /// <param name="name">The name by which the agreement folder calls it.</param>
    /// <param name="zone">The zone of its local times and dates.</param>
    /// <param name="open">The open intervals of a week; time that two of them share counts once.</param>
    /// <param name="holidays">Days on which no interval of the week opens.</param>
    /// <param name="closed">Ranges of such days, both ends included.</param>
    /// <param name="extra">
    /// Intervals that open on one date, even a holiday or a closed one, beside those of the week; their weekday is not looked at.
    /// </param>
    public static BusinessCalendar Create(
        string name,
        DateTimeZone zone,
        IEnumerable<OpenHours> open,
        IEnumerable<LocalDate> holidays,
        IEnumerable<DateRange> closed,
        IEnumerable<(LocalDate Date, OpenHours Times)> extra)
    {
        var byYear = holidays.ToLookup(date => date.Year);
        return new(name, zone, new WeeklySchedule(zone, open, byYear.Count == 0 ? null : year => byYear[year], closed, extra));
    }

    /// <summary>A calendar with holidays that recur.</summary>
    /// <param name="name">The name by which the agreement folder calls it.</param>
    /// <param name="zone">The zone of its local times and dates.</param>
    /// <param name="open">The open intervals of a week; time that two of them share counts once.</param>
    /// <param name="holidays">
    /// The holidays of a year, on which no interval of the week opens. Called from any thread and more than once: always with the same
    /// answer.
    /// </param>
    /// <param name="closed">Ranges of such days, both ends included.</param>
    /// <param name="extra">
    /// Intervals that open on one date, even a holiday or a closed one, beside those of the week; their weekday is not looked at.
    /// </param>
    public static BusinessCalendar Create(
        string name,
        DateTimeZone zone,
        IEnumerable<OpenHours> open,
        Func<int, IEnumerable<LocalDate>> holidays,
        IEnumerable<DateRange> closed,
        IEnumerable<(LocalDate Date, OpenHours Times)> extra) =>
        new(name, zone, new WeeklySchedule(zone, open, holidays, closed, extra));

    /// <summary>A calendar that never closes.</summary>
    /// <param name="name">The name by which the agreement folder calls it.</param>
    /// <param name="zone">The zone in which its times are shown.</param>
    public static BusinessCalendar AlwaysOpen(string name, DateTimeZone zone) => new(name, zone, AlwaysOpenSchedule.Instance);

    /// <summary>A list of calendars, which is open when any of them is; its working days are those on which any of them opens.</summary>
    /// <param name="name">The name by which the list is called.</param>
    /// <param name="calendars">At least one; local times and dates are those of the first one's zone.</param>
    /// <exception cref="ArgumentException"><paramref name="calendars"/> is empty.</exception>
    public static BusinessCalendar AnyOf(string name, IReadOnlyList<BusinessCalendar> calendars) =>
        calendars.Count == 0
            ? throw new ArgumentException("A list of calendars names at least one.", nameof(calendars))
            : new(name, calendars[0].Zone, new UnionSchedule([.. calendars.Select(one => one._schedule)]));

    /// <summary>Whether the instant is in open time: an opening is, a closing is not.</summary>
    public bool IsOpen(Instant at) => IsAlwaysOpen || _timeline.IsOpen(at);

    /// <summary>Whether open time ends exactly at the instant: a rung that falls on a closing is still sent then.</summary>
    /// <returns>True at a closing, where <see cref="IsOpen"/> is false.</returns>
    public bool IsClosing(Instant at) => !IsOpen(at) && IsOpen(at - Duration.Epsilon);

    /// <summary>Whether no open time begins, or goes on, within two years (731 days) of the instant: a validation error.</summary>
    /// <param name="from">The instant from which to look.</param>
    /// <returns>True if it stays closed.</returns>
    public bool NeverOpens(Instant from) => NextOpening(from) is null;

    /// <summary>Whether the calendar opens on the day: a shift that only ends on it does not count.</summary>
    /// <param name="date">A day in <see cref="Zone"/>.</param>
    /// <returns>Whether it is a working day.</returns>
    public bool IsWorkingDay(LocalDate date) => IsAlwaysOpen || _workingDays.Contains(date);

    /// <summary>The instant itself if it is open, else the next opening.</summary>
    /// <param name="from">The instant from which to look.</param>
    /// <returns>The first open instant, or null if there is none within two years (731 days).</returns>
    public Instant? NextOpening(Instant from) => IsAlwaysOpen ? from : _timeline.NextOpening(from);

    /// <summary>The end of the open time in which the instant lies, or else of the next; intervals that touch are one.</summary>
    /// <param name="from">The instant from which to look; a closing is outside the time that it ends.</param>
    /// <returns>The closing, or null if the calendar always is open, stays open for two years, or does not open within two years.</returns>
    public Instant? NextClosing(Instant from) => IsAlwaysOpen ? null : _timeline.NextClosing(from);

    /// <summary>The physical time that passes between the two while the calendar is open.</summary>
    /// <param name="start">The beginning, included.</param>
    /// <returns>The open time; zero when <paramref name="end"/> is not after <paramref name="start"/>.</returns>
    public Duration OpenBetween(Instant start, Instant end) =>
        IsAlwaysOpen ? Duration.Max(end - start, Duration.Zero) : _timeline.OpenBetween(start, end);

    /// <summary>
    /// The first instant at which this much open time has passed since the start: a length that fits exactly ends at the closing.
    /// </summary>
    /// <param name="start">Where counting begins, open or closed.</param>
    /// <param name="open">Open time, zero or more; with zero the answer is <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="open"/> is negative.</exception>
    /// <exception cref="OverflowException">The answer would lie after the year 9989.</exception>
    /// <exception cref="CalendarNeverOpensException">
    /// The calendar closes for good, or for more than two years, before so much has passed.
    /// </exception>
    public Instant Advance(Instant start, Duration open)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(open, Duration.Zero);
        return IsAlwaysOpen ? start + open : _timeline.Advance(start, open);
    }

    /// <summary>The same local time so many working days later: the rule of <c>d</c> in design section 5.</summary>
    /// <remarks>
    /// A start outside hours counts from the next opening. After midnight in an overnight shift the answer is after midnight in a shift of
    /// the later day. If the calendar is closed at that local time, the answer is the closing just before it on that day (a closing at
    /// midnight is on the day that it ends), or, if there is none, the day's first opening. A later start never has an earlier answer. On a
    /// calendar that always is open a day is 24 hours.
    /// </remarks>
    /// <param name="start">Where counting begins, open or closed.</param>
    /// <param name="days">Zero or more; with zero the answer is the start or the next opening.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar does not open within two years, or not so often.</exception>
    public Instant AddWorkingDays(Instant start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (IsAlwaysOpen) return start + Duration.FromDays(days);

        var counted = NextOpening(start) ?? throw _timeline.NeverOpens(start);
        if (days == 0) return counted;

        return InDays(counted, days).Due;
    }

    /// <summary>How many whole working days have run: the most for which <see cref="AddWorkingDays"/> is not after the end.</summary>
    /// <param name="start">Where counting began.</param>
    /// <param name="end">Until when to count.</param>
    /// <returns>Zero or more.</returns>
    /// <exception cref="CalendarNeverOpensException">The calendar does not open within two years of <paramref name="start"/>.</exception>
    public int WholeWorkingDaysBetween(Instant start, Instant end)
    {
        if (end <= start) return 0;
        if (IsAlwaysOpen) return (end - start).Days;

        var counted = NextOpening(start) ?? throw _timeline.NeverOpens(start);
        if (end <= counted) return 0;
        var days = _workingDays.CountBetween(_workingDays.At(counted).Date, end.InZone(Zone).Date);
        while (days > 0 && AddWorkingDays(counted, days) > end) days--;
        return days;
    }

    /// <summary>Returns the merged open spans that overlap [from, to), cut to it.</summary>
    internal IReadOnlyList<OpenSpan> OpenSpansBetween(Instant from, Instant to) =>
        IsAlwaysOpen ? [new OpenSpan(from, to)] : _timeline.Between(from, to);

    /// <summary>The days, both ends included, that only a holiday or a closed date keeps from being working days.</summary>
    internal IEnumerable<ClosedDay> ClosedDays(LocalDate first, LocalDate last) =>
        _schedule.ClosedDays(first, last).Where(day => !IsWorkingDay(day.Date));

    /// <summary>The open intervals of a week as they are written; none where every instant is open.</summary>
    internal IEnumerable<OpenHours> WeeklyHours => _schedule.Week;

    /// <summary>What opens on one date, beside the week.</summary>
    internal IEnumerable<(LocalDate Date, OpenHours Times)> ExtraHours => _schedule.Extra;

    /// <summary>How a deadline in working days is found; the calendar closes, and the start is open.</summary>
    internal DayDeadline InDays(Instant start, int days) => _dayDeadlines.After(start, days) ?? throw _timeline.NeverOpens(start);
}
