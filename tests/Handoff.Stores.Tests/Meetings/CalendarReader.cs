using System.Diagnostics;
using System.Text.Json;

namespace Handoff.Stores.Tests.Meetings;

/// <summary>The parser of Thunderbird's calendar (ical.js), in a process of its own.</summary>
internal static class CalendarReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly NodePackage Package = new("tests/calendar-reader", "ical.js", "The parser of Thunderbird's calendar");

    internal sealed record Read(string Version, string Method, IReadOnlyList<Event> Events);

    internal sealed record Event(
        string Uid, int Sequence, string Summary, string Description, string Organizer, string Status, DateTimeOffset Start,
        DateTimeOffset End, IReadOnlyList<Invited> Attendees);

    internal sealed record Invited(string Address, string Name, string Rsvp);

    /// <summary>Why it cannot run here, or null.</summary>
    public static string? Missing => Package.Missing;

    /// <summary>What the program understands of a calendar.</summary>
    public static async Task<Read> ReadAsync(string calendar)
    {
        var start = Package.Command();
        start.ArgumentList.Add("read.mjs");
        start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        await using (var input = process.StandardInput)
            await input.WriteAsync(calendar);
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<Read>(answer, Json)!;
    }
}

/// <summary>A test that needs the parser: skipped where it is not installed, unless <c>HANDOFF_ALL_TESTS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CalendarReaderTheoryAttribute : TheoryAttribute
{
    public CalendarReaderTheoryAttribute()
    {
        if (CalendarReader.Missing is { } missing)
            Skip = missing;
    }
}
