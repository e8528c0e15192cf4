using NodaTime;

namespace Handoff.Calendars;

/// <summary>A deadline explained in one plain sentence with the arithmetic in it (DESIGN promise 5).</summary>
public static class DeadlineText
{
    /// <summary>Computes the deadline and explains it.</summary>
    /// <param name="calendar">The calendar on which the clock runs, and in whose zone times are shown.</param>
    /// <param name="from">When the clock starts, open or closed.</param>
    /// <param name="within">Its length.</param>
    /// <param name="mode">What it counts.</param>
    /// <returns>One English sentence.</returns>
    /// <exception cref="CalendarNeverOpensException">The calendar does not open within two years, or not long enough.</exception>
    public static string Explain(BusinessCalendar calendar, Instant from, Within within, ClockMode mode) =>
        Explain(calendar, from, within, mode, Deadlines.Compute(calendar, from, within, mode));

    /// <summary>Explains a deadline that was computed before.</summary>
    /// <param name="calendar">The calendar on which the clock runs, and in whose zone times are shown.</param>
    /// <param name="from">When the clock started, open or closed.</param>
    /// <param name="within">Its length.</param>
    /// <param name="mode">What it counts.</param>
    /// <param name="deadline">What <see cref="Deadlines.Compute"/> answered to the same.</param>
    /// <returns>One English sentence.</returns>
    public static string Explain(BusinessCalendar calendar, Instant from, Within within, ClockMode mode, Deadline deadline)
    {
        return $"{within} from {from} on {calendar.Name} ({calendar.Zone.Id}): due {deadline.Due}.";
    }
}
