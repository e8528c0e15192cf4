using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Ics;

/// <summary>A date, or a date and time, as it is written in an <c>.ics</c> file.</summary>
/// <param name="Local">The date and time as written; of a date, its midnight unless a time is written behind it.</param>
/// <param name="IsDate">Whether it is meant as a date: it has no time, or says <c>VALUE=DATE</c>.</param>
/// <param name="Zone">The zone in which it is written: UTC for <c>Z</c>; none for a floating time and for one whose zone nobody
/// knows.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IcsMoment(LocalDateTime Local, bool IsDate, DateTimeZone? Zone)
{
    /// <summary>Whether it is written at midnight.</summary>
    public bool IsMidnight => Local.TimeOfDay == LocalTime.Midnight;

    /// <summary>Reads <c>20270203</c>, <c>20270203T140000</c> or <c>20270203T140000Z</c>.</summary>
    public static IcsMoment? Read(string text, IcsLine of) => Read(text, of.Parameter("TZID"), of.Parameter("VALUE"));

    public static IcsMoment? Read(string text, string? zoneName, string? kind)
    {
        var (date, time) = text.IndexOfAny(['T', 't']) is > 0 and var at ? (text[..at], text[(at + 1)..]) : (text, null);
        if (DateOf(date) is not { } day)
            return null;
        var zone = IcsZones.Find(zoneName);
        if (time is null)
            return new IcsMoment(day.AtMidnight(), IsDate: true, zone);
        if (time.EndsWith('Z') || time.EndsWith('z'))
            (time, zone) = (time[..^1], DateTimeZone.Utc);
        var isDate = string.Equals(kind, "DATE", StringComparison.OrdinalIgnoreCase);
        return TimeOf(day, time) is { } local ? new IcsMoment(local, isDate, zone) : null;
    }

    /// <summary>
    /// The date that is meant. What is written at midnight means the date that is written, whatever the zone; another time means the date
    /// that it is in that zone, if it says its own.
    /// </summary>
    public LocalDate DateIn(DateTimeZone zone)
    {
        if (IsMidnight)
            return Local.Date;
        var there = In(zone);
        return IsDate && there.TimeOfDay != LocalTime.Midnight ? Local.Date : there.Date;
    }

    /// <summary>The local time in that zone; of a floating time, the time as written.</summary>
    public LocalDateTime In(DateTimeZone zone) =>
        Zone is null || Zone.Equals(zone) ? Local : Local.InZoneLeniently(Zone).WithZone(zone).LocalDateTime;

    private static LocalDate? DateOf(string text) =>
        text.Length == 8 && text.All(char.IsAsciiDigit)
        && (Number(text, 0, 4), Number(text, 4, 2), Number(text, 6, 2)) is var (year, month, day)
        && year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    // 24:00 is the midnight that follows; a leap second is the second before it.
    private static LocalDateTime? TimeOf(LocalDate day, string text)
    {
        if (text.Length is not (4 or 6) || !text.All(char.IsAsciiDigit))
            return null;
        var (hour, minute, second) = (Number(text, 0, 2), Number(text, 2, 2), text.Length == 6 ? Number(text, 4, 2) : 0);
        if (hour == 24 && minute == 0 && second == 0)
            return day.PlusDays(1).AtMidnight();
        return hour > 23 || minute > 59 || second > 60 ? null : day + new LocalTime(hour, minute, Math.Min(second, 59));
    }

    private static int Number(string text, int at, int length) =>
        int.Parse(text.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture);
}
