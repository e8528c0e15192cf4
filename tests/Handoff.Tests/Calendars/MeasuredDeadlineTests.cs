using Handoff.Calendars;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

public sealed class MeasuredDeadlineTests
{
    [Theory]
    [InlineData("2026-11-21 15:00")]
    [InlineData("2026-11-21 22:00")]
    public void A_lead_that_arrives_on_Saturday_has_its_hour_from_Monday_morning(string arrives) =>
        Assert.Equal(InRome("2026-11-23 10:00"), Due(Office, InRome(arrives), "1h"));

    [Fact]
    public void A_length_that_ends_exactly_at_closing_ends_there() =>
        Assert.Equal(InRome("2026-11-23 17:00"), Due(Office, InRome("2026-11-23 16:00"), "1h"));

    [Fact]
    public void A_length_that_does_not_fit_goes_on_at_the_next_opening() =>
        Assert.Equal(InRome("2026-11-24 09:01"), Due(Office, InRome("2026-11-23 16:00"), "61m"));

    [Fact]
    public void A_start_exactly_at_an_opening_is_inside() =>
        Assert.Equal(
            new Deadline(InRome("2026-11-23 09:00"), InRome("2026-11-23 09:05"), Duration.FromMinutes(5)),
            Deadlines.Compute(Office, InRome("2026-11-23 09:00"), Length("5m"), ClockMode.Business));

    [Fact]
    public void A_start_exactly_at_a_closing_is_outside() =>
        Assert.Equal(
            new Deadline(InRome("2026-11-24 09:00"), InRome("2026-11-24 09:05"), Duration.FromMinutes(5)),
            Deadlines.Compute(Office, InRome("2026-11-23 17:00"), Length("5m"), ClockMode.Business));

    [Fact]
    public void A_lunch_break_does_not_count() =>
        Assert.Equal(InRome("2026-11-23 14:30"), Due(SplitOffice, InRome("2026-11-23 12:30"), "1h"));

    [Fact]
    public void A_length_that_ends_at_the_lunch_break_ends_there() =>
        Assert.Equal(InRome("2026-11-23 13:00"), Due(SplitOffice, InRome("2026-11-23 12:00"), "1h"));

    [Fact]
    public void An_overnight_shift_runs_through_midnight() =>
        Assert.Equal(InRome("2026-11-24 00:15"), Due(PhoneDesk, InRome("2026-11-23 23:45"), "30m"));

    [Fact]
    public void What_an_overnight_shift_leaves_over_counts_from_the_next_one() =>
        Assert.Equal(InRome("2026-11-24 16:15"), Due(PhoneDesk, InRome("2026-11-24 00:00"), "45m"));

    [Fact]
    public void A_holiday_is_passed_over() =>
        Assert.Equal(InRome("2026-12-09 10:00"), Due(SplitOffice, InRome("2026-12-07 17:00"), "2h"));

    [Fact]
    public void A_range_of_closed_dates_is_passed_over_with_both_ends() =>
        Assert.Equal(InRome("2026-08-24 10:00"), Due(SplitOffice, InRome("2026-08-07 16:00"), "2h"));

    [Fact]
    public void An_elapsed_clock_counts_the_night_and_the_weekend() =>
        Assert.Equal(InRome("2026-11-21 17:30"), Due(Office, InRome("2026-11-21 15:00"), "2h30m", ClockMode.Elapsed));

    [Fact]
    public void An_always_open_calendar_counts_everything() =>
        Assert.Equal(InRome("2026-11-21 16:00"), Due(Always, InRome("2026-11-21 15:00"), "1h"));

    [Fact]
    public void Seconds_of_the_start_are_kept() =>
        Assert.Equal(
            InRome("2026-11-24 09:00") + Duration.FromSeconds(1),
            Due(Office, InRome("2026-11-23 16:59") + Duration.FromSeconds(1), "1m"));

    [Fact]
    public void A_calendar_that_never_opens_again_has_no_deadline() =>
        Assert.Throws<CalendarNeverOpensException>(() => Due(Calendar(Rome), InRome("2026-11-23 16:00"), "1h"));
}
