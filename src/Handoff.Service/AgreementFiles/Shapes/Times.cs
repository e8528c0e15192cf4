using Handoff.Calendars;
using Handoff.Service.AgreementFiles.Meaning;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.AgreementFiles.Shapes;

/// <summary>The values of calendars: days, times of day, dates and zones (design section 5).</summary>
internal static class Times
{
    private const string TimePattern = "[0-2][0-9]:[0-5][0-9]";
    private const string DatePattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private static readonly string[] WeekDays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>An opening and a closing, such as <c>09:00-13:00</c>. Midnight as a closing is 24:00 or 00:00.</summary>
    public static readonly Shape<(LocalTime From, LocalTime To)> Interval = new ScalarShape<(LocalTime, LocalTime)>(
        "times such as 09:00-13:00, from 00:00 to 24:00,", TryInterval, static () => Scalars.Pattern($"{TimePattern}-{TimePattern}"));

    /// <summary>A time of the day, such as <c>08:30</c>.</summary>
    public static readonly Shape<LocalTime> Hour = new ScalarShape<LocalTime>(
        "a time such as 08:30", TryTime, static () => Scalars.Pattern(TimePattern));

    /// <summary>A date, such as <c>2027-01-01</c>.</summary>
    public static readonly Shape<LocalDate> Date = new ScalarShape<LocalDate>(
        "a date such as 2027-01-01", TryDate, static () => Scalars.Pattern(DatePattern));

    /// <summary>A date or a range of dates with both ends, such as <c>2026-08-10..2026-08-21</c>.</summary>
    public static readonly Shape<DateRange> Dates = new ScalarShape<DateRange>(
        "a date such as 2026-12-24, or a range whose end is not before its start such as 2026-08-10..2026-08-21,",
        TryDates,
        static () => Scalars.Pattern($@"{DatePattern}(\.\.{DatePattern})?"));

    /// <summary>A day of the week or a range of them, as the name of its open times.</summary>
    public static readonly NamePattern Days = new(
        "a day or a range of days such as sat or mon-fri", $"^({string.Join('|', WeekDays)})(-({string.Join('|', WeekDays)}))?$",
            static text => DaysOf(text) is not null);

    /// <summary>A date or a range of them, as the name of its exceptional open times.</summary>
    public static readonly NamePattern DateNames = new(
        "a date such as 2026-12-19, or a range such as 2026-12-19..2026-12-20,", $@"^{DatePattern}(\.\.{DatePattern})?$", static text =>
            TryDates(text, out _));

    public static readonly Shape<DateTimeZone> Zone = new ScalarShape<DateTimeZone>(
        "an IANA time zone such as Europe/Rome",
        static (string text, out DateTimeZone value) => (value = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)!) is not null,
        static () => new() { ["type"] = "string" },
        static text => Nearest.Hint(text, DateTimeZoneProviders.Tzdb.Ids));

    /// <summary>The days that <c>mon-thu</c> or <c>sat</c> names, around the end of the week if need be; null for anything else.</summary>
    public static IReadOnlyList<IsoDayOfWeek>? DaysOf(string text)
    {
        var ends = text.Split('-');
        var first = Array.IndexOf(WeekDays, ends[0]);
        var last = ends.Length == 1 ? first : Array.IndexOf(WeekDays, ends[1]);
        if (ends.Length > 2 || first < 0 || last < 0)
            return null;
        var count = (last - first + 7) % 7 + 1;
        return [.. Enumerable.Range(first, count).Select(day => (IsoDayOfWeek)(day % 7 + 1))];
    }

    /// <summary>Reads a date or a range of dates, both ends included, in the years 2000 to 2100.</summary>
    public static bool TryDates(string text, out DateRange value)
    {
        value = DateRange.Of(default);
        var ends = text.Split("..");
        if (ends.Length > 2 || !TryDate(ends[0], out var first) || !TryDate(ends[^1], out var last) || last < first)
            return false;
        value = new DateRange(first, last);
        return true;
    }

    private static bool TryDate(string text, out LocalDate date) =>
        LocalDatePattern.Iso.Parse(text.Trim()).TryGetValue(default, out date)
            && date.Year is >= Holidays.FirstYear and <= Holidays.LastYear;

    private static bool TryInterval(string text, out (LocalTime From, LocalTime To) value)
    {
        value = default;
        var ends = text.Split('-');
        return ends.Length == 2 && TryTime(ends[0], out value.From) && TryTime(ends[1] == "24:00" ? "00:00" : ends[1], out value.To);
    }

    private static bool TryTime(string text, out LocalTime time)
    {
        time = default;
        return text.Length == 5 && LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).TryGetValue(default, out time);
    }
}
