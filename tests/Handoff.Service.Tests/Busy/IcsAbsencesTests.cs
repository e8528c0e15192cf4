using Handoff.Service.Busy;
using Handoff.Service.Tests.AgreementFiles;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Handoff.Service.Tests.Busy;

/// <summary>Which events of a person's own calendar are absences, in the forms in which vendors write them.</summary>
public sealed class IcsAbsencesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 9, 0);

    // As Outlook on the web publishes a calendar: names of Windows for zones, and its own word for how each event is shown.
    private const string Outlook = """
        BEGIN:VCALENDAR
        METHOD:PUBLISH
        PRODID:Microsoft Exchange Server 2010
        VERSION:2.0
        X-WR-CALNAME:Calendar
        BEGIN:VTIMEZONE
        TZID:W. Europe Standard Time
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:040000008200E00074C5B7101A82E00800000000A1
        SUMMARY:Away
        DTSTART;VALUE=DATE:20261207
        DTEND;VALUE=DATE:20261212
        CLASS:PUBLIC
        TRANSP:OPAQUE
        STATUS:CONFIRMED
        X-MICROSOFT-CDO-BUSYSTATUS:OOF
        X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
        END:VEVENT
        BEGIN:VEVENT
        UID:040000008200E00074C5B7101A82E00800000000A2
        SUMMARY:Busy
        DTSTART;TZID=W. Europe Standard Time:20261202T100000
        DTEND;TZID=W. Europe Standard Time:20261202T110000
        X-MICROSOFT-CDO-BUSYSTATUS:BUSY
        END:VEVENT
        BEGIN:VEVENT
        UID:040000008200E00074C5B7101A82E00800000000A3
        SUMMARY:Away
        RRULE:FREQ=WEEKLY;UNTIL=20261217T150000Z;INTERVAL=1;BYDAY=TH;WKST=MO
        EXDATE;TZID=W. Europe Standard Time:20261210T140000
        DTSTART;TZID=W. Europe Standard Time:20261126T140000
        DTEND;TZID=W. Europe Standard Time:20261126T180000
        X-MICROSOFT-CDO-BUSYSTATUS:OOF
        END:VEVENT
        BEGIN:VEVENT
        UID:040000008200E00074C5B7101A82E00800000000A3
        RECURRENCE-ID;TZID=W. Europe Standard Time:20261217T140000
        SUMMARY:Away
        DTSTART;TZID=W. Europe Standard Time:20261218T090000
        DTEND;TZID=W. Europe Standard Time:20261218T120000
        X-MICROSOFT-CDO-BUSYSTATUS:OOF
        END:VEVENT
        BEGIN:VEVENT
        UID:040000008200E00074C5B7101A82E00800000000A4
        SUMMARY:Free
        DTSTART;VALUE=DATE:20261221
        DTEND;VALUE=DATE:20261222
        X-MICROSOFT-CDO-BUSYSTATUS:FREE
        X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
        END:VEVENT
        BEGIN:VEVENT
        UID:040000008200E00074C5B7101A82E00800000000A5
        SUMMARY:Working elsewhere
        DTSTART;VALUE=DATE:20261222
        DTEND;VALUE=DATE:20261223
        X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE
        END:VEVENT
        END:VCALENDAR
        """;

    // As Google shows a calendar of which others see only when somebody is busy.
    private const string Google = """
        BEGIN:VCALENDAR
        PRODID:-//Google Inc//Google Calendar 70.9054//EN
        VERSION:2.0
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        X-WR-CALNAME:anna.greco@acme.example
        X-WR-TIMEZONE:Europe/Rome
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261207
        DTEND;VALUE=DATE:20261209
        DTSTAMP:20261129T080000Z
        UID:1abc@google.com
        SUMMARY:Busy
        TRANSP:OPAQUE
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261214
        DTEND;VALUE=DATE:20261215
        RRULE:FREQ=YEARLY
        DTSTAMP:20261129T080000Z
        UID:2abc@google.com
        SUMMARY:Birthday
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20261215T080000Z
        DTEND:20261215T160000Z
        DTSTAMP:20261129T080000Z
        UID:3abc@google.com
        SUMMARY:Busy
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20261216T230000Z
        DTEND:20261218T230000Z
        DTSTAMP:20261129T080000Z
        UID:4abc@google.com
        SUMMARY:Out of office
        END:VEVENT
        END:VCALENDAR
        """;

    [Fact]
    public void Of_Outlook_what_is_out_of_office_however_short_and_whole_busy_days() => Assert.Equal(
        """
        2026-12-03T13:00:00Z/2026-12-03T17:00:00Z
        2026-12-06T23:00:00Z/2026-12-11T23:00:00Z
        2026-12-18T08:00:00Z/2026-12-18T11:00:00Z
        """, Read(Outlook));

    [Fact]
    public void Of_Google_whole_days_that_are_not_free_also_where_they_are_written_as_midnights() => Assert.Equal(
        """
        2026-12-06T23:00:00Z/2026-12-08T23:00:00Z
        2026-12-16T23:00:00Z/2026-12-18T23:00:00Z
        """, Read(Google));

    [Fact]
    public void A_day_that_is_freed_in_a_series_is_no_absence_and_neighbours_are_one() => Assert.Equal(
        "2026-12-06T23:00:00Z/2026-12-08T23:00:00Z\n2026-12-09T23:00:00Z/2026-12-11T23:00:00Z",
        Read(Ics.File(
            "DTSTART;VALUE=DATE:20261207|RRULE:FREQ=DAILY;COUNT=5",
            "DTSTART;VALUE=DATE:20261209|RECURRENCE-ID;VALUE=DATE:20261209|TRANSP:TRANSPARENT")));

    [Fact]
    public void What_is_over_and_what_is_far_ahead_is_left_out() => Assert.Equal(
        "2026-11-28T23:00:00Z/2026-11-30T23:00:00Z",
        Read(Ics.File(
            "UID:a|DTSTART;VALUE=DATE:20261101|DTEND;VALUE=DATE:20261130", "UID:b|DTSTART;VALUE=DATE:20261129|DTEND;VALUE=DATE:20261201",
            "UID:c|DTSTART;VALUE=DATE:20280101")));

    [Fact]
    public void An_event_that_makes_no_sense_hides_no_other() => Assert.Equal(
        "2026-12-06T23:00:00Z/2026-12-07T23:00:00Z",
        Read(Ics.File(
            "UID:a|DTSTART;VALUE=DATE:20261210|RRULE:FREQ=SECONDLY", "UID:b|DTSTART:nonsense", "UID:c|DTSTART;VALUE=DATE:20261207",
            "UID:d|DTSTART;VALUE=DATE:20261220|DTEND;VALUE=DATE:20261201")));

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261210|DURATION:P999999999D")]
    [InlineData("DTSTART:20261210T080000|DURATION:P999999999W|X-MICROSOFT-CDO-BUSYSTATUS:OOF")]
    [InlineData("DTSTART:99981231T120000|DURATION:P366D|X-MICROSOFT-CDO-BUSYSTATUS:OOF")]
    [InlineData("DTSTART;VALUE=DATE:99981231|DURATION:P366D")]
    public void Nor_does_one_that_lasts_or_lies_beyond_all_time(string properties) => Assert.Equal(
        "2026-12-06T23:00:00Z/2026-12-07T23:00:00Z", Read(Ics.File($"UID:a|{properties}", "UID:b|DTSTART;VALUE=DATE:20261207")));

    [Fact]
    public void Two_leaves_that_touch_are_two_so_that_who_is_back_from_one_still_has_the_other_and_two_that_overlap_are_one() =>
        Assert.Equal(
            "2026-12-06T23:00:00Z/2026-12-08T23:00:00Z\n2026-12-08T23:00:00Z/2026-12-12T23:00:00Z",
            Read(Ics.File(
                "UID:a|DTSTART;VALUE=DATE:20261207|DTEND;VALUE=DATE:20261209",
                "UID:b|DTSTART;VALUE=DATE:20261209|DTEND;VALUE=DATE:20261212",
                "UID:c|DTSTART;VALUE=DATE:20261211|DTEND;VALUE=DATE:20261213")));

    [Theory]
    [InlineData("")]
    [InlineData("BEGIN:VEVENT|UID:b|DESCRIPTION:Call|Join here|DTSTART;VALUE=DATE:20261210|END:VEVENT|END:VCALENDAR")]
    [InlineData("BEGIN:VEVENT|UID:b|DTSTART:nonsense|END:VEVENT")]
    public void A_calendar_of_which_a_part_is_lost_is_not_taken_for_a_whole_one(string rest)
    {
        var text = "BEGIN:VCALENDAR|BEGIN:VEVENT|UID:a|DTSTART;VALUE=DATE:20261207|END:VEVENT|" + rest;

        var read = IcsAbsences.Read(text.Replace("|", "\r\n", StringComparison.Ordinal), Ics.Rome, Now, default);

        Assert.Equal("it cannot be read", read.Wrong);
    }

    [Fact]
    public void Times_out_of_office_are_followed_within_one_bound_however_many_series_there_are() => Assert.Equal(
        "its events recur too often",
        IcsAbsences.Read(
            Ics.File(
            [
                .. Enumerable.Range(10, 50).Select(minute => FormattableString.Invariant(
                    $"UID:{minute}|DTSTART:20261201T08{minute}00Z|DURATION:PT1M|X-MICROSOFT-CDO-BUSYSTATUS:OOF|RRULE:FREQ=DAILY")),
            ]), Ics.Rome, Now, default).Wrong);

    [Theory]
    [InlineData("<html>Sign in</html>", "it is no calendar")]
    [InlineData("", "it is no calendar")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261207T000000Z\r\n", "it cannot be read")]
    public void What_is_none_is_told_without_a_word_of_it(string text, string says) =>
        Assert.Equal(says, IcsAbsences.Read(text, Ics.Rome, Now, default).Wrong);

    [Fact]
    public void A_calendar_with_more_absences_than_a_person_has_is_anothers() => Assert.Contains(
        "too many",
        IcsAbsences.Read(
            Ics.File("DTSTART;VALUE=DATE:20261201|RRULE:FREQ=DAILY;INTERVAL=2;COUNT=1000", "UID:b|DTSTART:20261201T080000Z"
                + "|DTEND:20261201T090000Z|X-MICROSOFT-CDO-BUSYSTATUS:OOF|RRULE:FREQ=DAILY;COUNT=1000"), Ics.Rome, Now, default).Wrong,
        StringComparison.Ordinal);

    private static string Read(string text)
    {
        var (absences, wrong) = IcsAbsences.Read(text.ReplaceLineEndings("\r\n"), Ics.Rome, Now, default);
        Assert.Null(wrong);
        Assert.All(absences, one => Assert.True(one.IsFromCalendar));
        var pattern = InstantPattern.General;
        return string.Join('\n', absences.Select(one => $"{pattern.Format(one.Start)}/{pattern.Format(one.End!.Value)}"));
    }
}
