using System.Globalization;
using Handoff.Leads;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.People;

/// <summary>Reads a time as people and forms write it.</summary>
internal static class WhenText
{
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>
    /// Reads a date, a local time (to the minute or finer) or an instant. A date is its first instant in the zone, or with
    /// <paramref name="endOfDay"/> the first of the next day: the day is included. A time that does not exist moves forward by the gap; of
    /// two, the earlier.
    /// </summary>
    /// <returns>Null when it is none of these, or not of the years 1900 to 2100.</returns>
    public static Instant? Read(string text, DateTimeZone zone, bool endOfDay)
    {
        // A time at the ends of what can be written at all would overflow in a zone, or later in reckoning.
        if (text.Length < 5 || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2100)
            return null;
        return ReadSane(text, zone, endOfDay);
    }

    /// <summary>Reads a day, or a day with a time to the minute; null when it is neither, or not of the years 1900 to 2100.</summary>
    public static FollowUpDay? ReadDay(string text)
    {
        var read = LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? new FollowUpDay(date)
            : ToTheMinute.Parse(text) is { Success: true, Value: var at } ? new FollowUpDay(at.Date, at.TimeOfDay) : null;
        return read?.Day.Year is >= 1900 and <= 2100 ? read : null;
    }

    /// <summary>Writes a day, or a day with a time, so that <see cref="ReadDay"/> reads the same.</summary>
    public static string Write(FollowUpDay on) =>
        on.Time is { } time ? ToTheMinute.Format(on.Day.At(time)) : LocalDatePattern.Iso.Format(on.Day);

    private static Instant? ReadSane(string text, DateTimeZone zone, bool endOfDay)
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
