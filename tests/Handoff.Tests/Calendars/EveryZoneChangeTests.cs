using CsCheck;
using Handoff.Calendars;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

/// <summary>Properties of any calendar around every change of the clocks of six zones from 2015 to 2035.</summary>
public sealed class EveryZoneChangeTests
{
    private const int Calendars = 15;

    private static readonly Gen<Duration> Near = Gen.Int[-4 * 24 * 60, 4 * 24 * 60].Select(minutes => Duration.FromMinutes(minutes));

    private static readonly Gen<Duration> Lengths = Gen.Int[1, 60 * 60].Select(minutes => Duration.FromMinutes(minutes));

    public static TheoryData<string, string> Zones => new()
    {
        { "Europe/Rome", "America/New_York" },
        { "America/New_York", "Australia/Lord_Howe" },
        { "Australia/Lord_Howe", "Europe/Rome" },
        { "Africa/Casablanca", "Asia/Kathmandu" },
        { "America/Santiago", "Africa/Casablanca" },
        { "America/St_Johns", "America/Santiago" },
    };

    [Theory]
    [MemberData(nameof(Zones))]
    public void The_open_time_between_start_and_due_is_the_length(string zone, string other) =>
        AtEveryChange(zone, other, (calendar, start, length, _) =>
        {
            var deadline = Deadlines.Compute(calendar, start, Within.OfDuration(length), ClockMode.Business);

            Assert.Equal(length, calendar.OpenBetween(start, deadline.Due));
            Assert.Equal(length, calendar.OpenBetween(deadline.Start, deadline.Due));
            Assert.Equal(deadline.Start, calendar.NextOpening(start));
            Assert.True(calendar.IsOpen(deadline.Due - Duration.Epsilon), "a length ends in open time, at the latest at the closing");
        });

    [Theory]
    [MemberData(nameof(Zones))]
    public void A_measured_deadline_rises_with_the_start_and_with_the_length(string zone, string other) =>
        AtEveryChange(zone, other, (calendar, start, length, step) =>
        {
            var due = calendar.Advance(start, length);

            Assert.True(calendar.Advance(start + step, length) >= due, "a later start");
            Assert.True(calendar.Advance(start, length + step) > due, "a longer length");
            Assert.Equal(calendar.Advance(due, step), calendar.Advance(start, length + step));
        });

    [Theory]
    [MemberData(nameof(Zones))]
    public void A_day_deadline_rises_with_the_days_and_is_never_before_the_start(string zone, string other) =>
        AtEveryChange(zone, other, (calendar, start, _, _) =>
        {
            var before = start;
            for (var days = 1; days <= 6; days++)
            {
                var deadline = Deadlines.Compute(calendar, start, Within.OfDays(days), ClockMode.Business);
                Assert.True(deadline.Due >= before, "one day more");
                Assert.Equal(deadline.Open, calendar.OpenBetween(start, deadline.Due));
                Assert.True(calendar.WholeWorkingDaysBetween(start, deadline.Due) >= days, "that many whole days have run");
                Assert.True(calendar.WholeWorkingDaysBetween(start, deadline.Due - Duration.Epsilon) < days, "and not before");
                before = deadline.Due;
            }
        });

    [Theory]
    [MemberData(nameof(Zones))]
    public void Rungs_rise_with_their_share_and_stand_on_the_right_side_of_the_deadline(string zone, string other) =>
        AtEveryChange(zone, other, (calendar, start, length, _) =>
        {
            foreach (var within in new[] { Within.OfDuration(length), Within.OfDays(1 + length.Hours % 5) })
            {
                var deadline = Deadlines.Compute(calendar, start, within, ClockMode.Business);
                var rungs = new[] { 0, 50, 80, 99, 100, 101, 150, 300 }
                    .Select(percent => Deadlines.RungAt(calendar, ClockMode.Business, deadline, percent))
                    .ToArray();

                Assert.Equal(rungs.Order(), rungs);
                Assert.Equal(deadline.Due, rungs[4]);
                Assert.True(rungs[5] > deadline.Due, "above 100 % the deadline has passed");
            }
        });

    [Theory]
    [MemberData(nameof(Zones))]
    public void Openings_and_closings_bound_open_time(string zone, string other) =>
        AtEveryChange(zone, other, (calendar, start, _, _) =>
        {
            var opening = calendar.NextOpening(start)!.Value;
            Assert.True(calendar.IsOpen(opening));
            Assert.Equal(calendar.IsOpen(start), opening == start);
            Assert.Equal(Duration.Zero, calendar.OpenBetween(start, opening));

            if (calendar.NextClosing(start) is not { } closing) return; // without a gap for two years
            Assert.False(calendar.IsOpen(closing));
            Assert.Equal(closing - opening, calendar.OpenBetween(start, closing));
        });

    [Theory]
    [MemberData(nameof(Zones))]
    public void Every_deadline_can_be_explained(string zone, string other) =>
        AtEveryChange(zone, other, (calendar, start, length, _) =>
        {
            foreach (var within in new[] { Within.OfDuration(length), Within.OfDays(1 + length.Hours % 5) })
                Assert.EndsWith(").", DeadlineText.Explain(calendar, start, within, ClockMode.Business), StringComparison.Ordinal);
        });

    internal static void AtEveryChange(string zoneId, string otherId, Action<BusinessCalendar, Instant, Duration, Duration> holds)
    {
        var zone = Zone(zoneId);
        var changes = zone.GetZoneIntervals(At("2015-01-01 00:00 +00"), At("2036-01-01 00:00 +00"))
            .Where(interval => interval.HasEnd && interval.End < At("2036-01-01 00:00 +00"))
            .Select(interval => interval.End)
            .ToArray();
        Assert.NotEmpty(changes);

        Gen.Select(
                Some.CalendarOrList(zone, Zone(otherId)),
                Gen.Select(Near, Lengths, Lengths).Array[changes.Length])
            .Sample(
                (calendar, cases) =>
                {
                    foreach (var (change, (near, length, step)) in changes.Zip(cases)) holds(calendar, change + near, length, step);
                },
                iter: Calendars,
                threads: 1);
    }
}
