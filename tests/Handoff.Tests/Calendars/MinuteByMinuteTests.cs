using CsCheck;
using Handoff.Calendars;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

/// <summary>The calendar against one that looks at the wall clock minute by minute.</summary>
public sealed class MinuteByMinuteTests
{
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
            iter: 40,
            threads: 1);

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
