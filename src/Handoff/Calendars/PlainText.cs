using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Calendars;

/// <summary>Times, days and lengths as a sentence says them, in English and the same in every culture.</summary>
internal static class PlainText
{
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("dddd uuuu-MM-dd");
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss.FFF");
    private static readonly OffsetPattern Offset = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary><c>Saturday 2026-11-21</c>.</summary>
    public static string Day(LocalDate date) => Date.Format(date);

    /// <summary><c>15:00</c>, with seconds only where there are any.</summary>
    public static string Time(LocalTime time) =>
        (time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0 ? Minutes : Seconds).Format(time);

    /// <summary><c>Saturday 2026-11-21 15:00</c>, or only the time when it is on the day that was named last.</summary>
    public static string At(ZonedDateTime at, LocalDate? named = null) =>
        at.Date == named ? Time(at.TimeOfDay) : $"{Day(at.Date)} {Time(at.TimeOfDay)}";

    /// <summary><c>CET, +01:00</c>; the offset alone where the zone has no abbreviation.</summary>
    public static string ZoneOf(ZonedDateTime at)
    {
        var name = at.GetZoneInterval().Name;
        var offset = Offset.Format(at.Offset);
        return char.IsAsciiLetter(name[0]) ? $"{name}, {offset}" : offset;
    }

    /// <summary><c>1h30m</c>, <c>45m</c>, <c>24h</c>; seconds only where there are any.</summary>
    public static string Length(Duration length)
    {
        var hours = length.Days * 24 + length.Hours;
        var seconds = (length - Duration.FromHours(hours) - Duration.FromMinutes(length.Minutes)).TotalSeconds;
        var text = Part(hours, "h") + Part(length.Minutes, "m") + Part(seconds, "s");
        return text.Length > 0 ? text : "0m";

        static string Part(double number, string unit) =>
            number > 0 ? number.ToString("0.###", CultureInfo.InvariantCulture) + unit : "";
    }

    /// <summary><c>1 working day</c>, <c>3 working days</c>.</summary>
    public static string Count(int count, string one, string? several = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several ?? one + "s")}");
}
