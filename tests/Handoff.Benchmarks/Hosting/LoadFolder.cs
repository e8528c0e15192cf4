using System.Text.RegularExpressions;

namespace Handoff.Benchmarks.Hosting;

/// <summary>
/// The agreement of the load: the sample, whose calendars are always open, whose reps have no limit and are never away, so that every
/// lead is offered at once and no figure depends on the hour of the day.
/// </summary>
internal static partial class LoadFolder
{
    private const string Calendars = """
        calendars:
          office:     { time_zone: Europe/Rome, open: always }
          phone_desk: { time_zone: Europe/Rome, open: always }
          new_york:   { time_zone: America/New_York, open: always }
          london:     { time_zone: Europe/London, open: always }

        teams:
        """;

    public static string Write(string under)
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "sample", "acme");
        var folder = Directory.CreateDirectory(Path.Combine(under, "agreement")).FullName;
        foreach (var file in Directory.EnumerateFiles(sample))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        var people = File.ReadAllText(Path.Combine(sample, "people.yaml"));
        people = CalendarBlock().Replace(people, Calendars);
        people = Capacity().Replace(people, "");
        people = Away().Replace(people, "");
        File.WriteAllText(Path.Combine(folder, "people.yaml"), people);
        return folder;
    }

    [GeneratedRegex(
        @"^calendars:.*?^teams:", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CalendarBlock();

    [GeneratedRegex(@", +capacity: [0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capacity();

    [GeneratedRegex(@", away: \[[^\]]*\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Away();
}
