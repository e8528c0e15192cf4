using CsCheck;
using Handoff.Calendars;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

/// <summary>The calendar against one that looks at the wall clock minute by minute.</summary>
public sealed class MinuteByMinuteTests
{
    private static readonly Gen<(OpenHours[] Hours, LocalDate[] Holidays)> Weeks = Gen.Select(
        Some.DayHours.Array[1, 8],
        Gen.Int[0, 20].Select(day => new LocalDate(2026, 10, 18).PlusDays(day)).Array[0, 4]);

    [Theory]
    [InlineData("Europe/Rome", "2026-10-20 00:00 +00")] // the clocks change on the 25th
    [InlineData("America/New_York", "2026-10-28 00:00 +00")]
    [InlineData("Australia/Lord_Howe", "2026-09-30 00:00 +00")]
    [InlineData("Asia/Kathmandu", "2026-10-20 00:00 +00")]
    public void It_counts_the_minutes_at_which_the_wall_clock_is_in_an_interval(string zoneId, string first) =>
        Gen.Select(Weeks, Gen.Int[0, 5 * 24 * 60], Gen.Int[1, 20 * 60]).Sample(
            (week, startMinute, length) =>
            {
                var zone = Zone(zoneId);
                var calendar = BusinessCalendar.Create("any", zone, week.Hours, week.Holidays, [], []);
                var start = At(first) + Duration.FromMinutes(startMinute);

                var wall = new WallClock([new(zone, week.Hours, week.Holidays)], At(first) - Duration.FromDays(2), Duration.FromDays(70));

                Assert.Equal(wall.NextOpening(start), calendar.NextOpening(start));
                if (wall.NextClosing(start) is { } closing) Assert.Equal(closing, calendar.NextClosing(start));
                if (wall.Advance(start, Duration.FromMinutes(length)) is not { } due) return;
                Assert.Equal(due, calendar.Advance(start, Duration.FromMinutes(length)));
                Assert.Equal(wall.OpenBetween(start, due - Duration.FromMinutes(1)), calendar.OpenBetween(start,
                    due - Duration.FromMinutes(1)));
            },
            iter: 15,
            threads: 1);

    [Theory]
    [InlineData("Europe/Rome", "2026-10-20 00:00 +00")]
    [InlineData("America/New_York", "2026-10-28 00:00 +00")]
    [InlineData("Australia/Lord_Howe", "2026-09-30 00:00 +00")]
    [InlineData("Asia/Kathmandu", "2026-10-20 00:00 +00")]
    public void It_finds_the_day_deadline_that_the_wall_clock_finds(string zoneId, string first) =>
        Gen.Select(Weeks, Gen.Int[0, 5 * 24 * 60], Gen.Int[1, 4]).Sample(
            (week, startMinute, days) =>
            {
                var zone = Zone(zoneId);
                var calendar = BusinessCalendar.Create("any", zone, week.Hours, week.Holidays, [], []);
                var wall = new WallClock([new(zone, week.Hours, week.Holidays)], At(first) - Duration.FromDays(2), Duration.FromDays(70));
                var opening = wall.NextOpening(At(first) + Duration.FromMinutes(startMinute));
                // Where it shows a time twice, the place in the shift stays: a rule of its own, with tests of its own.
                if (IsAroundAChange(zone, opening)) return;

                Assert.Equal(wall.InDays(opening, days), calendar.AddWorkingDays(opening, days));
            },
            iter: 40,
            threads: 1);

    private static bool IsAroundAChange(DateTimeZone zone, Instant start) =>
        zone.GetUtcOffset(start - Duration.FromHours(2)) != zone.GetUtcOffset(start + Duration.FromHours(2));
}
