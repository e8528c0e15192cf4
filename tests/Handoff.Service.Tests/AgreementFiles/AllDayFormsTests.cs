using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>All-day events as vendors write them, and what is none.</summary>
public sealed class AllDayFormsTests
{
    private const string Third = "2027-02-03";
    private const string ThirdAndFourth = "2027-02-03 2027-02-04";

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20270203|DTEND;VALUE=DATE:20270204", Third)] // Google, Nextcloud, Thunderbird
    [InlineData("DTSTART;VALUE=DATE:20270203", Third)] // date.nager.at, the French open data, Python's holidays
    [InlineData("DTSTART;VALUE=DATE:20270203|DTEND;VALUE=DATE:20270203", Third)] // Office Holidays, icalendar-generator
    [InlineData("DTSTART;VALUE=DATE:20270203|DURATION:P1D", Third)] // calendarlabs
    [InlineData("DTSTART:20270203", Third)]
    [InlineData("DTSTART;VALUE=DATE-TIME:20270203|DTEND;VALUE=DATE-TIME:20270203", Third)] // ics.js
    [InlineData("DTSTART;TZID=Europe/Berlin:20270203|DTEND;TZID=Europe/Berlin:20270203", Third)] // iCalcreator
    [InlineData("DTSTART;TZID=PRC;VALUE=DATE:20270203|DTEND;TZID=PRC;VALUE=DATE:20270203", Third)]
    [InlineData("dtstart;value=date:20270203|dtend;value=date:20270204", Third)]
    [InlineData("DTSTART;VALUE=\"DATE\":20270203", Third)]
    [InlineData("DTSTART;VALUE=DATE:20270203T000000Z|DTEND;VALUE=DATE:20270205T000000Z", ThirdAndFourth)] // as sent to gcalcli
    [InlineData("DTSTART;VALUE=DATE:20270203T000000|DTEND;VALUE=DATE:20270204T000000", Third)]
    [InlineData("DTSTART;VALUE=DATE:20270203T093000", Third)]
    [InlineData("DTSTART;VALUE=DATE:20270202T230000Z|DTEND;VALUE=DATE:20270203T230000Z", Third)]
    [InlineData("DTSTART:20270203T000000|DTEND:20270204T000000", Third)]
    [InlineData("DTSTART:20270203T000000Z|DTEND:20270204T000000Z", Third)]
    [InlineData("DTSTART:20270202T230000Z|DTEND:20270203T230000Z", Third)] // Rome's midnights
    [InlineData("DTSTART;TZID=America/New_York:20270203T000000|DTEND;TZID=America/New_York:20270204T000000", Third)]
    [InlineData("DTSTART;TZID=W. Europe Standard Time:20270203T000000|DTEND;TZID=W. Europe Standard Time:20270204T000000", Third)]
    [InlineData(
        "DTSTART;TZID=\"(UTC+01:00) Amsterdam, Berlin, Rome\":20270203T000000|DTEND;TZID=\"(UTC+01:00) Amsterdam,"
            + " Berlin, Rome\":20270204T000000",
        Third)]
    [InlineData("DTSTART;TZID=(UTC+01:00) Amsterdam:20270203T000000|DTEND;TZID=(UTC+01:00) Amsterdam:20270204T000000", Third)]
    [InlineData("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Rome:20270203T000000|DTEND:20270203T230000Z", Third)]
    [InlineData("DTSTART:20270203T000000|DTEND:20270203T235959", Third)]
    [InlineData("DTSTART:20270203T000000|DTEND:20270203T2359", Third)]
    [InlineData("DTSTART:20270203T000000|DTEND:20270203T240000", Third)]
    [InlineData("DTSTART:20270203T000000|DURATION:PT24H", Third)]
    [InlineData("DTSTART:20270203T000000|DURATION:P2D", ThirdAndFourth)]
    [InlineData("DTSTART:20270203T000000|DTEND;VALUE=DATE:20270205", ThirdAndFourth)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DTEND:20270204T000000", Third)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DTEND:20270204T000000Z", Third)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DTEND:20270203T230000Z", Third)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DTEND:20270204T235959", ThirdAndFourth)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DTEND:20270203T170000", Third)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DURATION:PT24H", Third)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DURATION:PT48H", ThirdAndFourth)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DURATION:PT1H", Third)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DURATION:P1DT12H", ThirdAndFourth)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DURATION:PT0S", Third)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DURATION:PT1440M", Third)]
    [InlineData("DTSTART:20270202T230000Z|DTEND:20270203T230000Z|X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", Third)] // Exchange
    [InlineData("DTSTART:20270203T050000Z|DTEND:20270204T050000Z|X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", Third)] // New York's midnights
    [InlineData("DTSTART:20270202T150000Z|DTEND:20270203T150000Z|X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", Third)] // Tokyo's
    [InlineData("DTSTART:20270203T000000|X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", Third)]
    [InlineData("DTSTART:20270203T080000|DTEND:20270203T170000|X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", Third)]
    [InlineData("DTSTART;TZID=Europe/Rome:20270328T000000|DTEND;TZID=Europe/Rome:20270329T000000", "2027-03-28")] // 23 hours
    [InlineData("DTSTART:20271030T220000Z|DTEND:20271031T230000Z", "2027-10-31")] // 25 hours in Rome
    [InlineData(
        "DTSTART;VALUE=DATE:20270203|BEGIN:VALARM|TRIGGER:-PT15M|DURATION:P9D|DTSTART;VALUE=DATE:20270901|RRULE:FREQ=DAILY|END:VALARM",
        Third)]
    [InlineData("DTSTART;VALUE=DATE:20270203|DESCRIPTION:Closed.\\nSee you: soon; DTSTART:20270909|COMMENT:a|\tfolded: line", Third)]
    public void It_is_a_holiday(string properties, string closed) => Assert.Equal(closed, Ics.Closed(Ics.File(properties)));

    [Theory]
    [InlineData("DTSTART:20270203T090000|DTEND:20270203T170000")]
    [InlineData("DTSTART:20270203T090000|DTEND:20270204T090000")] // a day long, but no whole day
    [InlineData("DTSTART:20270203T000000|DTEND:20270203T120000")]
    [InlineData("DTSTART:20270203T000000|DTEND:20270204T120000")]
    [InlineData("DTSTART:20270203T000000")] // without an end it lasts no time: RFC 5545, section 3.6.1
    [InlineData("DTSTART:20270203T000000|DTEND:20270203T000000")]
    [InlineData("DTSTART:20270203T000000|DURATION:PT1H")]
    [InlineData("DTSTART:20270203T090000|DTEND;VALUE=DATE:20270204")]
    [InlineData("DTSTART:20270203T000000|DTEND:20270204T000000|X-MICROSOFT-CDO-ALLDAYEVENT:FALSE")]
    [InlineData("DTSTART:20270203T030000Z|DTEND:20270204T030000Z")]
    public void It_has_a_time_of_day_and_closes_no_day(string properties) => Assert.Equal("", Ics.Closed(Ics.File(properties)));

    [Fact]
    public void Midnights_in_UTC_are_those_of_the_zone_that_the_file_names()
    {
        var text = Ics.File("DTSTART:20270203T050000Z|DTEND:20270204T050000Z").Replace("VERSION:2.0", "X-WR-TIMEZONE:America/New_York",
            StringComparison.Ordinal);

        Assert.Equal(Third, Ics.Closed(text));
    }

    [Fact]
    public void Midnights_in_UTC_are_those_of_the_calendar_whose_holidays_they_are()
    {
        var text = Ics.File("DTSTART:20270202T150000Z|DTEND:20270203T150000Z");

        Assert.Equal(Third, Ics.Closed(text, DateTimeZoneProviders.Tzdb["Asia/Tokyo"]));
        Assert.Equal("", Ics.Closed(text));
    }

    [Theory]
    [InlineData(
        "DTSTART;VALUE=DATE:20270230",
        "line 7: the event of line 4: DTSTART '20270230' is no date such as 20270203 and no time such as 20270203T140000Z")]
    [InlineData(
        "DTSTART;VALUE=DATE:2027-02-03",
        "line 7: the event of line 4: DTSTART '2027-02-03' is no date such as 20270203 and no time such as 20270203T140000Z")]
    [InlineData(
        "SUMMARY:Ferragosto|DTSTART;VALUE=DATE:20270815|DTEND;VALUE=DATE:20270814",
        "line 4: the event 'Ferragosto' of line 4: it ends before it begins")]
    [InlineData(
        "DTSTART;VALUE=DATE:20270203|DURATION:-P1D",
        "line 8: the event of line 4: DURATION '-P1D' is no length such as P1D or PT24H")]
    [InlineData("DTSTART;VALUE=DATE:20270203|DURATION:P", "line 8: the event of line 4: DURATION 'P' is no length such as P1D or PT24H")]
    [InlineData("DTSTART;VALUE=DATE:20270203|DTEND;VALUE=DATE:20290203", "line 4: the event of line 4: it lasts more than 366 days")]
    [InlineData("DTSTART;VALUE=DATE:20270203|DTSTART;VALUE=DATE:20270204", "line 8: the event of line 4: DTSTART is given twice")]
    [InlineData("SUMMARY:Nothing", "line 4: the event 'Nothing' of line 4: it has no DTSTART")]
    [InlineData(
        "DTSTART;VALUE=DATE:20270203|SUMMARY:Feast|EXDATE:soon",
        "line 9: the event 'Feast' of line 4: EXDATE 'soon' is no date such as 20270203 and no time such as 20270203T140000Z")]
    [InlineData(
        "DTSTART;VALUE=DATE:20270203|RRULE FREQ=YEARLY",
        "line 8: 'RRULE FREQ=YEARLY' is no property of a calendar, which is a name, a colon and a value")]
    [InlineData("DTSTART;VALUE=DATE:20270203|SEQUENCE:new", "line 8: the event of line 4: SEQUENCE 'new' is no number")]
    [InlineData(
        "DTSTART;VALUE=DATE:20270203|BEGIN:VEVENT",
        "line 8: BEGIN:VEVENT does not belong here: END:VEVENT is missing, in the event of line 4")]
    [InlineData(
        "DTSTART;VALUE=DATE:20270203|END:VTODO",
        "line 8: END:VTODO does not belong here: END:VEVENT is missing, in the event of line 4")]
    public void A_refused_file_names_the_event_and_its_line(string properties, string says) =>
        Assert.Equal(says, Ics.Wrong(Ics.File(properties)));

    [Fact]
    public void A_file_that_ends_in_the_middle_is_refused() => Assert.Equal(
        "line 5: the file ends where END:VEVENT is missing, in the event 'Feast' of line 2",
        Ics.Wrong("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270203\nSUMMARY:Feast\n"));
}
