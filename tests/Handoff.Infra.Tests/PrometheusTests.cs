using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Handoff.Infra.Tests;

/// <summary>
/// The dashboard for Grafana and the rules for Prometheus ask for figures that the code has, by the names that Prometheus gives them.
/// </summary>
public sealed partial class PrometheusTests
{
    private static readonly string Dashboard = Read("dashboards", "handoff-grafana.json");
    private static readonly string Rules = Read("alerts", "handoff.rules.yaml");
    private static readonly IReadOnlyList<string> Told = [.. ToldNames()];

    [Fact]
    public void The_code_has_the_figures_that_are_documented()
    {
        Assert.Contains("handoff_leads_total", Told);
        Assert.Contains("handoff_leads_open", Told);
        Assert.Contains("handoff_alert_lateness_seconds_bucket", Told);
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "observability.md"));
        Assert.All(Instruments(), instrument => Assert.Contains($"`{instrument.Name}`", docs, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_query_of_the_dashboard_is_about_a_figure_of_the_code()
    {
        using var dashboard = JsonDocument.Parse(Dashboard);
        var queries = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!)
                .ToList();
        Assert.NotEmpty(queries);
        Assert.All(queries, AsksForKnownFigures);
    }

    [Fact]
    public void Every_rule_is_about_a_figure_of_the_code_and_says_what_to_do()
    {
        var rules = RulesOf();
        Assert.NotEmpty(rules);
        Assert.All(rules, rule =>
        {
            AsksForKnownFigures((string)rule["expr"]);
            Assert.NotEmpty((string)((Dictionary<object, object>)rule["annotations"])["description"]);
            Assert.Contains((string)((Dictionary<object, object>)rule["labels"])["severity"], new[] { "critical", "warning" });
        });
        Assert.Equal(rules.Count, rules.Select(rule => rule["alert"]).Distinct().Count());
    }

    private static List<Dictionary<object, object>> RulesOf()
    {
        var file = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(Rules);
        return [.. ((List<object>)file["groups"]).Cast<Dictionary<object, object>>()
            .SelectMany(group => ((List<object>)group["rules"]).Cast<Dictionary<object, object>>())];
    }

    private static void AsksForKnownFigures(string query)
    {
        var names = Figure().Matches(query).Select(match => match.Value).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains(name, Told));
    }

    /// <summary>
    /// Underscores for dots, the unit in full but not one in braces, <c>_total</c> for what only grows, three series for a histogram.
    /// </summary>
    private static IEnumerable<string> ToldNames()
    {
        foreach (var (kind, name, unit) in Instruments())
        {
            var told = name.Replace('.', '_') + (unit == "s" ? "_seconds" : "");
            switch (kind)
            {
                case "Counter":
                    yield return told + "_total";
                    break;
                case "Histogram":
                    yield return told + "_bucket";
                    yield return told + "_sum";
                    yield return told + "_count";
                    break;
                default:
                    yield return told;
                    break;
            }
        }
    }

    private static List<(string Kind, string Name, string Unit)> Instruments()
    {
        var code = File.ReadAllText(Path.Combine(Repository.Root, "src", "Handoff.Service", "Health", "Measures.cs"));
        return [.. Instrument().Matches(code)
            .Select(match => (match.Groups["kind"].Value, match.Groups["name"].Value, match.Groups["unit"].Value))];
    }

    private static string Read(string folder, string file) => File.ReadAllText(Path.Combine(Repository.Infra, folder, file));

    [GeneratedRegex(
        @"Meter\.Create(?<kind>\w+?)(<\w+>)?\(\s*""(?<name>[a-z.]+)"", ""(?<unit>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instrument();

    [GeneratedRegex("handoff_[a-z_]+", RegexOptions.None, 1000)]
    private static partial Regex Figure();
}
