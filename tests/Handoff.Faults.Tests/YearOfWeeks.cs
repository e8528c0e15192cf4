using System.Diagnostics;
using Handoff.Faults.Tests.World;
using NodaTime;
using Xunit.Abstractions;

namespace Handoff.Faults.Tests;

/// <summary>
/// A company for many weeks without a fault: each has its one report at half past eight on the wall, whatever the clocks do, on the next
/// working day where Monday is none. <c>HANDOFF_WEEKS</c> says how many (13; 52 are a year).
/// </summary>
public sealed class YearOfWeeks(ITestOutputHelper output)
{
    [Fact]
    public void Every_week_has_one_report_at_its_time()
    {
        var weeks = Scenario.Number("HANDOFF_WEEKS", 13);
        var started = Stopwatch.GetTimestamp();

        var played = Simulation.Play(new(Seed: 1, Leads: 8 * weeks, Days: 7 * weeks, With: Trouble.None));

        output.WriteLine(FormattableString.Invariant(
            $"{played.Reports.Count} reports, {played.Steps} commits in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s."));
        Assert.True(played.Broken is null, played.Broken);
        var planned = played.Reports.Select(report => report.Planned).ToList();
        Assert.InRange(planned.Count, weeks, weeks + 1);
        Assert.Equal(Enumerable.Range(0, planned.Count).Select(week => new LocalDate(2026, 10, 12).PlusWeeks(week)), planned);
        Assert.All(played.Reports, report => Assert.Equal(new LocalTime(8, 30), report.Due.TimeOfDay));
        // Two promises a week; of the first the company had no leads yet.
        Assert.InRange(played.Figures, weeks, int.MaxValue);
        Assert.All(played.Reports, report => Assert.InRange(Period.DaysBetween(report.Planned, report.Due.Date), 0, 3));
        // Easter Monday is no working day.
        if (planned.Contains(new(2027, 3, 29)))
            Assert.Contains(played.Reports, report => report is { Planned: { Month: 3, Day: 29 }, Due: { Month: 3, Day: 30 } });
    }
}
