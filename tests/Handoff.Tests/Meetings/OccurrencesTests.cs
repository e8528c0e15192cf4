using System.Globalization;
using CsCheck;
using Handoff.Calendars;
using Handoff.Meetings;
using Handoff.Tests.Calendars;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Handoff.Tests.Meetings;

/// <summary>The times of an agreed schedule, on days on which those concerned work.</summary>
public sealed class OccurrencesTests
{
    private static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    [Theory]
    [InlineData("2026-11-02T08:29", "2026-11-02T08:30")] // a Monday
    [InlineData("2026-11-02T08:30", "2026-11-09T08:30")]
    [InlineData("2026-12-04T12:00", "2026-12-07T08:30")]
    public void The_next_one_is_the_schedules_next(string after, string expected) =>
        Assert.Equal(expected, Say(Mondays().After(At(after), null)));

    [Theory]
    [InlineData("2026-12-07", "2026-12-07T08:30", "2026-12-09T08:30")] // the 8th is closed too
    [InlineData("2026-12-07", "2026-12-09T08:30", "2026-12-14T08:30")]
    [InlineData("2026-12-14", "2026-12-14T08:29", "2026-12-15T08:30")]
    public void One_on_a_holiday_is_on_the_next_day_on_which_all_work(string closed, string after, string expected) =>
        Assert.Equal(expected, Say(Mondays(closed, "2026-12-08").After(At(after), null)));

    [Fact]
    public void It_is_said_for_which_day_a_moved_one_was_planned() =>
        Assert.Equal(new(2026, 12, 7), Mondays("2026-12-07").After(At("2026-12-07T00:00"), null)!.Planned);

    [Fact]
    public void A_day_for_which_one_was_held_is_not_planned_again() =>
        Assert.Equal("2026-12-14T08:30", Say(Mondays("2026-12-07").After(At("2026-12-07T09:00"), new LocalDate(2026, 12, 7))));

    [Fact]
    public void One_stays_where_nobody_works_for_two_weeks() =>
        Assert.Equal("2026-12-07T08:30", Say(Mondays([.. Enumerable.Range(0, 30).Select(day => $"2026-12-{1 + day:00}")])
            .After(At("2026-12-06T00:00"), null)));

    [Theory]
    [InlineData("2026-03-28T12:00", "2026-03-29T03:30")] // 02:30 is not on that day
    [InlineData("2026-10-24T12:00", "2026-10-25T02:30")] // is twice: the first
    public void On_a_day_of_a_change_of_clocks_it_is_once(string after, string expected) =>
        Assert.Equal(expected, Say(new Occurrences(Daily(new(2, 30)), Rome, []).After(At(after), null)));

    [Fact]
    public void The_latest_of_those_that_were_missed_is_found() =>
        Assert.Equal("2026-11-30T08:30", Say(Mondays().LastBetween(At("2026-11-09T08:30"), At("2026-12-03T00:00"), null)));

    [Fact]
    public void None_is_lost_and_none_is_twice() =>
        Gen.Select(Gen.Int[0, 60].Array[0, 20], Gen.Int[0, 2_000]).Sample((closed, hours) =>
        {
            var first = new LocalDate(2026, 11, 1);
            var days = closed.Select(day => first.PlusDays(day)).ToHashSet();
            var times = Mondays([.. days.Select(day => LocalDatePattern.Iso.Format(day))]);
            var start = At("2026-11-01T00:00") + Duration.FromHours(hours / 4);
            List<Occurrence> seen = [];
            for (var next = times.After(start, null); next?.At < At("2027-01-15T00:00"); next = times.After(next.At, next.Planned))
                seen.Add(next);
            // Each Monday from the first that is seen on is planned once, in order, and is on a day on which they work.
            Assert.Equal(seen.Select(one => one.Planned).Distinct().Order(), seen.Select(one => one.Planned));
            Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.First.At < pair.Second.At));
            Assert.All(seen, one => Assert.Equal(IsoDayOfWeek.Monday, one.Planned.DayOfWeek));
            foreach (var one in seen)
            {
                var day = one.At.InZone(Rome).Date;
                Assert.True(day >= one.Planned);
                Assert.True(!days.Contains(day) || day == one.Planned);
                for (var before = one.Planned; before < day; before = before.PlusDays(1))
                    Assert.Contains(before, days.Concat(Weekends(one.Planned, day)));
            }
        }, iter: 300);

    private static IEnumerable<LocalDate> Weekends(LocalDate from, LocalDate to)
    {
        for (var day = from; day < to; day = day.PlusDays(1))
        {
            if (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
                yield return day;
        }
    }

    private static Occurrences Mondays(params string[] closed) => new(
        after =>
        {
            var day = after.Date.PlusDays((8 - (int)after.DayOfWeek) % 7);
            var at = day.At(new LocalTime(8, 30));
            return at > after ? at : at.PlusDays(7);
        },
        Rome,
        [Office(closed)]);

    private static Func<LocalDateTime, LocalDateTime?> Daily(LocalTime time) => after =>
        after.Date.At(time) > after ? after.Date.At(time) : after.Date.PlusDays(1).At(time);

    private static BusinessCalendar Office(string[] closed) => BusinessCalendar.Create(
        "office", Rome, Given.Hours("mon-fri 09:00-18:00"), closed.Select(day => LocalDatePattern.Iso.Parse(day).Value), [], []);

    private static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(local).Value
            .InZoneLeniently(Rome).ToInstant();

    private static string? Say(Occurrence? one) =>
        one?.At.InZone(Rome).LocalDateTime.ToString("uuuu-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
