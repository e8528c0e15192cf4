using Handoff.Service.AgreementFiles;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class CalendarMistakesTests
{
    [Fact]
    public void A_calendar_that_never_opens_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.PeopleFile, "    open:\n      mon-fri: [\"08:30-17:30\"]",
            "    open:\n      mon-fri: [\"08:30-17:30\"]\n    closed: 2026-01-01..2029-12-31"),
        "people.yaml:16:3: calendar 'new_york' does not open within two years");

    [Fact]
    public void Overlapping_intervals_are_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "mon-thu: [\"09:00-13:00\", \"14:00-18:00\"]", "mon-thu: [\"09:00-13:00\", \"12:30-18:00\"]"),
        "people.yaml:6:32: this overlaps Monday 09:00-13:00");

    [Fact]
    public void An_overnight_interval_into_the_next_morning_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.PeopleFile, "mon-fri: [\"16:00-00:30\"]\n      sat:     [\"09:00-12:30\"]",
            "mon-fri: [\"16:00-09:30\"]\n      sat:     [\"09:00-12:30\"]"),
        "people.yaml:14:17: this overlaps Friday 16:00-09:30");

    [Fact]
    public void The_same_interval_twice_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "mon-fri: [\"08:30-17:30\"]", "mon-fri: [\"08:30-17:30\", \"08:30-17:30\"]"),
        "people.yaml:19:32: this overlaps Monday 08:30-17:30");

    [Fact]
    public void A_day_that_is_given_twice_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "fri:     [\"09:00-13:00\", \"14:00-17:00\"]", "thu-fri: [\"09:00-13:00\", \"14:00-17:00\"]"),
        "people.yaml:7:7: 'thu-fri' and 'mon-thu' both say when Thursday is open");

    [Fact]
    public void A_bad_day_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "sat:     [\"09:00-12:30\"]", "saturday: [\"09:00-12:30\"]"),
        "people.yaml:14:7: a day or a range of days such as sat or mon-fri is expected, not 'saturday'");

    [Fact]
    public void Bad_times_are_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "sat:     [\"09:00-12:30\"]", "sat:     [\"9-12:30\", \"13:00-24:30\"]"),
        "people.yaml:14:17: times such as 09:00-13:00, from 00:00 to 24:00, is expected, not '9-12:30'",
        "people.yaml:14:28: times such as 09:00-13:00, from 00:00 to 24:00, is expected, not '13:00-24:30'");

    [Fact]
    public void A_bad_date_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "\"2026-12-24\"]", "\"2026-02-30\"]"),
        "people.yaml:9:40: a date such as 2026-12-24, or a range whose end is not before its start such as 2026-08-10..2026-08-21, is " +
        "expected, not '2026-02-30'");

    [Fact]
    public void A_range_that_ends_before_its_start_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "\"2026-08-10..2026-08-21\"", "\"2026-08-21..2026-08-10\""),
        "people.yaml:9:14: a date such as 2026-12-24, or a range whose end is not before its start such as 2026-08-10..2026-08-21, is " +
        "expected, not '2026-08-21..2026-08-10'");

    [Fact]
    public void A_holiday_file_that_is_not_there_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "holidays: [holidays-it.ics]\n    closed", "holidays: [holidays-itt.ics]\n    closed"),
        "people.yaml:8:16: the file 'holidays-itt.ics' is not in the folder; did you mean 'holidays-it.ics'?");

    [Fact]
    public void A_holiday_file_that_is_no_calendar_is_told_where_it_is_named() => Acme.Told(
        Acme.Files.SetItem("holidays-it.ics", "hello"),
        "people.yaml:8:16: 'holidays-it.ics' cannot be read as a calendar: it does not begin with BEGIN:VCALENDAR");

    [Fact]
    public void A_holiday_file_that_is_refused_names_the_event_and_its_line() => Acme.Told(
        Acme.Files.SetItem("holidays-it.ics", Ics.File("DTSTART;VALUE=DATE:20270815|SUMMARY:Ferragosto|RRULE:FREQ=HOURLY")),
        "people.yaml:8:16: 'holidays-it.ics' cannot be read as a calendar: line 9: the event 'Ferragosto' of line 4: an all-day event "
            + "recurs more often than daily");

    [Theory]
    [InlineData(
        "DTSTART:20270203T090000|SUMMARY:Meeting",
        "holidays-it.ics:4:1: this file closes no day: none of its events lasts whole days in 2000 to 2100 and is not"
            + " cancelled; the first is the event 'Meeting' of line 4")]
    [InlineData(
        "DTSTART;VALUE=DATE:20270203|STATUS:CANCELLED",
        "holidays-it.ics:4:1: this file closes no day: none of its events lasts whole days in 2000 to 2100 and is not"
            + " cancelled; the first is the event of line 4")]
    [InlineData(null, "holidays-it.ics:1:1: this file closes no day: it holds no event")]
    public void A_holiday_file_in_which_no_event_counts_is_loaded_and_noted(string? one, string note)
    {
        var read = Assert.IsType<FolderReading.Loaded>(Acme.Read(Acme.Files.SetItem("holidays-it.ics",
            one is null ? Ics.File() : Ics.File(one))));

        Assert.Equal([note], read.Notes.Where(IsOfPeople).Select(each => each.ToString()));
    }

    [Fact]
    public void The_calendars_of_the_sample_have_nothing_to_note() =>
        Assert.Empty(Assert.IsType<FolderReading.Loaded>(Acme.Read(Acme.Files)).Notes.Where(IsOfPeople));

    private static bool IsOfPeople(Mistake note) => note.File != Acme.AgreementFile;

    [Fact]
    public void An_always_open_calendar_with_closed_dates_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "open: always }", "open: always, closed: 2026-12-24 }"),
        "people.yaml:22:51: a calendar that is always open has no 'closed'; write mon-sun: [\"00:00-24:00\"] for one that closes on " +
        "some dates");

    [Fact]
    public void A_bad_exceptional_date_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "  new_york:\n", "  new_york:\n    extra: { \"tomorrow\": [\"09:00-13:00\"] }\n"),
        "people.yaml:17:14: a date such as 2026-12-19, or a range such as 2026-12-19..2026-12-20, is expected, not 'tomorrow'");

    [Fact]
    public void Two_calendars_of_one_name_are_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "  always: {", "  office: {"),
        "people.yaml:22:3: 'office' is given twice");

    [Fact]
    public void An_unknown_word_for_open_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "open: always }", "open: allways }"),
        "people.yaml:22:35: 'always' or open times by day are expected, not 'allways'");
}
