using Handoff.Calendars;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

public sealed class WorkingDayDeadlineTests
{
    [Fact]
    public void One_day_from_Friday_afternoon_is_Monday_at_the_same_time() =>
        Assert.Equal(InRome("2026-11-23 16:00"), Due(Office, InRome("2026-11-20 16:00"), "1d"));

    [Fact]
    public void A_start_outside_hours_counts_from_the_next_opening() =>
        Assert.Equal(InRome("2026-11-24 09:00"), Due(Office, InRome("2026-11-21 15:00"), "1d"));

    [Fact]
    public void A_start_exactly_at_a_closing_counts_from_the_next_opening() =>
        Assert.Equal(InRome("2026-11-24 09:00"), Due(Office, InRome("2026-11-20 17:00"), "1d"));

    [Fact]
    public void A_start_exactly_at_an_opening_ends_at_an_opening() =>
        Assert.Equal(InRome("2026-11-24 09:00"), Due(Office, InRome("2026-11-23 09:00"), "1d"));

    [Theory]
    [InlineData("2026-12-07 10:00", "1d", "2026-12-09 10:00")]
    [InlineData("2026-08-07 10:00", "1d", "2026-08-24 10:00")]
    [InlineData("2026-12-23 10:00", "3d", "2026-12-30 10:00")]
    public void Holidays_and_closed_dates_are_no_working_days(string start, string within, string due) =>
        Assert.Equal(InRome(due), Due(SplitOffice, InRome(start), within));

    [Theory]
    [InlineData("2026-11-26 17:30", "2026-11-27 17:00")] // Thursday 17:30; Friday closes at 17:00
    [InlineData("2026-11-26 17:00", "2026-11-27 17:00")] // exactly at that closing
    public void A_time_after_hours_takes_the_closing_just_before_it(string start, string due) =>
        Assert.Equal(InRome(due), Due(SplitOffice, InRome(start), "1d"));

    [Fact]
    public void A_time_in_the_lunch_break_takes_the_closing_before_lunch()
    {
        var calendar = Calendar(Rome, "mon-mon 09:00-17:00", "tue-tue 09:00-13:00", "tue-tue 14:00-18:00");

        Assert.Equal(InRome("2026-11-24 13:00"), Due(calendar, InRome("2026-11-23 13:30"), "1d"));
    }

    [Fact]
    public void A_time_before_hours_takes_the_first_opening_of_the_day() =>
        Assert.Equal(InRome("2026-11-30 16:00"), Due(PhoneDesk, InRome("2026-11-28 10:00"), "1d"));

    [Fact]
    public void A_shift_that_ended_early_on_that_day_is_the_closing_before_it() =>
        Assert.Equal(InRome("2026-12-01 00:30"), Due(PhoneDesk, InRome("2026-11-28 10:00"), "2d"));

    [Fact]
    public void A_closing_at_midnight_is_on_the_day_that_it_ends()
    {
        var calendar = Calendar(Rome, "sat-sat 09:00-12:00", "mon-fri 16:00-24:00");

        Assert.Equal(InRome("2026-12-01 16:00"), Due(calendar, InRome("2026-11-28 10:00"), "2d"));
    }

    [Theory]
    [InlineData("2026-11-24 00:15", "1d", "2026-11-25 00:15")] // Monday's shift to Tuesday's
    [InlineData("2026-11-28 00:15", "2d", "2026-12-01 00:15")] // Friday's, over Saturday's, to Monday's
    [InlineData("2026-11-28 00:15", "1d", "2026-11-28 12:30")] // Friday's to Saturday's, which ends at noon
    public void After_midnight_an_overnight_shift_keeps_its_place_in_the_shift(string start, string within, string due) =>
        Assert.Equal(InRome(due), Due(PhoneDesk, InRome(start), within));

    [Fact]
    public void Three_at_night_in_the_tenth_later_night_shift()
    {
        var nights = Calendar(Rome, "mon-sat 22:00-06:00");

        Assert.Equal(InRome("2026-12-11 03:07"), Due(nights, InRome("2026-11-29 03:07"), "10d"));
    }

    [Fact]
    public void The_morning_on_which_an_overnight_shift_ends_is_no_working_day()
    {
        var nights = Calendar(Rome, "mon-fri 22:00-06:00");

        Assert.False(nights.IsWorkingDay(new LocalDate(2026, 11, 28)));
        Assert.Equal(InRome("2026-12-01 02:00"), Due(nights, InRome("2026-11-28 02:00"), "1d"));
    }

    [Fact]
    public void An_extra_open_date_is_a_working_day()
    {
        var calendar = BusinessCalendar.Create(
            "office", Rome, Hours("mon-fri 09:00-17:00"), [], [], [(new LocalDate(2026, 11, 21), Hours("sat-sat 10:00-12:00")[0])]);

        Assert.Equal(InRome("2026-11-21 12:00"), Due(calendar, InRome("2026-11-20 16:00"), "1d"));
    }

    [Fact]
    public void An_elapsed_day_is_24_hours_even_when_the_clocks_change() =>
        Assert.Equal(InRome("2026-03-29 17:00"), Due(Office, InRome("2026-03-28 16:00"), "1d", ClockMode.Elapsed));

    [Fact]
    public void A_day_on_an_always_open_calendar_is_24_hours_even_when_the_clocks_change() =>
        Assert.Equal(InRome("2026-03-29 17:00"), Due(BusinessCalendar.AlwaysOpen("always", Rome), InRome("2026-03-28 16:00"), "1d"));

    [Fact]
    public void A_week_without_a_gap_is_always_open()
    {
        var week = Calendar(Rome, "mon-sun 00:00-12:00", "mon-sun 12:00-24:00");

        Assert.True(week.IsAlwaysOpen);
        Assert.Equal(InRome("2026-03-29 17:00"), Due(week, InRome("2026-03-28 16:00"), "1d"));
    }

    [Theory]
    [InlineData("2026-11-20 16:00", "2026-11-20 16:00", 0)]
    [InlineData("2026-11-20 16:00", "2026-11-23 15:59", 0)]
    [InlineData("2026-11-20 16:00", "2026-11-23 16:00", 1)]
    [InlineData("2026-11-20 16:00", "2026-11-22 12:00", 0)]
    [InlineData("2026-11-21 12:00", "2026-11-24 09:00", 1)]
    [InlineData("2026-11-20 16:00", "2026-11-30 15:59", 5)]
    [InlineData("2026-11-20 16:00", "2026-11-19 16:00", 0)]
    public void Whole_working_days_are_those_that_have_run(string start, string end, int days) =>
        Assert.Equal(days, Office.WholeWorkingDaysBetween(InRome(start), InRome(end)));

    [Fact]
    public void No_days_are_the_start_or_the_next_opening()
    {
        Assert.Equal(InRome("2026-11-20 16:00"), Office.AddWorkingDays(InRome("2026-11-20 16:00"), 0));
        Assert.Equal(InRome("2026-11-23 09:00"), Office.AddWorkingDays(InRome("2026-11-20 17:00"), 0));
    }
}
