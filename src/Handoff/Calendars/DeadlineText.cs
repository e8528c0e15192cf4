using NodaTime;
using static Handoff.Calendars.PlainText;

namespace Handoff.Calendars;

/// <summary>A deadline explained in one plain sentence with the arithmetic in it (promise 5).</summary>
public static class DeadlineText
{
    private const int MostSpansNamed = 3;

    /// <summary>Computes the deadline and explains it.</summary>
    /// <param name="calendar">The calendar on which the clock runs, and in whose zone times are shown.</param>
    /// <param name="from">When the clock starts, open or closed.</param>
    /// <returns>One English sentence.</returns>
    /// <exception cref="CalendarNeverOpensException">The calendar does not open within two years, or not long enough.</exception>
    public static string Explain(BusinessCalendar calendar, Instant from, Within within, ClockMode mode) =>
        Explain(calendar, from, within, mode, Deadlines.Compute(calendar, from, within, mode));

    /// <summary>Explains a deadline that was computed before.</summary>
    /// <param name="calendar">The calendar on which the clock runs, and in whose zone times are shown.</param>
    /// <param name="from">When the clock started, open or closed.</param>
    /// <param name="deadline">What <see cref="Deadlines.Compute"/> answered to the same.</param>
    /// <returns>One English sentence.</returns>
    public static string Explain(BusinessCalendar calendar, Instant from, Within within, ClockMode mode, Deadline deadline)
    {
        var (start, due) = (from.InZone(calendar.Zone), deadline.Due.InZone(calendar.Zone));
        var steps = Steps(calendar, from, within, mode, deadline)
            .Concat(PassedOverText.ClockChanges(calendar.Zone, from, deadline.Due));
        return $"{within} from {At(start)} on {calendar.Name} ({calendar.Zone.Id}): "
            + $"{string.Join(", ", steps)}, so due {At(due)} ({ZoneOf(due)}).";
    }

    private static IEnumerable<string> Steps(BusinessCalendar calendar, Instant from, Within within, ClockMode mode, Deadline deadline)
    {
        if (mode is ClockMode.Elapsed)
            return [$"elapsed time, {Length(deadline.Open)} whether open or closed"];
        if (calendar.IsAlwaysOpen)
            return [$"always open, {Length(deadline.Open)} on"];

        var (start, due) = (deadline.Start.InZone(calendar.Zone), deadline.Due.InZone(calendar.Zone));
        var counted = within.IsDays ? WorkingDays(calendar, within.Days, deadline) : OpenTime(calendar, deadline);
        if (deadline.Start > from)
            counted = counted.Select((step, index) => index == 0 ? $"closed until {At(start)}, then {step}" : step);
        return counted.Concat(PassedOverText.ClosedDays(calendar, from.InZone(calendar.Zone).Date, due.Date));
    }

    private static IEnumerable<string> OpenTime(BusinessCalendar calendar, Deadline deadline)
    {
        var spans = calendar.OpenSpansBetween(deadline.Start, deadline.Due);
        if (spans.Count > MostSpansNamed)
        {
            var last = spans[^1];
            yield return $"{Length(deadline.Open)} of open time in {Count(spans.Count, "stretch", "stretches")}, "
                + $"the last of them {Length(last.End - last.Start)} from {At(last.Start.InZone(calendar.Zone))}";
            yield break;
        }

        for (var i = 0; i < spans.Count; i++)
        {
            var then = i > 0 ? "then " : "";
            var length = Length(spans[i].End - spans[i].Start) + (i == 0 ? " of open time" : "");
            if (i == spans.Count - 1)
            {
                yield return then + length;
                yield break;
            }

            var (closing, opening) = (spans[i].End.InZone(calendar.Zone), spans[i + 1].Start.InZone(calendar.Zone));
            var named = i == 0 ? deadline.Start.InZone(calendar.Zone).Date : spans[i].Start.InZone(calendar.Zone).Date;
            yield return $"{then}{length} until {At(closing, named)}";
            yield return $"closed until {At(opening, closing.Date)}";
        }
    }

    private static IEnumerable<string> WorkingDays(BusinessCalendar calendar, int days, Deadline deadline)
    {
        var found = calendar.InDays(deadline.Start, days);
        var (start, target) = (deadline.Start.InZone(calendar.Zone), found.Target.InZone(calendar.Zone));
        yield return $"{Count(days, "working day")} on at {Time(start.TimeOfDay)} ({Length(deadline.Open)} of open time)";

        if (start.Date != found.Shift.Date)
            yield return $"counted from the shift that opened on {Day(found.Shift.Date)}";
        if (target.TimeOfDay != start.TimeOfDay)
            yield return SkippedBy(calendar, target.Date + start.TimeOfDay)
                ? $"a time that does not exist on {Day(target.Date)} and moves to {Time(target.TimeOfDay)}"
                : $"which a change of the clocks moves to {Time(target.TimeOfDay)}";
        if (deadline.Due < found.Target)
            yield return $"closed at that time on {Day(target.Date)}, which takes the closing before it";
        if (deadline.Due > found.Target)
            yield return $"closed at that time on {Day(target.Date)}, which takes the day's first opening";
    }

    private static bool SkippedBy(BusinessCalendar calendar, LocalDateTime local) => calendar.Zone.MapLocal(local).Count == 0;
}
