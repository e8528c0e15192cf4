using Handoff.Calendars;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

public sealed class BusinessCalendarTests
{
    [Theory]
    [InlineData("2026-11-23 08:59", false)]
    [InlineData("2026-11-23 09:00", true)]
    [InlineData("2026-11-23 16:59", true)]
    [InlineData("2026-11-23 17:00", false)]
    [InlineData("2026-11-22 12:00", false)]
    public void Open_time_is_half_open(string at, bool open) => Assert.Equal(open, Office.IsOpen(InRome(at)));

    [Fact]
    public void A_holiday_closes_the_shift_that_opens_on_it_and_not_the_one_that_ends_on_it()
    {
        Assert.True(PhoneDesk.IsOpen(InRome("2026-12-08 00:15"))); // Monday's shift, on the holiday
        Assert.False(PhoneDesk.IsOpen(InRome("2026-12-08 16:00")));
        Assert.False(PhoneDesk.IsOpen(InRome("2026-12-09 00:15"))); // what would have been the holiday's shift
        Assert.True(PhoneDesk.IsOpen(InRome("2026-12-09 16:00")));
    }

    [Fact]
    public void A_range_of_closed_dates_includes_both_ends()
    {
        Assert.True(SplitOffice.IsOpen(InRome("2026-08-07 10:00")));
        Assert.False(SplitOffice.IsOpen(InRome("2026-08-10 10:00")));
        Assert.False(SplitOffice.IsOpen(InRome("2026-08-21 10:00")));
        Assert.True(SplitOffice.IsOpen(InRome("2026-08-24 10:00")));
    }

    [Fact]
    public void Holidays_that_recur_are_asked_for_every_year()
    {
        Assert.False(SplitOffice.IsWorkingDay(new LocalDate(2029, 12, 25)));
        Assert.False(SplitOffice.IsWorkingDay(new LocalDate(2031, 1, 1)));
        Assert.True(SplitOffice.IsWorkingDay(new LocalDate(2031, 1, 2)));
    }

    [Fact]
    public void A_shift_on_new_years_eve_runs_into_a_holiday_of_the_next_year()
    {
        var calendar = BusinessCalendar.Create(
            "late", Rome, Hours("mon-sun 22:00-02:00"), year => [new LocalDate(year, 1, 1)], [], []);

        Assert.True(calendar.IsOpen(InRome("2027-01-01 01:59")));
        Assert.Equal(InRome("2027-01-02 22:00"), calendar.NextOpening(InRome("2027-01-01 02:00")));
    }

    [Fact]
    public void An_extra_open_date_opens_even_on_a_holiday_and_beside_the_usual_hours()
    {
        var times = Hours("mon-mon 18:00-20:00")[0];
        var calendar = BusinessCalendar.Create(
            "office",
            Rome,
            Hours("mon-fri 09:00-17:00"),
            [new LocalDate(2026, 12, 8)],
            [],
            [(new LocalDate(2026, 12, 8), times), (new LocalDate(2026, 12, 9), times)]);

        Assert.False(calendar.IsOpen(InRome("2026-12-08 10:00")));
        Assert.True(calendar.IsOpen(InRome("2026-12-08 19:00")));
        Assert.True(calendar.IsOpen(InRome("2026-12-09 10:00")));
        Assert.True(calendar.IsOpen(InRome("2026-12-09 19:00")));
    }

    [Fact]
    public void The_next_opening_is_the_instant_itself_while_open()
    {
        Assert.Equal(InRome("2026-11-23 12:00"), Office.NextOpening(InRome("2026-11-23 12:00")));
        Assert.Equal(InRome("2026-11-23 09:00"), Office.NextOpening(InRome("2026-11-20 17:00")));
    }

