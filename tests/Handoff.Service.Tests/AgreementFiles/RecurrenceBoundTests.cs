using System.Diagnostics;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>Rules, and rules of exceptions: each expansion has a bound, and one that cannot be followed is told.</summary>
public sealed class RecurrenceBoundTests
{
    private const string Daily = "DTSTART;VALUE=DATE:20270201|RRULE:FREQ=DAILY;COUNT=5";

    [Theory]
    [InlineData($"{Daily}|EXRULE:FREQ=DAILY;INTERVAL=2", "2027-02-02 2027-02-04")]
    [InlineData($"{Daily}|EXRULE:FREQ=DAILY", "")]
    [InlineData($"{Daily}|EXRULE:FREQ=DAILY;COUNT=2", "2027-02-03 2027-02-04 2027-02-05")]
    [InlineData($"{Daily}|EXRULE:FREQ=DAILY;UNTIL=20270203", "2027-02-04 2027-02-05")]
    [InlineData($"{Daily}|EXRULE:FREQ=WEEKLY;BYDAY=WE", "2027-02-01 2027-02-02 2027-02-04 2027-02-05")]
    [InlineData($"{Daily}|EXRULE:FREQ=YEARLY", "2027-02-02 2027-02-03 2027-02-04 2027-02-05")]
    [InlineData($"{Daily}|EXRULE:FREQ=MONTHLY;BYMONTHDAY=3|EXRULE:FREQ=MONTHLY;BYMONTHDAY=4", "2027-02-01 2027-02-02 2027-02-05")]
    [InlineData($"{Daily}|EXDATE;VALUE=DATE:20270202,20270204|EXDATE:20270205T000000Z", "2027-02-01 2027-02-03")]
    [InlineData($"{Daily}|EXDATE:20270201T230000Z", "2027-02-01 2027-02-03 2027-02-04 2027-02-05")] // Rome's midnight
    [InlineData(
        $"{Daily}|RDATE;VALUE=DATE:20270301,20270401",
        "2027-02-01 2027-02-02 2027-02-03 2027-02-04 2027-02-05 2027-03-01 2027-04-01")]
    [InlineData("DTSTART;VALUE=DATE:20270201|RDATE;VALUE=DATE:20270301", "2027-02-01 2027-03-01")]
    [InlineData("DTSTART;VALUE=DATE:20270201|RDATE;VALUE=PERIOD:20270301T000000Z/P1D", "2027-02-01 2027-03-01")]
    [InlineData("DTSTART;VALUE=DATE:20270201|RRULE:FREQ=MONTHLY;UNTIL=20270301", "2027-02-01 2027-03-01")]
    // Outlook: the last midnight
    [InlineData(
        "DTSTART;VALUE=DATE:20270201|RRULE:FREQ=MONTHLY;UNTIL=20270228T230000Z",
        "2027-02-01 2027-03-01")]
    [InlineData("DTSTART;VALUE=DATE:20270201|RRULE:FREQ=MONTHLY;UNTIL=20270228T225959Z", "2027-02-01")] // Google: a second before it
    [InlineData("DTSTART;VALUE=DATE:20270201|RRULE:FREQ=MONTHLY;UNTIL=20270301T235959Z", "2027-02-01 2027-03-01")]
    [InlineData("DTSTART;TZID=Europe/Rome:20270201T000000|DURATION:P1D|RRULE:FREQ=MONTHLY;UNTIL=20270228T230000Z", "2027-02-01 2027-03-01")]
    [InlineData("DTSTART;VALUE=DATE:20270201|RRULE:FREQ=YEARLY;BYHOUR=0;BYMINUTE=0;COUNT=1", "2027-02-01")]
    [InlineData("DTSTART;VALUE=DATE:20261126|RRULE:freq=yearly; bymonth=11;byday=4th;", "2026-11-26 2027-11-25 2028-11-23")]
    [InlineData("DTSTART;VALUE=DATE:20261126|RRULE:RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=OMIT;COUNT=1", "2026-11-26")]
    [InlineData("DTSTART;VALUE=DATE:20270105|RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2", "2027-05-31 2028-05-29")] // Memorial Day
    [InlineData("DTSTART;VALUE=DATE:19570901|RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", "2026-09-07 2027-09-06 2028-09-04")] // Labor Day
    [InlineData("DTSTART;VALUE=DATE:20270203|RRULE:FREQ=WEEKLY;COUNT=2|RRULE:FREQ=MONTHLY;COUNT=2", "2027-02-03 2027-02-10 2027-03-03")]
    // a phone's Thanksgiving
    [InlineData(
        "DTSTART;VALUE=DATE:20240224|RRULE:FREQ=YEARLY;BYDAY=4TH;BYMONTHDAY=24;BYMONTH=11;UNTIL=20290101",
        "")]
    public void What_a_rule_leaves_is_closed(string properties, string closed) => Assert.Equal(closed, Ics.Closed(Ics.File(properties)));

    [Theory]
    [InlineData("EXRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "there is no such day, or hardly ever")]
    [InlineData("EXRULE:FREQ=SECONDLY", "recurs more often than daily")]
    [InlineData("EXRULE:FREQ=HOURLY", "recurs more often than daily")]
    [InlineData("EXRULE:FREQ=DAILY;INTERVAL=0", "is no rule that can be followed")]
    [InlineData("EXRULE:", "is no rule that can be followed")]
    [InlineData("EXRULE:FREQ", "is no rule that can be followed")]
    [InlineData("RRULE:FREQ=YEARLY;BYEASTER=-2", "is no rule that can be followed")]
    [InlineData("RRULE:FREQ=YEARLY;RSCALE=HEBREW", "is no rule that can be followed")]
    [InlineData("RRULE:FREQ=YEARLY;UNTIL=never", "UNTIL NEVER is no date and no time")]
    [InlineData("RRULE:FREQ=YEARLY;COUNT=0", "is no rule that can be followed")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;BYSETPOS=4", "there is no such day, or hardly ever")]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2SU", "there is no such day, or hardly ever")]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=100000;BYMONTH=2;BYMONTHDAY=29", "there is no such day, or hardly ever")]
    public void A_rule_that_cannot_be_followed_is_told_with_its_event_and_its_line(string rule, string says)
    {
        var wrong = Ics.Wrong(Ics.File($"DTSTART;VALUE=DATE:20270201|SUMMARY:Feast|{rule}"));

        Assert.StartsWith("line 9: the event 'Feast' of line 4: ", wrong, StringComparison.Ordinal);
        Assert.Contains(says, wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_exceptions_count_like_rules()
    {
        var many = string.Concat(Enumerable.Repeat("|EXRULE:FREQ=DAILY", 10));

        Assert.Equal(
            "line 4: the event of line 4: its events recur too often until 2100; say until when they do, or name the days",
            Ics.Wrong(Ics.File($"{Daily}{many}")));
    }

    [Fact]
    public void A_rule_of_a_time_of_day_is_not_followed()
    {
        var began = Stopwatch.GetTimestamp();

        Assert.Equal("2027-02-03", Ics.Closed(Ics.File("DTSTART:20270201T090000Z|RRULE:FREQ=SECONDLY|EXRULE:FREQ=MINUTELY",
            "UID:u2|DTSTART;VALUE=DATE:20270203")));
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Whoever_waits_no_longer_ends_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Handoff.Service.AgreementFiles.Meaning.Holidays.Read(Ics.File(Daily), out _,
            Ics.Rome, cancelled.Token));
    }
}
