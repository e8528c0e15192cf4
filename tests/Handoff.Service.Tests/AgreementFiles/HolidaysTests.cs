using Handoff.Service.AgreementFiles.Meaning;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class HolidaysTests
{
    [Fact]
    public void An_event_of_several_days_ends_before_its_end_date() => Assert.Equal(
        [new LocalDate(2026, 12, 31), new LocalDate(2027, 1, 1)],
        Of("DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270102"));

    [Fact]
    public void An_event_without_an_end_is_a_day() => Assert.Equal([new LocalDate(2027, 3, 1)], Of("DTSTART;VALUE=DATE:20270301"));

    [Fact]
    public void An_event_may_say_how_long_it_lasts() =>
        Assert.Equal([new LocalDate(2027, 3, 1), new LocalDate(2027, 3, 2)], Of("DTSTART;VALUE=DATE:20270301", "DURATION:P2D"));

    [Theory]
    [InlineData("TRANSP:TRANSPARENT")]
    [InlineData("TRANSP:OPAQUE")]
    public void An_all_day_event_is_a_holiday_transparent_or_not(string transparency) =>
        Assert.Equal([new LocalDate(2027, 3, 1)], Of("DTSTART;VALUE=DATE:20270301", transparency));

    [Fact]
    public void An_event_at_a_time_of_day_is_no_holiday() => Assert.Empty(Of("DTSTART:20270301T090000Z", "DTEND:20270301T170000Z"));

    [Fact]
    public void A_cancelled_event_is_no_holiday() => Assert.Empty(Of("DTSTART;VALUE=DATE:20270301", "STATUS:CANCELLED"));

    [Fact]
    public void A_recurring_event_leaves_out_its_exceptions() => Assert.Equal(
        [new LocalDate(2026, 3, 2)],
        Of("DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=YEARLY;UNTIL=20270401", "EXDATE;VALUE=DATE:20270302"));

    [Fact]
    public void A_recurring_event_may_be_moved_in_one_year() => Assert.Equal(
        [new LocalDate(2026, 3, 2), new LocalDate(2027, 3, 5)],
        Of("DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=YEARLY;COUNT=2", "END:VEVENT", "BEGIN:VEVENT", "UID:1",
            "RECURRENCE-ID;VALUE=DATE:20270302", "DTSTART;VALUE=DATE:20270305"));

    [Fact]
    public void A_weekday_of_a_month_recurs() => Assert.Equal(
        [new LocalDate(2026, 11, 26), new LocalDate(2027, 11, 25)],
        Of("DTSTART;VALUE=DATE:20261126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"));

    [Fact]
    public void The_29th_of_February_recurs() => Assert.Equal(
        [new LocalDate(2096, 2, 29)],
        Holidays.Read(File("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"), out _)!.In(2096).ToArray());

    [Fact]
    public void Years_outside_of_2000_to_2100_have_none() =>
        Assert.Empty(Holidays.Read(File("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"), out _)!.In(2104));

    [Theory]
    [InlineData("RRULE:FREQ=SECONDLY")]
    [InlineData("RRULE:FREQ=NEVER")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    public void A_recurrence_that_makes_no_sense_is_refused(string rule)
    {
        Assert.Null(Holidays.Read(File("DTSTART;VALUE=DATE:20270301", rule), out var wrong));
        Assert.NotEmpty(wrong);
    }

    private static LocalDate[] Of(params string[] lines) =>
        Holidays.Read(File(lines), out var wrong) is { } holidays ? [.. holidays.In(2026), .. holidays.In(2027)]
            : throw new Xunit.Sdk.XunitException(wrong);

    private static string File(params string[] lines) => string.Join("\r\n", (string[])
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Handoff//Tests//EN", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", .. lines,
            "END:VEVENT", "END:VCALENDAR", ""]);
}
