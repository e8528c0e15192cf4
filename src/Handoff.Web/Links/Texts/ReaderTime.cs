using System.Collections.Concurrent;
using System.Globalization;
using Handoff.People;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Links.Texts;

/// <summary>Writes an instant as its reader's clock shows it, with the zone's name.</summary>
internal static class ReaderTime
{
    private static readonly ConcurrentDictionary<string, LocalDateTimePattern> Patterns = new(StringComparer.Ordinal);

    /// <summary>Such as <c>Tue 24 Nov 2026, 10:00 (Europe/Rome)</c>.</summary>
    public static string Of(Instant at, Person reader, LinkTexts texts)
    {
        var zone = reader.Calendar.Zone;
        var pattern = Patterns.GetOrAdd(texts.Culture, static name => LocalDateTimePattern.Create("ddd d MMM uuuu, HH:mm", CultureInfo.GetCultureInfo(name)));
        return $"{pattern.Format(at.InZone(zone).LocalDateTime)} ({zone.Id})";
    }
}
