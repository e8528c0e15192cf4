using CsCheck;
using Handoff.Calendars;
using NodaTime;
using NodaTime.TimeZones;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

/// <summary>The calendar against one that looks at the wall clock minute by minute.</summary>
public sealed class MinuteByMinuteTests
{
    private static readonly ZoneLocalMappingResolver EarlierOrForward =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private static readonly Gen<(OpenHours[] Hours, LocalDate[] Holidays)> Weeks = Gen.Select(
        Some.DayHours.Array[1, 8],
        Gen.Int[0, 20].Select(day => new LocalDate(2026, 10, 18).PlusDays(day)).Array[0, 4]);

    [Theory]
    [InlineData("Europe/Rome", "2026-10-20 00:00 +00")] // the clocks change on the 25th
    [InlineData("America/New_York", "2026-10-28 00:00 +00")]
    [InlineData("Australia/Lord_Howe", "2026-09-30 00:00 +00")]
    [InlineData("Asia/Kathmandu", "2026-10-20 00:00 +00")]
    public void It_counts_the_minutes_at_which_the_wall_clock_is_in_an_interval(string zoneId, string first) =>
        Gen.Select(Weeks, Gen.Int[0, 5 * 24 * 60], Gen.Int[1, 20 * 60]).Sample(
            (week, startMinute, length) =>
            {
                var zone = Zone(zoneId);
                var calendar = BusinessCalendar.Create("any", zone, week.Hours, week.Holidays, [], []);
                var start = At(first) + Duration.FromMinutes(startMinute);

                var (due, opening, closing) = StepThrough(zone, week.Hours, week.Holidays, start, length);

                if (opening is not null) Assert.Equal(opening, calendar.NextOpening(start));
                if (closing is not null) Assert.Equal(closing, calendar.NextClosing(start));
                if (due is not null) Assert.Equal(due, calendar.Advance(start, Duration.FromMinutes(length)));
            },
            iter: 15,
            threads: 1);

    [Theory]
    [InlineData("Europe/Rome", "2026-10-20 00:00 +00")]
    [InlineData("America/New_York", "2026-10-28 00:00 +00")]
    [InlineData("Australia/Lord_Howe", "2026-09-30 00:00 +00")]
    [InlineData("Asia/Kathmandu", "2026-10-20 00:00 +00")]
    public void It_finds_the_day_deadline_that_the_wall_clock_finds(string zoneId, string first) =>
        Gen.Select(Weeks, Gen.Int[0, 5 * 24 * 60], Gen.Int[1, 4]).Sample(
            (week, startMinute, days) =>
            {
                var zone = Zone(zoneId);
                var calendar = BusinessCalendar.Create("any", zone, week.Hours, week.Holidays, [], []);
                var opening = calendar.NextOpening(At(first) + Duration.FromMinutes(startMinute))!.Value;

                Assert.Equal(WallClockDeadline(zone, week.Hours, week.Holidays, opening, days), calendar.AddWorkingDays(opening, days));
            },
            iter: 100,
            threads: 1);

    /// <summary>The rule of <c>d</c> word by word, for a start in open time and times that exist once.</summary>
    private static Instant WallClockDeadline(DateTimeZone zone, OpenHours[] hours, LocalDate[] holidays, Instant start, int days)
    {
        var (date, time) = start.InZone(zone).LocalDateTime;
        for (var left = days; left > 0;)
        {
            date = date.PlusDays(1);
            if (!holidays.Contains(date) && hours.Any(one => one.Day == date.DayOfWeek)) left--;
        }

        // An overnight start may lie in the small hours, where the clocks change: the resolver is the rule's own.
        var target = zone.ResolveLocal(date + time, EarlierOrForward).ToInstant();
        if (IsOpenAt(target)) return target;

        for (var at = target; at > zone.AtStartOfDay(date).ToInstant(); at -= Duration.FromMinutes(1))
        {
            if (IsOpenAt(at - Duration.FromMinutes(1))) return at;
        }

        while (!IsOpenAt(target)) target += Duration.FromMinutes(1);
        return target;

        bool IsOpenAt(Instant at) => IsOpen(at.InZone(zone).LocalDateTime, hours, holidays);
    }

    /// <summary>The first opening and closing, and the end of the minute in which the length has passed, within eight days.</summary>
    private static (Instant? Due, Instant? Opening, Instant? Closing) StepThrough(
        DateTimeZone zone, OpenHours[] hours, LocalDate[] holidays, Instant start, int length)
    {
        Instant? due = null, opening = null, closing = null;
        var open = 0;
        for (var minute = 0; minute < 8 * 24 * 60; minute++)
        {
            var at = start + Duration.FromMinutes(minute);
            if (!IsOpen(at.InZone(zone).LocalDateTime, hours, holidays))
            {
                if (opening is not null) closing ??= at;
                continue;
            }

            opening ??= at;
            if (++open == length) due = at + Duration.FromMinutes(1);
        }

        return (due, opening, closing);
    }

    private static bool IsOpen(LocalDateTime local, OpenHours[] hours, LocalDate[] holidays)
    {
        var (today, yesterday) = (local.Date, local.Date.PlusDays(-1));
        return hours.Any(one =>
            one.EndsNextDay
                ? (IsOn(one, today) && local.TimeOfDay >= one.From) || (IsOn(one, yesterday) && local.TimeOfDay < one.To)
                : IsOn(one, today) && local.TimeOfDay >= one.From && local.TimeOfDay < one.To);

        bool IsOn(OpenHours one, LocalDate date) => one.Day == date.DayOfWeek && !holidays.Contains(date);
    }
}
