using System.Text.Json;

namespace HandoffFunctions.Tests;

/// <summary>What the host is told, and why it must stay so (docs/decisions/0012-functions-app.md).</summary>
public sealed class HostJsonTests
{
    private static readonly JsonElement Host = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")), new() { CommentHandling = JsonCommentHandling.Skip }).RootElement;

    private static JsonElement Durable => Host.GetProperty("extensions").GetProperty("durableTask");

    [Fact]
    public void Routes_are_the_products_own() => Assert.Equal("", Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void Orchestrations_have_a_version_from_the_first_day_and_those_of_a_newer_one_wait() => Assert.Equal(
        ("1.0", "CurrentOrOlder", "Reject"),
        (Text("defaultVersion"), Text("versionMatchStrategy"), Text("versionFailureStrategy")));

    [Fact]
    public void The_task_hub_is_named_by_the_deployment() => Assert.Equal("%HANDOFF_TASK_HUB%", Text("hubName"));

    [Fact]
    public void A_nudge_waits_for_five_seconds_at_most_when_nothing_happens()
    {
        var storage = Durable.GetProperty("storageProvider");

        Assert.Equal("AzureStorage", storage.GetProperty("type").GetString());
        Assert.Equal("00:00:05", storage.GetProperty("maxQueuePollingInterval").GetString());
        Assert.Equal("AzureWebJobsStorage", storage.GetProperty("connectionName").GetString());
        Assert.True(storage.GetProperty("useTablePartitionManagement").GetBoolean());
    }

    [Fact]
    public void Inputs_and_outputs_stay_out_of_traces() => Assert.False(Durable.GetProperty("tracing").GetProperty("traceInputsAndOutputs").GetBoolean());

    [Fact]
    public void Addresses_of_requests_stay_out_of_logs() =>
        Assert.Equal("Warning", Host.GetProperty("logging").GetProperty("logLevel").GetProperty("Microsoft.AspNetCore").GetString());

    private static string? Text(string name) => Durable.GetProperty(name).GetString();
}
