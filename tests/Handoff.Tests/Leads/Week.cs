using System.Globalization;
using NodaTime;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Leads;

/// <summary>The weeks in which the stories play: <c>mon 10:00</c> is Monday 2026-11-23 in Rome, <c>mon2 10:00</c> a week later.</summary>
internal static class Week
{
    private static readonly LocalDate Monday = new(2026, 11, 23);

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static Instant At(string text)
    {
        var (day, time) = (text[..text.IndexOf(' ', StringComparison.Ordinal)], text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var week = day.Length == 3 ? 1 : int.Parse(day[3..], CultureInfo.InvariantCulture);
        var date = Monday.PlusDays(7 * (week - 1) + Array.IndexOf(Days, day[..3]));
        return (date + Time(time)).InZoneStrictly(Rome).ToInstant();
    }

    /// <summary>The way <see cref="At"/> reads it, with seconds where there are any.</summary>
    public static string Say(Instant at)
    {
        var local = at.InZone(Rome).LocalDateTime;
        var days = Period.DaysBetween(Monday, local.Date);
        var week = Math.DivRem(days, 7, out var day) + 1;
        var format = local.TimeOfDay.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0 ? "HH:mm" : "HH:mm:ss.FFF";
        return $"{Days[day]}{(week == 1 ? "" : week.ToString(CultureInfo.InvariantCulture))} {local.TimeOfDay.ToString(
            format, CultureInfo.InvariantCulture)}";
    }
}