    [Fact]
    public void The_next_closing_ends_intervals_that_touch()
    {
        var calendar = Calendar(Rome, "mon-mon 09:00-13:00", "mon-mon 13:00-24:00", "tue-tue 00:00-02:00");

        Assert.Equal(InRome("2026-11-24 02:00"), calendar.NextClosing(InRome("2026-11-23 10:00")));
        Assert.Equal(InRome("2026-11-24 02:00"), calendar.NextClosing(InRome("2026-11-22 10:00")));
        Assert.Equal(InRome("2026-12-01 02:00"), calendar.NextClosing(InRome("2026-11-24 02:00")));
    }

    [Theory]
    [InlineData("2026-11-23 13:00", true)]
    [InlineData("2026-11-23 18:00", true)]
    [InlineData("2026-11-23 17:59", false)]
    [InlineData("2026-11-23 18:01", false)]
    [InlineData("2026-11-23 09:00", false)]
    public void A_closing_is_known_as_one(string at, bool closing) => Assert.Equal(closing, SplitOffice.IsClosing(InRome(at)));

    [Fact]
    public void An_always_open_calendar_opens_now_and_never_closes()
    {
        Assert.True(Always.IsAlwaysOpen);
        Assert.Equal(InRome("2026-11-21 15:00"), Always.NextOpening(InRome("2026-11-21 15:00")));
        Assert.Null(Always.NextClosing(InRome("2026-11-21 15:00")));
        Assert.True(Always.IsWorkingDay(new LocalDate(2026, 11, 22)));
    }

    [Fact]
    public void A_calendar_without_an_opening_within_two_years_never_opens()
    {
        var once = BusinessCalendar.Create(
            "once", Rome, [], [], [], [(new LocalDate(2026, 11, 23), Hours("mon-mon 09:00-17:00")[0])]);

        Assert.True(Calendar(Rome).NeverOpens(InRome("2026-11-23 09:00")));
        Assert.False(once.NeverOpens(InRome("2024-11-24 09:00")));
        Assert.True(once.NeverOpens(InRome("2024-11-20 09:00")));
        Assert.True(once.NeverOpens(InRome("2026-11-23 17:00")));
        Assert.Throws<CalendarNeverOpensException>(() => once.Advance(InRome("2026-11-23 09:00"), Duration.FromHours(9)));
        Assert.Throws<CalendarNeverOpensException>(() => once.AddWorkingDays(InRome("2026-11-23 09:00"), 1));
    }

    [Fact]
    public void Open_time_adds_up_over_many_years()
    {
        var (start, end) = (InRome("2015-01-01 00:00"), InRome("2036-01-01 00:00"));
        var weekdays = Enumerable.Range(0, 21 * 366)
            .Select(day => new LocalDate(2015, 1, 1).PlusDays(day))
            .Count(date => date.Year < 2036 && date.DayOfWeek < IsoDayOfWeek.Saturday);

        Assert.Equal(Duration.FromHours(8 * weekdays), Office.OpenBetween(start, end));
        Assert.Equal(InRome("2035-12-31 17:00"), Office.Advance(start, Duration.FromHours(8 * weekdays)));
    }

    [Fact]
    public void No_time_passes_backwards() =>
        Assert.Equal(Duration.Zero, Office.OpenBetween(InRome("2026-11-24 12:00"), InRome("2026-11-23 12:00")));

    [Fact]
    public void Times_before_1970_are_known_too() =>
        Assert.Equal(At("1955-07-04 10:00 -04"), Due(
            Calendar(Zone("America/New_York"), "mon-fri 09:00-17:00"), At("1955-07-02 12:00 -04"), "1h"));

    [Fact]
    public void Many_threads_get_one_answer()
    {
        var calendar = Calendar(Rome, "mon-fri 09:00-17:00");
        var starts = Enumerable.Range(0, 2000).Select(n => InRome("2010-01-01 00:00") + Duration.FromHours(n * 61)).ToArray();
        var answers = new Instant[starts.Length];

        Parallel.For(0, starts.Length, n => answers[n] = calendar.Advance(starts[n], Duration.FromHours(30)));

        Assert.Equal(starts.Select(start => Office.Advance(start, Duration.FromHours(30))), answers);
    }
}
