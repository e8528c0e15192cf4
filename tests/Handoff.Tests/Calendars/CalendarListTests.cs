using Handoff.Calendars;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

public sealed class CalendarListTests
{
    private static readonly BusinessCalendar NewYork = Calendar(Zone("America/New_York"), "mon-fri 08:30-17:30");

    private static readonly BusinessCalendar Both = BusinessCalendar.AnyOf("both", [Office, NewYork]);

    [Fact]
    public void A_list_is_open_when_any_of_its_calendars_is()
    {
        Assert.True(Both.IsOpen(InRome("2026-11-23 10:00")));
        Assert.True(Both.IsOpen(InRome("2026-11-23 23:00")));
        Assert.False(Both.IsOpen(InRome("2026-11-23 23:30")));
    }

    [Fact]
    public void Time_that_two_calendars_share_counts_once() =>
        Assert.Equal(Duration.FromHours(14.5), Both.OpenBetween(InRome("2026-11-23 00:00"), InRome("2026-11-24 00:00")));

    [Fact]
    public void It_closes_when_the_last_of_them_does() =>
        Assert.Equal(InRome("2026-11-23 23:30"), Both.NextClosing(InRome("2026-11-23 10:00")));

    [Fact]
    public void Days_keep_the_local_time_of_the_first_calendar() =>
        // Between these two Fridays only New York's clocks change: 22:00 stays 22:00 in Rome.
        Assert.Equal(InRome("2026-03-09 22:00"), Due(Both, InRome("2026-03-06 22:00"), "1d"));

    [Fact]
    public void A_day_on_which_only_one_of_them_opens_is_a_working_day()
    {
        var holiday = BusinessCalendar.Create("rome", Rome, Hours("mon-fri 09:00-17:00"), [new LocalDate(2026, 12, 8)], [], []);
        var list = BusinessCalendar.AnyOf("both", [holiday, NewYork]);

        Assert.Equal(InRome("2026-12-08 16:00"), Due(list, InRome("2026-12-07 16:00"), "1d"));
    }

    [Fact]
    public void The_day_of_an_opening_is_the_one_in_the_zone_of_the_first()
    {
        var list = BusinessCalendar.AnyOf("both", [Office, Calendar(Zone("Australia/Sydney"), "mon-fri 09:00-17:00")]);

        Assert.True(list.IsWorkingDay(new LocalDate(2026, 11, 22))); // Monday 09:00 in Sydney is Sunday 23:00 in Rome
    }

    [Fact]
    public void A_list_that_never_has_a_gap_for_days_still_has_working_days()
    {
        var list = BusinessCalendar.AnyOf(
            "sun", [Calendar(Rome, "mon-fri 08:00-20:00"), Calendar(Zone("America/Los_Angeles"), "mon-fri 10:00-24:00")]);

        Assert.Equal(InRome("2026-11-25 12:00"), Due(list, InRome("2026-11-24 12:00"), "1d"));
    }

    [Fact]
    public void A_list_with_an_always_open_calendar_is_always_open() =>
        Assert.True(BusinessCalendar.AnyOf("both", [Office, Always]).IsAlwaysOpen);

    [Fact]
    public void A_list_of_lists_is_a_list() =>
        Assert.True(BusinessCalendar.AnyOf("all", [PhoneDesk, Both]).IsOpen(InRome("2026-11-24 00:15")));

    [Fact]
    public void A_list_names_at_least_one_calendar() =>
        Assert.Throws<ArgumentException>(() => BusinessCalendar.AnyOf("none", []));
}
