using System.Text.Json;

namespace Handoff.Infra.Tests;

/// <summary>What goes wrong is seen from outside the app.</summary>
public sealed class WatchingTests
{
    private const string Rule = "Microsoft.Insights/scheduledQueryRules";

    [BicepFact]
    public void Telemetry_is_taken_from_identities_only()
    {
        Assert.True(Prediction.Default.One("Microsoft.Insights/components").Property("DisableLocalAuth").GetBoolean());
        Assert.True(
            Prediction.Default.One("Microsoft.OperationalInsights/workspaces").Property("features", "disableLocalAuth").GetBoolean());
    }

    [BicepFact]
    public void The_functions_host_is_not_told_where_to_send_what_it_records_of_requests()
    {
        Assert.Contains("HANDOFF_TELEMETRY_CONNECTION_STRING", Prediction.Default.Settings.Keys);
        Assert.DoesNotContain(Prediction.Default.Settings.Keys, name => name.StartsWith("APPLICATIONINSIGHTS_", StringComparison.Ordinal));
    }

    [BicepFact]
    public void What_the_functions_host_logs_goes_to_the_workspace() => Assert.Equal(
        "FunctionAppLogs",
        Assert.Single(Prediction.Default.One("Microsoft.Insights/diagnosticSettings").Property("logs").EnumerateArray())
            .GetProperty("category").GetString());

    [BicepFact]
    public void It_is_told_when_reconciliation_stops() => Assert.Equal(
        "Count LessThan 1 in PT10M: AppMetrics | where Name == \"handoff.reconciler.looks\"",
        Condition("handoff-reconciliation-stopped"));

    [BicepFact]
    public void It_is_told_when_an_alert_is_late() => Assert.Equal(
        "Maximum GreaterThan 300 in PT15M: AppMetrics | where Name in (\"handoff.alert.lateness\", \"handoff.reconciler.lateness\")",
        Condition("handoff-alert-late"));

    [BicepFact]
    public void It_is_told_when_deliveries_fail() => Assert.Equal(
        "Total GreaterThan 3 in PT15M: AppMetrics | where Name == \"handoff.deliveries\" | where tostring(Properties.outcome) != " +
        "\"accepted\"",
        Condition("handoff-deliveries-fail"));

    [BicepFact]
    public void The_heartbeat_is_called_from_outside_and_the_operators_are_told_when_it_stops()
    {
        var test = Prediction.Smtp.One("Microsoft.Insights/webtests");
        Assert.Equal("https://leads.acme.example/heartbeat", test.Property("Request", "RequestUrl").GetString());
        Assert.Equal(200, test.Property("ValidationRules", "ExpectedHttpStatusCode").GetInt32());
        Assert.Equal(3, test.Property("Locations").GetArrayLength());
        var rule = Prediction.Smtp.One("Microsoft.Insights/metricAlerts");
        Assert.Equal(2, rule.Property("criteria", "failedLocationCount").GetInt32());
        Assert.Equal(
            Prediction.Smtp.One("Microsoft.Insights/actionGroups").GetProperty("id").GetString(),
            rule.Property("actions")[0].GetProperty("actionGroupId").GetString());
    }

    [BicepFact]
    public void The_workbook_shows_figures_that_the_code_has()
    {
        using var workbook =
            JsonDocument.Parse(Prediction.Default.One("Microsoft.Insights/workbooks").Property("serializedData").GetString()!);
        var names = workbook.RootElement.GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("content").TryGetProperty("query", out _))
            .Select(item => item.GetProperty("content").GetProperty("query").GetString()!.Split('"')[1]).ToList();
        Assert.NotEmpty(names);
        var code = File.ReadAllText(Path.Combine(Repository.Root, "src", "Handoff.Service", "Health", "Measures.cs"));
        Assert.All(names, name => Assert.Contains($"\"{name}\"", code, StringComparison.Ordinal));
    }

    [BicepFact]
    public void Every_rule_is_on_and_writes_to_the_operators()
    {
        var people = Prediction.Default.One("Microsoft.Insights/actionGroups");
        Assert.Equal("operators@acme.example", people.Property("emailReceivers")[0].GetProperty("emailAddress").GetString());
        Assert.All(Prediction.Default.Of(Rule), rule =>
        {
            Assert.True(rule.Property("enabled").GetBoolean());
            Assert.Equal(
                people.GetProperty("id").GetString(), Assert.Single(rule.Property("actions", "actionGroups").EnumerateArray()).GetString());
        });
    }

    private static string Condition(string name)
    {
        var rule = Prediction.Default.Named(Rule, name);
        var condition = Assert.Single(rule.Property("criteria", "allOf").EnumerateArray());
        return $"{condition.GetProperty("timeAggregation")} {condition.GetProperty("operator")} {condition.GetProperty("threshold")}"
            + $" in {rule.Property("windowSize")}: {condition.GetProperty("query")}";
    }
}
