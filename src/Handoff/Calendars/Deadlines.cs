using NodaTime;

namespace Handoff.Calendars;

/// <summary>Deadlines and the rungs of their ladders (design section 5).</summary>
public static class Deadlines
{
    /// <summary>When a clock that starts then runs out.</summary>
    /// <param name="calendar">The calendar on which it runs; an elapsed clock does not look at it.</param>
    /// <param name="start">When the clock starts, open or closed.</param>
    /// <exception cref="CalendarNeverOpensException">The calendar does not open within two years, or not long enough.</exception>
    public static Deadline Compute(BusinessCalendar calendar, Instant start, Within within, ClockMode mode)
    {
        if (mode is ClockMode.Elapsed || calendar.IsAlwaysOpen)
        {
            var length = within.IsDays ? Duration.FromDays(within.Days) : within.Measured;
            return new Deadline(start, start + length, length);
        }

        var counted = calendar.NextOpening(start)
            ?? throw new CalendarNeverOpensException($"Calendar {calendar.Name} does not open within two years of {start}.");
        if (!within.IsDays) return new Deadline(counted, calendar.Advance(counted, within.Measured), within.Measured);

        var due = calendar.AddWorkingDays(counted, within.Days);
        return new Deadline(counted, due, calendar.OpenBetween(counted, due));
    }

    /// <summary>When a rung of a deadline falls due: at 100 % exactly the deadline.</summary>
    /// <remarks>
    /// A <c>d</c> deadline may be an opening; the last of its open time has then passed at the closing before it, and no rung up to
    /// 100 % comes later than that but the one at 100 %, which is the deadline itself.
    /// </remarks>
    /// <param name="calendar">The calendar on which the clock runs.</param>
    /// <param name="deadline">The deadline that was computed for it.</param>
    /// <param name="percent">The share of the clock; above 100 it goes on by the same measure.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is negative.</exception>
    /// <exception cref="OverflowException">The rung would lie after the year 9989.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar closes for more than two years before the rung.</exception>
    public static Instant RungAt(BusinessCalendar calendar, ClockMode mode, Deadline deadline, int percent) =>
        percent == 100 ? deadline.Due : RungAt(calendar, mode, deadline.Start, deadline.Open, Duration.Zero, percent);

    /// <summary>When a share of a clock, of which some has run before, has passed.</summary>
    /// <param name="calendar">The calendar on which the clock runs now.</param>
    /// <param name="start">From when it runs on this calendar.</param>
    /// <param name="openTotal">The clock's own time in all: its 100 %. Zero or more.</param>
    /// <param name="alreadyRun">
    /// What of it had run before <paramref name="start"/>, on another calendar or before a pause. Zero or more.
    /// </param>
    /// <param name="percent">The share of the clock; above 100 it goes on by the same measure.</param>
    /// <returns>The first instant at which so much has passed; <paramref name="start"/> if it had before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length or <paramref name="percent"/> is negative.</exception>
    /// <exception cref="OverflowException">The rung would lie after the year 9989.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar closes for more than two years before the rung.</exception>
    public static Instant RungAt(
        BusinessCalendar calendar, ClockMode mode, Instant start, Duration openTotal, Duration alreadyRun, int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfLessThan(openTotal, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(alreadyRun, Duration.Zero);

        var left = Share(openTotal, percent) - alreadyRun;
        if (left <= Duration.Zero) return start;
        return mode is ClockMode.Elapsed ? start + left : calendar.Advance(start, left);
    }

    private static Duration Share(Duration whole, int percent)
    {
        // Rounded up to the nanosecond: a rung does not stand before its share has passed.
        var nanoseconds = checked(whole.ToInt128Nanoseconds() * percent + 99) / 100;
        return nanoseconds <= Duration.MaxValue.ToInt128Nanoseconds()
            ? Duration.FromNanoseconds(nanoseconds)
            : throw new OverflowException("The share of the clock is longer than any time.");
    }
}
