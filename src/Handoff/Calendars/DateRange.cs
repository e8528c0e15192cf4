using NodaTime;

namespace Handoff.Calendars;

/// <summary>
/// Days from <paramref name="First"/> to <paramref name="Last"/>, both included, in the zone of the calendar (design section 5).
/// </summary>
/// <param name="First">The first day of the range.</param>
/// <param name="Last">The last day of the range, which is part of it. A range whose last day is before its first has no days.</param>
public sealed record DateRange(LocalDate First, LocalDate Last)
{
    /// <summary>A range of one day.</summary>
    /// <returns>The range that begins and ends on <paramref name="date"/>.</returns>
    public static DateRange Of(LocalDate date) => new(date, date);

    /// <summary>Whether the day is in the range.</summary>
    /// <param name="date">A day in the zone of the calendar.</param>
    /// <returns>True from the first to the last day, both included.</returns>
    public bool Contains(LocalDate date) => First <= date && date <= Last;
}
