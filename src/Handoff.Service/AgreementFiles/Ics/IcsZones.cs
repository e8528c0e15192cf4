using NodaTime;
using NodaTime.TimeZones;

namespace Handoff.Service.AgreementFiles.Ics;

/// <summary>Time zones by the names that calendars give them.</summary>
internal static class IcsZones
{
    /// <summary>
    /// The zone of a <c>TZID</c>: IANA's name, Windows's, or IANA's behind a vendor's prefix
    /// (<c>/freeassociation.sourceforge.net/Europe/Rome</c>); null where it is none of them.
    /// </summary>
    public static DateTimeZone? Find(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        var zones = DateTimeZoneProviders.Tzdb;
        if (zones.GetZoneOrNull(name) is { } known)
            return known;
        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var iana))
            return zones.GetZoneOrNull(iana);
        var parts = name.Split('/');
        return parts.Length > 2
            ? zones.GetZoneOrNull(string.Join('/', parts[^2..])) ?? zones.GetZoneOrNull(string.Join('/', parts[^3..]))
            : null;
    }
}
