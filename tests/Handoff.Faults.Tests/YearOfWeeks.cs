using System.Diagnostics;
using Handoff.Faults.Tests.World;
using NodaTime;
using Xunit.Abstractions;

namespace Handoff.Faults.Tests;

/// <summary>
/// A company for many weeks: each has its one report at half past eight on the wall, whatever the clocks do, on the next working day where
/// Monday is none. With all faults at once, with other heads, other times and days on which the heads are off, each report goes once at an
/// agreed time, and tells what the events say. <c>HANDOFF_WEEKS</c> says how many (13; 52 are a year), <c>HANDOFF_YEARS</c> how often with
/// faults (1).
/// </summary>
public sealed class YearOfWeeks(ITestOutputHelper output)
{
    [Fact]
    public void Every_week_has_one_report_at_its_time()
    {
        var weeks = Scenario.Number("HANDOFF_WEEKS", 13);
        var started = Stopwatch.GetTimestamp();

        var played = Simulation.Play(new(Seed: 1, Leads: 8 * weeks, Days: 7 * weeks, With: Trouble.Office));

        output.WriteLine(FormattableString.Invariant(
            $"{played.Reports.Count} reports, {played.Steps} commits in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s."));
        Assert.True(played.Broken is null, played.Broken);
        var planned = played.Reports.Select(report => report.Planned).ToList();
        Assert.InRange(planned.Count, weeks, weeks + 1);
        Assert.Equal(Enumerable.Range(0, planned.Count).Select(week => new LocalDate(2026, 10, 12).PlusWeeks(week)), planned);
        Assert.All(played.Reports, report => Assert.Equal(new LocalTime(8, 30), report.Due.TimeOfDay));
        // Of the first week the company had no leads yet; a quarter ends with the year.
        Assert.InRange(played.Figures.GetValueOrDefault("accepted_in_time"), weeks - 3, int.MaxValue);
        if (weeks >= 13)
            Assert.All(
                (string[])["accepted_leads", "won_amount", "pipeline_created", "acceptance_rate"],
                metric => Assert.Contains(metric, played.Figures.Keys));
        Assert.All(played.Reports, report => Assert.InRange(Period.DaysBetween(report.Planned, report.Due.Date), 0, 3));
        // Easter Monday is no working day.
        if (planned.Contains(new(2027, 3, 29)))
            Assert.Contains(played.Reports, report => report is { Planned: { Month: 3, Day: 29 }, Due: { Month: 3, Day: 30 } });
    }

    [Fact]
    public void Whatever_fails_and_changes_each_report_goes_once_at_an_agreed_time()
    {
        var (weeks, years) = (Scenario.Number("HANDOFF_WEEKS", 13), Scenario.Number("HANDOFF_YEARS", 1));
        var worked = Environment.CpuUsage.TotalTime;

        var played = Enumerable.Range(2, years).AsParallel()
            .Select(seed => Simulation.Play(new((ulong)seed, Leads: weeks, Days: 7 * weeks))).ToList();

        var reports = played.SelectMany(one => one.Reports).ToList();
        output.WriteLine(FormattableString.Invariant(
            $"{reports.Count} reports, {(Environment.CpuUsage.TotalTime - worked).TotalSeconds:F1} s of CPU: {string.Join(' ', reports)}"));
        if (played.Where(one => one.Broken is not null).ToList() is { Count: > 0 } failed)
            Assert.Fail(Shrinking.Report(failed));
        Assert.Contains(reports, report => report.Due.Date > report.Planned);
        Assert.Contains(reports, report => report.Due.TimeOfDay != new LocalTime(8, 30));
        Assert.Contains(reports, report => report.Planned.DayOfWeek == IsoDayOfWeek.Tuesday);
    }
}
