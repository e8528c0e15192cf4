using System.Runtime.InteropServices;
using NodaTime;

namespace Handoff.Calendars;

/// <summary>A deadline so many working days on, and how it was found.</summary>
/// <param name="Shift">The working day whose shift runs at the start.</param>
/// <param name="Day">The working day to which the deadline belongs.</param>
/// <param name="Target">The place in that day's shifts that the start has in its own.</param>
/// <param name="Due">The deadline: <paramref name="Target"/>, unless the calendar is closed then.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DayDeadline(WorkingDay Shift, WorkingDay Day, Instant Target, Instant Due);

/// <summary>
/// The rule of <c>d</c> (design section 5): the same local time in the shifts of a later working day. After midnight in an overnight shift
/// that is the night after that day. A later start never has an earlier deadline.
/// </summary>
internal sealed class DayDeadlines(OpenTimeline timeline, WorkingDays workingDays, DateTimeZone zone)
{
    /// <summary>The deadline of a start in open time; null when the calendar does not open that often again.</summary>
    public DayDeadline? After(Instant start, int days)
    {
        var shift = workingDays.At(start);
        if (workingDays.After(shift.Date, days) is not { } day) return null;

        var place = PlaceOf(start, shift);
        var target = Target(day.Date, place, shift, zone.GetUtcOffset(start));
        return new(shift, day, target, Due(day, target, runsOvernight: place >= NodaConstants.NanosecondsPerDay));
    }

    /// <summary>
    /// How far the local time is from the midnight of the shift's day. While the clocks, set back, show times again through which the shift
    /// has been open, the place stays at the last of them.
    /// </summary>
    private long PlaceOf(Instant start, WorkingDay shift)
    {
        var local = start.InZone(zone).LocalDateTime;
        if (ChangeBefore(start) is { Step.Seconds: < 0 } back
            && start < back.At - Length(back.Step)
            && shift.Opens < back.At
            && timeline.IsOpen(back.At - Duration.Epsilon))
        {
            local = back.At.WithOffset(back.Before).LocalDateTime;
        }

        return Between(shift.Date, local);
    }

    /// <summary>
    /// Returns the instant of that place on another day. Without a change of the clocks nearby the offset alone gives it.
    /// </summary>
    private Instant Target(LocalDate day, long place, WorkingDay shift, Offset likely)
    {
        var (days, time) = Math.DivRem(place, NodaConstants.NanosecondsPerDay);
        var local = day.PlusDays((int)days) + LocalTime.FromNanosecondsSinceMidnight(time);
        var at = local.WithOffset(likely).ToInstant();
        var interval = zone.GetZoneInterval(at);
        if (interval.WallOffset == likely && interval.Contains(at - Duration.FromDays(1)) && interval.Contains(at + Duration.FromDays(1)))
            return at;

        at = zone.ResolveLocal(local, WeeklySchedule.Opening).ToInstant();
        return at.InZone(zone).LocalDateTime == local
            && ChangeBefore(at) is { Step.Seconds: > 0 } forward
            && at < forward.At + Length(forward.Step)
            ? Instant.Max(at, AfterSkipped(day, shift, forward))
            : at;
    }

    /// <summary>
    /// Returns where a place in the shift is that the clocks skip on that day: later by the length of the gap. Places that come after it
    /// are never before it.
    /// </summary>
    private Instant AfterSkipped(LocalDate day, WorkingDay shift, ClockChange forward)
    {
        var end = Between(day, forward.At.WithOffset(forward.Before + forward.Step).LocalDateTime);
        var (days, time) = Math.DivRem(end, NodaConstants.NanosecondsPerDay);
        var local = shift.Date.PlusDays((int)days) + LocalTime.FromNanosecondsSinceMidnight(time);
        var before = zone.ResolveLocal(local, WeeklySchedule.Opening).ToInstant() - Duration.Epsilon;
        if (before < shift.Opens) return Instant.MinValue;
        if (timeline.IsOpen(before)) return forward.At + Length(forward.Step);
        if (timeline.LastClosing(shift.Opens, before) is not { } closing) return Instant.MinValue;

        var left = Duration.FromNanoseconds(end - Between(shift.Date, closing.InZone(zone).LocalDateTime));
        return left < Length(forward.Step) ? forward.At + Length(forward.Step) - left : Instant.MinValue;
    }

    /// <summary>
    /// The target itself where the calendar is open; else the closing before it on that day, which at its beginning may be that of the
    /// night before; else the day's first opening.
    /// </summary>
    private Instant Due(WorkingDay day, Instant target, bool runsOvernight)
    {
        if (target < day.Opens) return ClosingBefore(day.Opens, zone.AtStartOfDay(day.Date).ToInstant()) ?? day.Opens;

        // The next day's shifts are not this one's, though they may begin before it ends.
        if (runsOvernight && workingDays.After(day.Date, 1) is { } next && target >= next.Opens)
            return ClosingBefore(next.Opens, day.Opens) ?? next.Opens;

        return timeline.IsOpen(target) ? target : timeline.LastClosing(day.Opens, target) ?? day.Opens;
    }

    /// <summary>
    /// The last closing before the opening and after the other instant; null where the opening only goes on with open time.
    /// </summary>
    private Instant? ClosingBefore(Instant opening, Instant after) =>
        timeline.IsOpen(opening - Duration.Epsilon) ? null : timeline.LastClosing(after, opening - Duration.Epsilon);

    private ClockChange? ChangeBefore(Instant at)
    {
        var interval = zone.GetZoneInterval(at);
        if (!interval.HasStart || at - interval.Start >= Duration.FromDays(1)) return null;

        var before = zone.GetUtcOffset(interval.Start - Duration.Epsilon);
        return new(interval.Start, before, interval.WallOffset - before);
    }

    private static Duration Length(Offset step) => Duration.FromSeconds(step.Seconds);

    private static long Between(LocalDate day, LocalDateTime local) =>
        Period.DaysBetween(day, local.Date) * NodaConstants.NanosecondsPerDay + local.TimeOfDay.NanosecondOfDay;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct ClockChange(Instant At, Offset Before, Offset Step);
}
