using CsCheck;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

/// <summary>A later start never has an earlier deadline: of <c>d</c> too, overnight and while the clocks change.</summary>
public sealed class LaterStartTests
{
    private static readonly string[] Tricky = ["Europe/Rome", "America/St_Johns", "Australia/Lord_Howe", "America/Santiago"];
    private static readonly int[] ChangingMonths = [2, 3, 8, 9, 10];

    public static TheoryData<string, string> Zones => EveryZoneChangeTests.Zones;

    public static TheoryData<string, string, string, string> Pairs => new()
    {
        // The week; two starts, the earlier first; both have one working day.
        { "mon-sat 22:00-06:00", "2026-11-28 23:59", "2026-11-29 00:01", "nights" },
        { "mon-sat 22:00-06:00", "2026-11-29 05:59", "2026-11-29 06:01", "the end of the last night" },
        { "mon-fri 16:00-00:30;sat-sat 09:00-12:30", "2026-11-28 00:15", "2026-11-28 09:00", "a late shift and the morning after it" },
        { "mon-mon 22:00-12:00;tue-tue 15:00-18:00;wed-wed 01:00-02:00", "2026-11-24 11:00", "2026-11-24 15:00",
            "a night that lasts till noon" },
        { "mon-thu 22:00-06:00;fri-fri 04:00-04:30", "2026-11-26 05:07", "2026-11-26 22:00", "a shift that begins in another" },
        { "mon-fri 01:00-02:00;wed-wed 20:00-10:00", "2026-11-25 01:30", "2026-11-25 20:00", "two shifts a day" },
        { "sat-sun 00:00-24:00", "2026-03-28 02:59", "2026-03-28 03:01", "an hour that does not exist on the next day" },
        { "sat-sun 00:00-24:00", "2026-03-28 02:31", "2026-03-28 03:30", "and the hour after it" },
        { "sat-sun 00:00-24:00", "2026-10-24 02:59", "2026-10-24 03:00", "an hour that there is twice on the next day" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_later_start_has_no_earlier_deadline(string week, string earlier, string later, string what)
    {
        var calendar = Calendar(Rome, week.Split(';'));

        for (var days = 1; days <= 8; days++)
            Assert.True(calendar.AddWorkingDays(InRome(later), days) >= calendar.AddWorkingDays(InRome(earlier), days), what);
    }

    [Theory]
    [InlineData("2026-10-25 02:10 +02", "2026-10-31 02:10 +01")]
    [InlineData("2026-10-25 02:59 +02", "2026-10-31 02:59 +01")]
    [InlineData("2026-10-25 02:00 +01", "2026-10-31 03:00 +01")] // the clocks have shown 02:59 before
    [InlineData("2026-10-25 02:50 +01", "2026-10-31 03:00 +01")]
    [InlineData("2026-10-25 03:10 +01", "2026-10-31 03:10 +01")]
    public void In_the_hour_that_there_is_twice_the_place_in_the_shift_does_not_go_back(string start, string due) =>
        Assert.Equal(At(due), Due(Calendar(Rome, "sat-sun 00:00-24:00"), At(start), "1d"));

    [Theory]
    [InlineData("sat-sun 00:00-24:00", "2026-03-28 01:59", "2026-03-29 01:59 +01")]
    [InlineData("sat-sun 00:00-24:00", "2026-03-28 02:59", "2026-03-29 03:59 +02")]
    [InlineData("sat-sun 00:00-24:00", "2026-03-28 03:10", "2026-03-29 04:00 +02")] // 02:59 was moved to 03:59
    [InlineData("sat-sun 00:00-24:00", "2026-03-28 04:10", "2026-03-29 04:10 +02")]
    [InlineData("sat-sun 00:00-02:20;sat-sun 03:00-24:00", "2026-03-28 03:10", "2026-03-29 03:20 +02")] // 02:19 was moved to 03:19
    [InlineData("sat-sun 03:00-24:00", "2026-03-28 03:10", "2026-03-29 03:10 +02")]
    public void After_the_hour_that_does_not_exist_nothing_goes_before_what_was_moved_out_of_it(string week, string start, string due) =>
        Assert.Equal(At(due), Due(Calendar(Rome, week.Split(';')), InRome(start), "1d"));

    [Theory]
    [MemberData(nameof(Zones))]
    public void A_day_deadline_rises_with_the_start(string zone, string other) =>
        EveryZoneChangeTests.AtEveryChange(zone, other, (calendar, start, length, step) =>
        {
            var days = 1 + length.Hours % 10;
            var due = calendar.AddWorkingDays(start, days);
            foreach (var later in new[] { Duration.Epsilon, Duration.FromMinutes(1), Duration.FromMinutes(step.Minutes + 1), step,
                step + length, Duration.FromDays(1) })
            {
                var after = calendar.AddWorkingDays(start + later, days);
                Assert.True(after >= due, $"{days} days from {start} are {due}, and from {start + later} {after}");
            }
        });

    [Fact]
    public void A_day_deadline_rises_through_every_quarter_of_an_hour_of_two_weeks_about_a_change_of_the_clocks() =>
        Gen.Select(Gen.Int[0, 3].Select(at => Tricky[at]), Gen.Int[1, 10], Gen.Int[0, 4].Select(at => ChangingMonths[at]))
            .SelectMany((zone, days, month) => Some.CalendarOrList(Zone(zone), Zone("America/New_York")).Select(calendar => (calendar,
                days, month)))
            .Sample(
                one =>
                {
                    var (calendar, days, month) = one;
                    var before = Instant.MinValue;
                    var first = Instant.FromUtc(2026, month, 21, 0, 0);
                    for (var start = first; start < first + Duration.FromDays(16); start += Duration.FromMinutes(15))
                    {
                        var due = calendar.AddWorkingDays(start, days);
                        Assert.True(due >= before && due >= start, $"{days} days from {start} are {due}, after {before}");
                        before = due;
                    }
                },
                iter: 100,
                threads: 1);
}
