using System.Runtime.InteropServices;
using Handoff.Calendars;
using Handoff.Rows;
using NodaTime;

namespace Handoff.Board;

/// <summary>
/// What a clock shows at one moment: how much of its own (business) time is left, and when that begins or ceases to run down.
/// </summary>
/// <param name="Left">Open time until the deadline; below zero: open time since it passed.</param>
/// <param name="Runs">Whether it runs down now: the clock is not paused and its calendar is open.</param>
/// <param name="ChangesAt">When it ceases to run (a closing) or begins (an opening); null: it does not change by itself.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeLeft(Duration Left, bool Runs, Instant? ChangesAt)
{
    /// <summary>Beyond this nobody counts in hours.</summary>
    private static readonly Duration Days = Duration.FromHours(12);

    private const int MostDays = 250;

    /// <summary>
    /// How many whole working days are left, or have passed since the deadline, where that is two or more; null: hours say more.
    /// </summary>
    public int? WorkingDays { get; init; }

    /// <summary>Whether the deadline has passed.</summary>
    public bool IsLate => Left <= Duration.Zero;

    /// <summary>Reads a clock.</summary>
    /// <param name="calendar">The calendar on which it runs; null: it is no longer in the files, and time is counted by the wall.</param>
    /// <param name="now">The product's time.</param>
    public static TimeLeft Of(ClockFigure clock, BusinessCalendar? calendar, Instant now)
    {
        // What stands still shows what was left when it stopped.
        var at = clock.PausedAt ?? now;
        if (clock.Mode == ClockMode.Elapsed || calendar is null || calendar.IsAlwaysOpen)
            return new(clock.Due - at, clock.PausedAt is null, null);
        var left = at < clock.Due ? calendar.OpenBetween(at, clock.Due) : -calendar.OpenBetween(clock.Due, at);
        var days = CountDays(left, calendar, Instant.Min(at, clock.Due), Instant.Max(at, clock.Due));
        if (clock.PausedAt is not null)
            return new(left, false, null) { WorkingDays = days };
        return calendar.IsOpen(now)
            ? new(left, true, calendar.NextClosing(now)) { WorkingDays = days }
            : new(left, false, calendar.NextOpening(now)) { WorkingDays = days };
    }

    private static int? CountDays(Duration left, BusinessCalendar calendar, Instant from, Instant to) =>
        (left < Days && left > -Days) || calendar.WholeWorkingDaysBetween(from, to) is not (>= 2 and var days)
            ? null : Math.Min(days, MostDays);
}
