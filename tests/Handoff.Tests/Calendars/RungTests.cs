using Handoff.Calendars;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

public sealed class RungTests
{
    [Theory]
    [InlineData(50, "2026-11-23 15:30")]
    [InlineData(80, "2026-11-23 16:12")]
    [InlineData(100, "2026-11-23 16:40")]
    [InlineData(150, "2026-11-24 09:50")]
    [InlineData(300, "2026-11-24 13:20")]
    public void A_rung_is_a_share_of_the_clocks_own_time(int percent, string at) =>
        Assert.Equal(InRome(at), RungOf(Office, "2026-11-23 14:20", "2h20m", percent));

    [Fact]
    public void A_rung_that_falls_exactly_on_a_closing_stands_there() =>
        Assert.Equal(InRome("2026-11-23 17:00"), RungOf(Office, "2026-11-23 16:00", "2h", 50));

    [Theory]
    [InlineData(50, "2026-11-23 12:00")] // 8 h of open time between Friday 16:00 and Monday 16:00: 1 h on Friday, 3 h on Monday
    [InlineData(100, "2026-11-23 16:00")]
    [InlineData(150, "2026-11-24 12:00")]
    public void A_rung_of_a_day_clock_is_a_share_of_the_open_time_up_to_its_deadline(int percent, string at) =>
        Assert.Equal(InRome(at), RungOf(Office, "2026-11-20 16:00", "1d", percent));

    [Fact]
    public void The_rung_at_100_percent_is_the_deadline_even_where_that_is_an_opening()
    {
        // The open time of the day is over at Saturday's closing, but the promise is broken on Monday.
        Assert.Equal(InRome("2026-11-30 16:00"), RungOf(PhoneDesk, "2026-11-28 10:00", "1d", 100));
        Assert.Equal(InRome("2026-11-28 12:00"), RungOf(PhoneDesk, "2026-11-28 10:00", "1d", 80));
        Assert.Equal(InRome("2026-11-30 17:15"), RungOf(PhoneDesk, "2026-11-28 10:00", "1d", 150));
    }

    [Fact]
    public void An_elapsed_clock_has_its_rungs_in_elapsed_time() =>
        Assert.Equal(
            InRome("2026-11-22 04:00"),
            Deadlines.RungAt(Office, ClockMode.Elapsed, InRome("2026-11-20 16:00"), Duration.FromHours(24), Duration.Zero, 150));

    [Fact]
    public void Time_that_has_run_stays_run() =>
        Assert.Equal(
            InRome("2026-11-23 10:30"),
            Deadlines.RungAt(
                Office, ClockMode.Business, InRome("2026-11-21 15:00"), Duration.FromHours(2), Duration.FromMinutes(30), 100));

    [Fact]
    public void A_rung_that_had_passed_before_falls_due_at_once() =>
        Assert.Equal(
            InRome("2026-11-21 15:00"),
            Deadlines.RungAt(
                Office, ClockMode.Business, InRome("2026-11-21 15:00"), Duration.FromHours(2), Duration.FromMinutes(90), 50));

    [Fact]
    public void A_share_that_is_no_whole_nanosecond_is_rounded_up() =>
        Assert.Equal(
            InRome("2026-11-23 09:00") + Duration.FromNanoseconds(2),
            Deadlines.RungAt(
                Office, ClockMode.Business, InRome("2026-11-23 09:00"), Duration.FromNanoseconds(3), Duration.Zero, 50));

    [Fact]
    public void A_rung_beyond_all_time_is_refused() =>
        Assert.Throws<OverflowException>(() => RungOf(Office, "2026-11-23 09:00", "8784h", int.MaxValue));

    private static Instant RungOf(BusinessCalendar calendar, string start, string within, int percent) =>
        Deadlines.RungAt(
            calendar,
            ClockMode.Business,
            Deadlines.Compute(calendar, InRome(start), Length(within), ClockMode.Business),
            percent);
}
