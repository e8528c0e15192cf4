using Handoff.Calendars;
using NodaTime;

namespace Handoff.Tests.Calendars;

/// <summary>
/// A calendar that looks at the wall clock minute by minute, and shares no rule and no shortcut with the product's: slow, plain, and right
/// wherever openings and closings are whole minutes at times of day that no change of the clocks skips.
/// </summary>
internal sealed class WallClock
{
    private readonly DateTimeZone _zone;
    private readonly Instant _from;
    private readonly bool[] _open;
    private readonly int[] _openBefore;

    // The working days in the first calendar's zone, each with the minute in which it first opens.
    private readonly SortedList<LocalDate, int> _workingDays = [];

    public WallClock(IReadOnlyList<Hours> calendars, Instant from, Duration length)
    {
        (_zone, _from) = (calendars[0].Zone, from);
        _open = new bool[(int)length.TotalMinutes];
        _openBefore = new int[_open.Length + 1];
        for (var minute = 0; minute < _open.Length; minute++)
        {
            var at = At(minute);
            foreach (var calendar in calendars)
            {
                var shown = at.InZone(calendar.Zone).LocalDateTime;
                _open[minute] |= calendar.IsOpen(shown);
                if (calendar.Opens(shown))
                    _workingDays.TryAdd(at.InZone(_zone).Date, minute);
            }

            _openBefore[minute + 1] = _openBefore[minute] + (_open[minute] ? 1 : 0);
        }
    }

    public bool IsOpen(Instant at) => _open[Minute(at)];

    public Instant NextOpening(Instant from)
    {
        if (IsOpen(from))
            return from;
        var minute = Minute(from) + 1;
        while (!_open[minute])
            minute++;
        return At(minute);
    }

    public Instant? NextClosing(Instant from)
    {
        for (var minute = Minute(NextOpening(from)); minute < _open.Length; minute++)
        {
            if (!_open[minute])
                return At(minute);
        }

        return null;
    }

    public Duration OpenBetween(Instant start, Instant end)
    {
        if (end <= start)
            return Duration.Zero;
        return Until(end) - Until(start);

        Duration Until(Instant at) => Duration.FromMinutes(_openBefore[Minute(at)]) + (IsOpen(at) ? at - At(Minute(at)) : Duration.Zero);
    }

    /// <summary>The first time at which so much open time has passed; null when it is not within the time that is looked through.</summary>
    public Instant? Advance(Instant start, Duration open)
    {
        var at = start;
        for (var left = open; left > Duration.Zero;)
        {
            if (Minute(at) >= _open.Length)
                return null;
            var next = At(Minute(at) + 1);
            if (IsOpen(at) && next - at >= left)
                return at + left;
            left -= IsOpen(at) ? next - at : Duration.Zero;
            at = next;
        }

        return at;
    }

    /// <summary>
    /// The same place in the shifts of a later working day: the rule of <c>d</c>, word by word, for a start in open time.
    /// </summary>
    public Instant InDays(Instant start, int days)
    {
        var began = _workingDays.Count - 1;
        while (_workingDays.Values[began] > Minute(start))
            began--;
        var (day, opening) = (_workingDays.Keys[began + days], _workingDays.Values[began + days]);
        var shown = start.InZone(_zone).LocalDateTime;
        var target = WhenItIs(day.PlusDays(Period.DaysBetween(_workingDays.Keys[began], shown.Date)) + shown.TimeOfDay);
        if (Minute(target) < opening)
        {
            // The closing of the night before, if it is on that day; else the day's first opening.
            for (var minute = opening; At(minute - 1).InZone(_zone).Date == day; minute--)
            {
                if (_open[minute - 1])
                    return At(minute);
            }

            return At(opening);
        }

        var next = began + days + 1 < _workingDays.Count ? _workingDays.Values[began + days + 1] : _open.Length;
        if (Minute(target) < next && IsOpen(target))
            return target;
        var closing = Math.Min(Minute(target), next);
        while (!_open[closing - 1])
            closing--;
        return At(closing);
    }

    // A second and what is less stand still while the minutes are looked through.
    private Instant WhenItIs(LocalDateTime local)
    {
        var second = Duration.FromNanoseconds(local.TimeOfDay.NanosecondOfDay % NodaConstants.NanosecondsPerMinute);
        var sought = local.Minus(Period.FromNanoseconds((long)second.TotalNanoseconds));
        var minute = Math.Max(0, Minute(sought.InUtc().ToInstant()) - (27 * 60));
        while (At(minute).InZone(_zone).LocalDateTime != sought)
            minute++;
        return At(minute) + second;
    }

    private Instant At(int minute) => _from + Duration.FromMinutes(minute);

    private int Minute(Instant at) => (int)Math.Floor((at - _from).TotalMinutes);

    /// <summary>What a calendar says of a week and of dates.</summary>
    /// <param name="Zone">Its zone.</param>
    /// <param name="Week">Its open hours.</param>
    /// <param name="Closed">The dates on which none of them opens.</param>
    internal sealed record Hours(DateTimeZone Zone, IReadOnlyList<OpenHours> Week, IReadOnlyCollection<LocalDate> Closed)
    {
        public bool Opens(LocalDateTime shown) => Week.Any(one => IsOn(one, shown.Date) && one.From == shown.TimeOfDay);

        public bool IsOpen(LocalDateTime shown) => Week.Any(one => one.To > one.From
            ? IsOn(one, shown.Date) && shown.TimeOfDay >= one.From && shown.TimeOfDay < one.To
            : (IsOn(one, shown.Date) && shown.TimeOfDay >= one.From) || (IsOn(one, shown.Date.PlusDays(-1)) && shown.TimeOfDay < one.To));

        private bool IsOn(OpenHours one, LocalDate date) => one.Day == date.DayOfWeek && !Closed.Contains(date);
    }
}
