using Handoff.Service.Busy;
using Handoff.Service.Tests.AgreementFiles;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Handoff.Service.Tests.Busy;

/// <summary>A calendar that publishes free/busy time in the place of events, or beside them.</summary>
public sealed class FreeBusyTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 9, 0);

    // The example of RFC 5545, section 3.6.4, at other times, with every type beside it.
    private const string Published = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//ABC Corporation//NONSGML My Product//EN
        METHOD:PUBLISH
        BEGIN:VFREEBUSY
        UID:19970901T115957Z-76A912@example.com
        DTSTAMP:20261130T080000Z
        ORGANIZER:jsmith@example.com
        DTSTART:20261201T141711Z
        DTEND:20270409T141711Z
        FREEBUSY:20261201T233000Z/20261202T003000Z
        FREEBUSY;FBTYPE=BUSY:20261203T153000Z/20261203T163000Z,20261206T220000Z/20261208T
         100000Z
        FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261210T130000Z/PT4H
        FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261214T230000Z/P3D
        FREEBUSY;FBTYPE=FREE:20261220T230000Z/P1D
        FREEBUSY;FBTYPE=X-ON-CALL:20261228T230000Z/P1D
        URL:http://www.example.com/calendar/busytime/jsmith.ifb
        END:VFREEBUSY
        END:VCALENDAR
        """;

    [Fact]
    public void Of_busy_time_the_whole_days_are_absences_and_of_unavailable_time_all_of_it() => Assert.Equal(
        """
        2026-12-06T23:00:00Z/2026-12-07T23:00:00Z
        2026-12-10T13:00:00Z/2026-12-10T17:00:00Z
        2026-12-28T23:00:00Z/2026-12-29T23:00:00Z
        """, Read(Published));

    [Fact]
    public void Busy_periods_that_touch_make_one_day() => Assert.Equal(
        "2026-12-06T23:00:00Z/2026-12-07T23:00:00Z",
        Read(FreeBusy("FREEBUSY:20261206T230000Z/PT13H,20261207T120000Z/20261207T230000Z", "FREEBUSY:20261208T080000Z/PT8H")));

    [Fact]
    public void A_day_of_meetings_is_no_absence() => Assert.Equal("", Read(FreeBusy("FREEBUSY:20261207T070000Z/20261207T190000Z")));

    [Fact]
    public void A_day_on_which_the_clocks_change_is_whole_as_it_is() => Assert.Equal(
        "2027-03-27T23:00:00Z/2027-03-28T22:00:00Z", Read(FreeBusy("FREEBUSY:20270327T230000Z/20270328T220000Z")));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("20261207T230000Z/20261206T230000Z")]
    [InlineData("20261206T230000Z")]
    [InlineData("20261206/20261208")]
    [InlineData("20261206T230000Z/P999999999W")]
    [InlineData("99981231T230000Z/PT24H")]
    [InlineData("20261206T230000Z/PT")]
    public void A_period_that_makes_no_sense_hides_no_other(string period) => Assert.Equal(
        "2026-12-13T23:00:00Z/2026-12-14T23:00:00Z", Read(FreeBusy($"FREEBUSY:{period},20261213T230000Z/P1D")));

    [Fact]
    public void Events_beside_it_count_as_ever() => Assert.Equal(
        "2026-12-06T23:00:00Z/2026-12-07T23:00:00Z\n2026-12-13T23:00:00Z/2026-12-14T23:00:00Z",
        Read(FreeBusy("FREEBUSY:20261213T230000Z/P1D").Replace(
            "END:VCALENDAR", "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261207\nEND:VEVENT\nEND:VCALENDAR", StringComparison.Ordinal)));

    [Fact]
    public void Free_busy_time_that_breaks_off_is_not_taken_for_the_whole() => Assert.Equal(
        "it cannot be read",
        IcsAbsences.Read("BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nFREEBUSY:20261206T230000Z/P1D\r\n", Ics.Rome, Now, default).Wrong);

    private static string FreeBusy(params string[] lines) =>
        $"BEGIN:VCALENDAR\nBEGIN:VFREEBUSY\n{string.Join('\n', lines)}\nEND:VFREEBUSY\nEND:VCALENDAR";

    private static string Read(string text)
    {
        var (absences, wrong) = IcsAbsences.Read(text.ReplaceLineEndings("\r\n"), Ics.Rome, Now, default);
        Assert.Null(wrong);
        Assert.All(absences, one => Assert.True(one.IsFromCalendar));
        var pattern = InstantPattern.General;
        return string.Join('\n', absences.Select(one => $"{pattern.Format(one.Start)}/{pattern.Format(one.End!.Value)}"));
    }
}
