using NodaTime;
using static Handoff.Calendars.PlainText;

namespace Handoff.Calendars;

/// <summary>What a deadline passed over and a reader may have forgotten: holidays, closed dates, a change of the clocks.</summary>
internal static class PassedOverText
{
    private const int MostNamed = 3;

    /// <summary>The holidays and closed dates on which the calendar would otherwise have opened, or nothing.</summary>
    public static IEnumerable<string> ClosedDays(BusinessCalendar calendar, LocalDate first, LocalDate last)
    {
        var runs = new List<(LocalDate First, LocalDate Last, bool IsHoliday)>();
        foreach (var day in calendar.ClosedDays(first, last))
        {
            // A run goes on over days that are closed anyway, such as a weekend.
            if (runs.Count > 0 && runs[^1].IsHoliday == day.IsHoliday && !AnyWorkingDay(calendar, runs[^1].Last, day.Date))
                runs[^1] = runs[^1] with { Last = day.Date };
            else
                runs.Add((day.Date, day.Date, day.IsHoliday));
        }

        if (runs.Count == 0) yield break;

        var named = runs.Take(MostNamed).Select(Name).ToList();
        if (runs.Count > MostNamed) named.Add(Count(runs.Count - MostNamed, "other closed spell"));
        yield return $"passing over {string.Join(" and ", named)}";
    }

    /// <summary>How the clocks change between the two, or nothing.</summary>
    public static IEnumerable<string> ClockChanges(DateTimeZone zone, Instant from, Instant to)
    {
        if (to <= from) yield break;

        var intervals = zone.GetZoneIntervals(from, to).ToList();
        var changes = intervals.Zip(intervals.Skip(1)).Where(pair => pair.First.WallOffset != pair.Second.WallOffset).ToList();
        if (changes.Count > MostNamed)
        {
            yield return $"the clocks change {Count(changes.Count, "time")}";
            yield break;
        }

        foreach (var (before, after) in changes)
        {
            var step = Duration.FromSeconds(after.WallOffset.Seconds - before.WallOffset.Seconds);
            var way = step > Duration.Zero ? $"forward {Length(step)}" : $"back {Length(-step)}";
            yield return $"the clocks going {way} on {Day(after.Start.InZone(zone).Date)}";
        }
    }

    private static bool AnyWorkingDay(BusinessCalendar calendar, LocalDate after, LocalDate before)
    {
        for (var date = after.PlusDays(1); date < before; date = date.PlusDays(1))
        {
            if (calendar.IsWorkingDay(date)) return true;
        }

        return false;
    }

    private static string Name((LocalDate First, LocalDate Last, bool IsHoliday) run)
    {
        var one = run.IsHoliday ? "holiday" : "closed day";
        return run.First == run.Last ? $"the {one} {Day(run.First)}" : $"the {one}s from {Day(run.First)} to {Day(run.Last)}";
    }
}
