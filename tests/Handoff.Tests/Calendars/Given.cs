using Handoff.Calendars;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Tests.Calendars;

/// <summary>Calendars and instants as the specification writes them.</summary>
internal static class Given
{
    public static readonly DateTimeZone Rome = Zone("Europe/Rome");

    /// <summary>Mon-Fri 09:00-17:00 in Rome, as in the examples of design section 5.</summary>
    public static readonly BusinessCalendar Office = Calendar(Rome, "mon-fri 09:00-17:00");

    /// <summary>Mornings and afternoons, with holidays and a fortnight in August.</summary>
    public static readonly BusinessCalendar SplitOffice = BusinessCalendar.Create(
        "split",
        Rome,
        Hours("mon-thu 09:00-13:00", "mon-thu 14:00-18:00", "fri-fri 09:00-13:00", "fri-fri 14:00-17:00"),
        year => [new LocalDate(year, 12, 8), new LocalDate(year, 12, 25), new LocalDate(year, 12, 26), new LocalDate(year, 1, 1)],
        [new DateRange(new LocalDate(2026, 8, 10), new LocalDate(2026, 8, 21)), DateRange.Of(new LocalDate(2026, 12, 24))],
        []);

    /// <summary>A late shift that ends after midnight, and Saturday morning.</summary>
    public static readonly BusinessCalendar PhoneDesk = BusinessCalendar.Create(
        "phone_desk",
        Rome,
        Hours("mon-fri 16:00-00:30", "sat-sat 09:00-12:30"),
        [new LocalDate(2026, 12, 8), new LocalDate(2026, 12, 25)],
        [],
        []);

    public static readonly BusinessCalendar Always = BusinessCalendar.AlwaysOpen("always", DateTimeZone.Utc);

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static BusinessCalendar Calendar(DateTimeZone zone, params string[] open) =>
        BusinessCalendar.Create("office", zone, Hours(open), [], [], []);

    /// <summary>Reads lines such as <c>mon-fri 09:00-17:00</c>; 24:00 is midnight.</summary>
    public static OpenHours[] Hours(params string[] lines) =>
        [.. lines.SelectMany(line =>
        {
            var (first, last, from, to) = (Day(line[..3]), Day(line[4..7]), Time(line[8..13]), Time(line[14..]));
            return Enumerable.Range(first, last - first + 1).Select(day => new OpenHours((IsoDayOfWeek)day, from, to));
        })];

    public static LocalTime Time(string text) =>
        text == "24:00" ? LocalTime.Midnight : LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    /// <summary>An instant with its offset: <c>2026-11-23 10:00 +01</c>.</summary>
    public static Instant At(string text) =>
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm o<g>").Parse(text).Value.ToInstant();

    /// <summary>An unambiguous local time in Rome.</summary>
    public static Instant InRome(string text) => InZone(Rome, text);

    public static Instant InZone(DateTimeZone zone, string text) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value.InZoneStrictly(zone).ToInstant();

    public static Within Length(string text) =>
        Within.TryParse(text, out var within) ? within : throw new ArgumentException($"{text} is no length.", nameof(text));

    public static Instant Due(BusinessCalendar calendar, Instant start, string within, ClockMode mode = ClockMode.Business) =>
        Deadlines.Compute(calendar, start, Length(within), mode).Due;

    private static int Day(string name) => 1 + Array.IndexOf(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], name);
}
