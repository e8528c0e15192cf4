using System.Runtime.InteropServices;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Ics;

/// <summary>The days of an all-day event, in whatever way its vendor writes them.</summary>
/// <param name="Count">How many days, one at least.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WholeDays(LocalDate First, int Count)
{
    /// <summary>More days than this are no holiday but a mistake.</summary>
    public const int Most = 366;

    /// <summary>The days of an event with a start, or null: it has a time of day. Days that make no sense are told.</summary>
    public static WholeDays? Of(IcsEvent one, DateTimeZone calendar, IcsTrouble trouble)
    {
        var days = one.Start!.Value.IsDate ? OfDate(one, calendar)
            : OfMidnights(one, calendar) is { } midnights ? midnights
            : one.IsMarkedAllDay is true ? OfMark(one, calendar)
            : (WholeDays?)null;
        if (days is { Count: < 1 })
            trouble.Tell(one, one.Line, "it ends before it begins");
        else if (days is { Count: > Most })
            trouble.Tell(one, one.Line, $"it lasts more than {Most} days");
        return days;
    }

    // The end of an all-day event is the day after its last; an event without an end, or with its own day as its end, is a day.
    private static WholeDays OfDate(IcsEvent one, DateTimeZone calendar)
    {
        var zone = one.ZoneOr(calendar);
        var first = one.Start!.Value.DateIn(zone);
        if (one.End is { } end)
        {
            var after = EndOfDay(end.IsMidnight ? end.Local : end.In(zone)).Date;
            return new(first, after == first ? 1 : Days(first, after));
        }

        return new(first, one.Length is { } length ? Math.Max(1, WholeDaysUp(length)) : 1);
    }

    // From a midnight to a later one: as written, or, of times in UTC, in the zone of the file or of the calendar.
    private static WholeDays? OfMidnights(IcsEvent one, DateTimeZone calendar)
    {
        if (one.IsMarkedAllDay is false)
            return null;
        var start = one.Start!.Value;
        DateTimeZone?[] zones = start.Zone == DateTimeZone.Utc ? [DateTimeZone.Utc, one.FileZone, calendar] : [start.Zone];
        foreach (var zone in zones)
        {
            var from = zone is null ? start.Local : start.In(zone);
            if (from.TimeOfDay == LocalTime.Midnight
                && EndOf(one, from, zone) is { } end
                && end.TimeOfDay == LocalTime.Midnight
                && end > from)
                return new(from.Date, Days(from.Date, end.Date));
        }

        return null;
    }

    private static LocalDateTime? EndOf(IcsEvent one, LocalDateTime from, DateTimeZone? zone) =>
        one.End is { } end ? EndOfDay(end.IsDate || zone is null ? end.Local : end.In(zone))
        : one.Length is { } length && length.TotalDays < 100_000 ? EndOfDay(from + Period.FromSeconds((long)length.TotalSeconds))
        : null;

    // Marked by its vendor, whatever its times: in UTC they are the midnights of some zone, of which the nearest in UTC tells the day.
    private static WholeDays OfMark(IcsEvent one, DateTimeZone calendar)
    {
        var start = one.Start!.Value;
        var local = start.Zone == DateTimeZone.Utc ? start.In(one.ZoneOr(calendar)) : start.Local;
        if (start.Zone == DateTimeZone.Utc && local.TimeOfDay != LocalTime.Midnight)
            local = start.Local.PlusHours(12).Date.AtMidnight();
        var length = one.Length ?? (one.End is { } end
            ? Period.Between(start.Local, end.In(start.Zone ?? one.ZoneOr(calendar)), PeriodUnits.Seconds).ToDuration()
            : Duration.Zero);
        return new(local.Date, length == Duration.Zero ? 1 : length < Duration.Zero ? 0 : Math.Max(1, (int)Math.Round(length.TotalDays)));
    }

    // A minute or a second before midnight is how some write the end of a day.
    private static LocalDateTime EndOfDay(LocalDateTime end) =>
        end.TimeOfDay >= new LocalTime(23, 59) ? end.Date.PlusDays(1).AtMidnight() : end;

    private static int WholeDaysUp(Duration length) => (int)Math.Min(Math.Ceiling(length.TotalDays), Most + 1);

    private static int Days(LocalDate first, LocalDate end) => Period.DaysBetween(first, end);
}
