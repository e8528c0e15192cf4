using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.People;

/// <summary>Reads a time as people and forms write it.</summary>
internal static class WhenText
{
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>
    /// Reads a date, a local time (to the minute or finer) or an instant. A date is its first instant in the zone, or with
    /// <paramref name="endOfDay"/> the first of the next day: the day is included. A time that does not exist moves forward by the gap; of two, the earlier.
    /// </summary>
    /// <returns>Null when it is none of these.</returns>
    public static Instant? Read(string text, DateTimeZone zone, bool endOfDay)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date })
            return (endOfDay ? date.PlusDays(1) : date).AtStartOfDayInZone(zone).ToInstant();
        if (ToTheMinute.Parse(text) is { Success: true, Value: var minute })
            return minute.InZoneLeniently(zone).ToInstant();
        if (LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var local })
            return local.InZoneLeniently(zone).ToInstant();
        return OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var offset } ? offset.ToInstant()
            : InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } ? instant
            : null;
    }
}
