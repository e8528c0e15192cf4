using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>
/// Occurrences that are changed or cancelled, revisions, and several events under one UID: the day that is meant is open or closed, and no
/// other.
/// </summary>
public sealed class ChangedOccurrenceTests
{
    private const string Yearly = "DTSTART;VALUE=DATE:20200203|RRULE:FREQ=YEARLY";
    private const string EveryYear = "2026-02-03 2027-02-03 2028-02-03";
    private const string The2027 = "RECURRENCE-ID;VALUE=DATE:20270203";
    private const string From2027 = "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20270203";
    private const string On = "DTSTART;VALUE=DATE:";
    private const string Not2027 = "2026-02-03 2028-02-03";

    public static TheoryData<string, string, string> Cases => new()
    {
        { "cancelled", Not2027, $"{Yearly}#RECURRENCE-ID;VALUE=DATE:20270203|DTSTART;VALUE=DATE:20270203|STATUS:CANCELLED" },
        { "cancelled, without a start", Not2027, $"{Yearly}#RECURRENCE-ID;VALUE=DATE:20270203|STATUS:CANCELLED" },
        { "moved", "2026-02-03 2027-02-05 2028-02-03", $"{Yearly}#RECURRENCE-ID;VALUE=DATE:20270203|DTSTART;VALUE=DATE:20270205" },
        { "moved onto the next occurrence", Not2027, $"{Yearly}#RECURRENCE-ID;VALUE=DATE:20270203|DTSTART;VALUE=DATE:20280203" },
        { "longer", "2026-02-03 2027-02-03 2027-02-04 2028-02-03", $"{Yearly}#{The2027}|{On}20270203|DTEND;VALUE=DATE:20270205" },
        {
            "at a time of day", Not2027,
            $"{Yearly}#{The2027}|DTSTART;TZID=Europe/Rome:20270203T140000|DTEND;TZID=Europe/Rome:20270203T180000"
        },
        { "only renamed", EveryYear, $"{Yearly}#RECURRENCE-ID;VALUE=DATE:20270203|DTSTART;VALUE=DATE:20270203|SUMMARY:Feast" },
        { "named by its midnight", Not2027, $"{Yearly}#RECURRENCE-ID:20270203T000000|STATUS:CANCELLED" },
        { "named by its midnight in UTC", Not2027, $"{Yearly}#RECURRENCE-ID:20270203T000000Z|STATUS:CANCELLED" },
        { "named by Rome's midnight in UTC", Not2027, $"{Yearly}#RECURRENCE-ID:20270202T230000Z|STATUS:CANCELLED" },
        {
            "named in a zone", Not2027,
            $"DTSTART;TZID=Europe/Rome:20200203T000000|DTEND;TZID=Europe/Rome:20200204T000000|RRULE:FREQ=YEARLY"
                + $"#RECURRENCE-ID;TZID=Europe/Rome:20270203T000000|STATUS:CANCELLED"
        },
        {
            "named in another zone than the series", Not2027,
            $"DTSTART;TZID=Europe/Rome:20200203T000000|DURATION:P1D|RRULE:FREQ=YEARLY"
                + $"#RECURRENCE-ID;TZID=America/New_York:20270202T180000|STATUS:CANCELLED"
        },
        { "no such occurrence", EveryYear, $"{Yearly}#RECURRENCE-ID;VALUE=DATE:20270204|STATUS:CANCELLED" },
        {
            "added beside the series", "2026-02-03 2027-02-03 2027-06-02 2028-02-03",
            $"{Yearly}#RECURRENCE-ID;VALUE=DATE:20270601|{On}20270602"
        },
        { "of a series that is not there", "2027-02-05", "RECURRENCE-ID;VALUE=DATE:20270203|DTSTART;VALUE=DATE:20270205" },
        {
            "the later SEQUENCE", "2026-02-03 2027-02-06 2028-02-03",
            $"{Yearly}#{The2027}|{On}20270206|SEQUENCE:2#{The2027}|{On}20270205|SEQUENCE:1"
        },
        {
            "taken back by a later SEQUENCE", EveryYear,
            $"{Yearly}#{The2027}|SEQUENCE:1|STATUS:CANCELLED#{The2027}|{On}20270203|SEQUENCE:2"
        },
        {
            "taken back by a later stamp", EveryYear,
            $"{Yearly}#{The2027}|STATUS:CANCELLED#{The2027}|{On}20270203|DTSTAMP:20260501T000000Z"
        },
        { "of two alike the cancellation", Not2027, $"{Yearly}#{The2027}|STATUS:CANCELLED#{The2027}|{On}20270203" },
        {
            "of another series", "2026-02-03 2027-02-03 2027-06-03 2028-02-03",
            $"{Yearly}#UID:u2|{On}20270603#UID:u2|RECURRENCE-ID;VALUE=DATE:20270203|STATUS:CANCELLED"
        },
        { "this and future, cancelled", "2026-02-03", $"{Yearly}#RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270203|STATUS:CANCELLED" },
        { "this and future, moved", "2026-02-03 2027-02-05 2028-02-05", $"{Yearly}#{From2027}|{On}20270205" },
        {
            "this and future, longer", "2026-02-03 2027-02-03 2027-02-04 2028-02-03 2028-02-04",
            $"{Yearly}#{From2027}|{On}20270203|DURATION:P2D"
        },
        { "this and future, at a time of day", "2026-02-03", $"{Yearly}#{From2027}|DTSTART:20270203T140000|DTEND:20270203T180000" },
        {
            "this and future, with a rule of its own", "2026-02-03 2027-03-01 2028-03-01",
            $"{Yearly}#{From2027}|{On}20270301|RRULE:FREQ=YEARLY"
        },
        {
            "this and future, but one is otherwise", "2026-02-03 2027-02-05 2028-02-10",
            $"{Yearly}#{From2027}|{On}20270205#RECURRENCE-ID;VALUE=DATE:20280203|{On}20280210"
        },
        {
            "this and future, twice", "2026-02-04 2027-02-05 2028-02-05",
            $"{Yearly}#{From2027}|{On}20270205#RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260203|{On}20260204"
        },
        {
            "a meeting that lasts whole days from then on", "2027-02-03 2028-02-03",
            $"DTSTART:20200203T090000|DTEND:20200203T100000|RRULE:FREQ=YEARLY"
                + $"#RECURRENCE-ID;RANGE=THISANDFUTURE:20270203T090000|{On}20270203"
        },
        { "this and prior, cancelled", "2028-02-03", $"{Yearly}#RECURRENCE-ID;RANGE=THISANDPRIOR;VALUE=DATE:20270203|STATUS:CANCELLED" },
        { "two one-offs", "2027-02-03 2027-02-10", "DTSTART;VALUE=DATE:20270203#DTSTART;VALUE=DATE:20270210" },
        { "two one-offs, one at a time of day", "2027-02-03", $"{On}20270203#DTSTART:20270210T140000Z|DTEND:20270210T150000Z" },
        { "two one-offs, one cancelled", "2027-02-03", "DTSTART;VALUE=DATE:20270203#DTSTART;VALUE=DATE:20270210|STATUS:CANCELLED" },
        { "two series", "2026-02-03 2026-03-04 2027-02-03 2027-03-04 2028-02-03 2028-03-04", $"{Yearly}#{On}20200304|RRULE:FREQ=YEARLY" },
        {
            "two series, one day of one cancelled", "2026-02-03 2026-03-04 2027-02-03 2028-02-03 2028-03-04",
            $"{Yearly}#{On}20200304|RRULE:FREQ=YEARLY#RECURRENCE-ID;VALUE=DATE:20270304|STATUS:CANCELLED"
        },
        { "a series and a one-off", $"2026-02-03 2027-02-03 2027-06-02 2028-02-03", $"{Yearly}#DTSTART;VALUE=DATE:20270602" },
        {
            "one of many, revised", "2027-02-03 2027-03-04 2027-03-05 2027-04-05",
            $"{On}20270203#{On}20270304#{On}20270304|DURATION:P2D|SEQUENCE:1#{On}20270405"
        },
        {
            "one of many, cancelled by a later SEQUENCE", "2027-02-03 2027-04-05",
            $"{On}20270203#{On}20270304#{On}20270304|STATUS:CANCELLED|SEQUENCE:1#{On}20270405"
        },
        { "an event revised to another day", "2027-02-10", $"{On}20270203|SEQUENCE:0#{On}20270210|SEQUENCE:1" },
        { "an event cancelled by its revision", "", $"{On}20270203|SEQUENCE:0#{On}20270203|SEQUENCE:1|STATUS:CANCELLED" },
        { "an event confirmed after it was cancelled", "2027-02-03", $"{On}20270203|SEQUENCE:2#{On}20270203|SEQUENCE:1|STATUS:CANCELLED" },
        { "a series cancelled, and its changes with it", "", $"{Yearly}|SEQUENCE:1|STATUS:CANCELLED#{The2027}|{On}20270205" },
        { "a day of a series cancelled by an event of its own", Not2027, $"{Yearly}#DTSTART;VALUE=DATE:20270203|STATUS:CANCELLED" },
        { "left out, yet changed", "2026-02-03 2027-02-05 2028-02-03", $"{Yearly}|EXDATE;VALUE=DATE:20270203#{The2027}|{On}20270205" },
        { "changed, with a copy of the rule", "2026-02-03 2027-02-05 2028-02-03", $"{Yearly}#{The2027}|{On}20270205|RRULE:FREQ=YEARLY" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Only_the_day_that_is_meant_changes_in_whatever_order_the_events_stand(string what, string closed, string events)
    {
        foreach (var order in Orders(events.Split('#')))
            Assert.True(closed == Ics.Closed(Ics.File(order)), $"{what}: {Ics.Closed(Ics.File(order))} where {closed} is meant, of "
                + $"{string.Join('#', order)}");
    }

    [Theory]
    [InlineData("hol-03-midnight-floating.ics", "2027-02-03")]
    [InlineData("hol-04-midnight-tzid-cdo.ics", "2027-02-03")]
    [InlineData("hol-09-duration-PT24H.ics", "2027-02-03")]
    [InlineData("hol-50-cancel-after-master.ics", Not2027)]
    [InlineData("hol-52-three-holidays-one-cancelled.ics", "2026-02-03 2026-06-03 2027-06-03 2028-02-03 2028-06-03")]
    [InlineData("hol-53-two-oneoffs-sameuid-second-timed.ics", "2027-02-03")]
    [InlineData("hol-58-override-timed-noon-company-closes-early.ics", "2026-12-24 2028-12-24")]
    public void Files_as_they_were_sent_close_the_days_that_are_meant(string file, string closed) =>
        Assert.Equal(closed, Ics.Closed(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "calendars", file))));

    [Fact]
    public void A_calendar_that_cancels_closes_nothing()
    {
        var text = Ics.File("DTSTART;VALUE=DATE:20270203").Replace("VERSION:2.0", "METHOD:CANCEL", StringComparison.Ordinal);

        Assert.Equal("", Ics.Closed(text));
    }

    [Fact]
    public void A_change_of_many_that_moves_them_by_years_is_refused() => Assert.Equal(
        "line 10: the event of line 10: it moves occurrences by more than 366 days",
        Ics.Wrong(Ics.File("DTSTART;VALUE=DATE:20200203|RRULE:FREQ=YEARLY;UNTIL=20210301",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20210203|DTSTART;VALUE=DATE:20990203")));

    private static IEnumerable<string[]> Orders(string[] events) =>
        events.Length == 1 ? [events] : events.SelectMany((first, at) => Orders([.. events[..at],
            .. events[(at + 1)..]]).Select(rest => (string[])[first, .. rest]));
}
