using System.Globalization;
using System.Text;

namespace Handoff.Benchmarks.Hosting;

/// <summary>
/// The agreement under which many clocks fall due in one second: ten teams whose calendar opens at one minute, a clock of one minute from
/// there, and a ladder whose only rung alerts the manager. Leads that come before the opening all start their clocks with it.
/// </summary>
internal static class DueFolder
{
    /// <summary>The countries of the ten teams.</summary>
    public static readonly string[] Countries = ["IT", "FR", "DE", "ES", "PT", "NL", "BE", "AT", "CH", "SE"];

    /// <summary>Writes the folder; the calendar is closed for ten minutes before <paramref name="opening"/>.</summary>
    public static string Write(string under, DateTimeOffset opening)
    {
        var folder = LoadFolder.Write(under);
        var (opens, closes) = (Time(opening), Time(opening - TimeSpan.FromMinutes(10)));
        var people = new StringBuilder($$"""
            calendars:
              desk:   { time_zone: UTC, open: { mon-sun: ["{{opens}}-{{closes}}"] } }
              always: { time_zone: UTC, open: always }
            teams:

            """);
        foreach (var country in Countries)
        {
            var name = country.ToLowerInvariant();
            people.Append(CultureInfo.InvariantCulture, $$"""
                  - name: {{name}}
                    calendar: desk
                    {{(country == Countries[^1] ? "" : $"takes: {{ country: [{country}] }}")}}
                    strategy: weighted_round_robin
                    manager: manager.{{name}}@acme.example
                    director: paolo.conti@acme.example
                    reps:
                      - { email: one.{{name}}@acme.example, name: One {{country}}, weight: 1, languages: [en, it], calendar: always }
                      - { email: two.{{name}}@acme.example, name: Two {{country}}, weight: 1, languages: [en, it], calendar: always }

                """);
        }

        people.Append("people:\n");
        foreach (var country in Countries)
            people.Append(CultureInfo.InvariantCulture,
                $"  - {{ email: manager.{country.ToLowerInvariant()}@acme.example, name: Manager {country}, " +
                $"role: manager, language: en, calendar: always }}\n");
        people.Append("""
              - { email: paolo.conti@acme.example,  name: Paolo Conti,  role: sales,     language: it, calendar: always }
              - { email: giulia.ferri@acme.example, name: Giulia Ferri, role: marketing, language: it, calendar: always }

            """);
        File.WriteAllText(Path.Combine(folder, "people.yaml"), people.ToString());
        var path = Path.Combine(folder, "agreement.yaml");
        var agreement = File.ReadAllText(path)
            .Replace(
                "accept:        { within: 1d,  ladder: normal }", "accept:        { within: 1m,  ladder: due }", StringComparison.Ordinal)
            .Replace("  patient:\n", "  due:\n    - { at: 100%, alert: manager }\n  patient:\n", StringComparison.Ordinal);
        File.WriteAllText(path, agreement);
        return folder;
    }

    private static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);
}
