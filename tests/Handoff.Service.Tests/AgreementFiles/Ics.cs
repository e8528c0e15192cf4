using Handoff.Service.AgreementFiles.Meaning;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>Calendars in short: an event is its properties with bars between them.</summary>
internal static class Ics
{
    public static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    /// <summary>A file with these events; each gets the UID u1 unless it says another.</summary>
    public static string File(params string[] events) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Handoff//Tests//EN\r\n{string.Concat(events.Select(Event))}END:VCALENDAR\r\n";

    /// <summary>The closed days of 2026 to 2028 in order, with spaces between them.</summary>
    public static string Closed(string text, DateTimeZone? zone = null)
    {
        var read = Holidays.Read(text, out var wrong, zone ?? Rome);
        Assert.True(read is not null, wrong);
        return string.Join(' ', Enumerable.Range(2026,
            3).SelectMany(year => read.In(year)).Select(day => FormattableString.Invariant($"{day:uuuu-MM-dd}")));
    }

    /// <summary>Why the file is refused.</summary>
    public static string Wrong(string text)
    {
        Assert.Null(Holidays.Read(text, out var wrong, Rome));
        return wrong;
    }

    private static string Event(string properties)
    {
        var lines = properties.Split('|');
        var uid = lines.Any(line => line.StartsWith("UID:", StringComparison.Ordinal)) ? "" : "UID:u1\r\n";
        return $"BEGIN:VEVENT\r\n{uid}DTSTAMP:20260101T000000Z\r\n{string.Join("\r\n", lines)}\r\nEND:VEVENT\r\n";
    }
}
