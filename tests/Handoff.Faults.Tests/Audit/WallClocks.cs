using Handoff.Calendars;
using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.World;
using Handoff.Tests.Calendars;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>The calendars of the sample, written down once more and read off the wall clock: the product's own are not asked.</summary>
internal static class WallClocks
{
    /// <summary>A quarter behind the weeks that are played.</summary>
    private static readonly int Days = (7 * Scenario.Number("HANDOFF_WEEKS", 4)) + 102;

    private static readonly WallClock.Hours Office = new(Zone("Europe/Rome"),
    [
        .. On(IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday, (9, 0), (13, 0)), .. On(IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday, (14, 0),
            (18, 0)),
        .. On(IsoDayOfWeek.Friday, IsoDayOfWeek.Friday, (9, 0), (13, 0)), .. On(IsoDayOfWeek.Friday, IsoDayOfWeek.Friday, (14, 0), (17, 0)),
    ], [.. WallHolidays.OfItaly, new(2026, 12, 24)]);

    private static readonly WallClock.Hours PhoneDesk = new(Zone("Europe/Rome"),
    [
        .. On(IsoDayOfWeek.Monday, IsoDayOfWeek.Friday, (16, 0), (0, 30)), .. On(IsoDayOfWeek.Saturday, IsoDayOfWeek.Saturday, (9, 0),
            (12, 30)),
    ], [.. WallHolidays.OfItaly]);

    private static readonly WallClock.Hours NewYork = new(Zone("America/New_York"), [.. On(IsoDayOfWeek.Monday, IsoDayOfWeek.Friday, (8,
        30), (17, 30))], []);

    private static readonly WallClock.Hours London =
        new(Zone("Europe/London"), [.. On(IsoDayOfWeek.Monday, IsoDayOfWeek.Friday, (9, 0), (17, 30))], []);

    private static readonly Dictionary<string, Lazy<WallClock>> All = new(StringComparer.Ordinal)
    {
        ["office"] = Read(Office),
        ["phone_desk"] = Read(PhoneDesk),
        ["office, phone_desk"] = Read(Office, PhoneDesk),
        ["new_york"] = Read(NewYork),
        ["london"] = Read(London),
        ["london, new_york"] = Read(London, NewYork),
    };

    /// <summary>The calendar of that name, from some days before the simulated weeks to a quarter after them.</summary>
    public static WallClock Of(string name) => All[name].Value;

    /// <summary>When a clock that starts then runs out.</summary>
    public static (Instant Start, Instant Due) Deadline(string calendar, Instant start, Within within, ClockMode mode)
    {
        if (mode == ClockMode.Elapsed)
            return (start, start + (within.IsDays ? Duration.FromDays(within.Days) : within.Measured));
        var wall = Of(calendar);
        var opening = wall.NextOpening(start);
        return (opening, within.IsDays ? wall.InDays(opening, within.Days) : wall.Advance(opening, within.Measured)!.Value);
    }

    private static Lazy<WallClock> Read(params WallClock.Hours[] calendars) =>
        new(() => new WallClock(calendars, SimulatedWorld.Start - Duration.FromDays(4), Duration.FromDays(Days)));

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static IEnumerable<OpenHours> On(IsoDayOfWeek first, IsoDayOfWeek last, (int Hour, int Minute) from, (int Hour,
        int Minute) to) =>
        Enumerable.Range((int)first, last - first + 1)
            .Select(day => new OpenHours((IsoDayOfWeek)day, new LocalTime(from.Hour, from.Minute), new LocalTime(to.Hour, to.Minute)));
}
