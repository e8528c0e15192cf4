using Handoff.Calendars;
using Handoff.Figures;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Figures;

/// <summary>Facts stay while the past of the calendars does.</summary>
public sealed class CalendarMarkTests
{
    private static readonly Instant From = Instant.FromUtc(2026, 11, 2, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2026, 11, 30, 0, 0);

    [Fact]
    public void The_same_hours_in_another_reading_of_the_files_have_the_same_mark() =>
        Assert.Equal(Mark(Office()), Mark(Office()));

    [Fact]
    public void A_holiday_to_come_changes_no_mark_and_one_that_was_does()
    {
        Assert.Equal(Mark(Office()), Mark(Office(new LocalDate(2026, 12, 8))));
        Assert.NotEqual(Mark(Office()), Mark(Office(new LocalDate(2026, 11, 18))));
    }

    [Fact]
    public void Other_hours_and_another_zone_change_the_mark()
    {
        Assert.NotEqual(Mark(Office()), Mark(Named("office", Rome, "mon-fri 09:00-17:30")));
        Assert.NotEqual(Mark(Office()), Mark(Named("office", Zone("Europe/London"), "mon-fri 08:00-16:00")));
    }

    [Fact]
    public void A_team_that_works_by_another_calendar_changes_the_mark() =>
        Assert.NotEqual(Mark(Office()), Mark(Named("late", Rome, "mon-fri 09:00-17:00")));

    private static string Mark(BusinessCalendar office) =>
        CalendarMark.Of(new Company { TeamCalendar = office }.Staff, From, To);

    private static BusinessCalendar Office(params LocalDate[] holidays) =>
        BusinessCalendar.Create("office", Rome, Hours("mon-fri 09:00-17:00"), holidays, [], []);

    private static BusinessCalendar Named(string name, DateTimeZone zone, string hours) =>
        BusinessCalendar.Create(name, zone, Hours(hours), [], [], []);
}
