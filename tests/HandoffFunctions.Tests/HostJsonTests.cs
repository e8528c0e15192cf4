using System.Text.Json;

namespace HandoffFunctions.Tests;

/// <summary>What the host is told, and why it must stay so (docs/architecture/functions.md).</summary>
public sealed class HostJsonTests
{
    private static readonly JsonElement Host = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")),
            new() { CommentHandling = JsonCommentHandling.Skip }).RootElement;

    private static JsonElement Levels => Host.GetProperty("logging").GetProperty("logLevel");

    private static JsonElement Durable => Host.GetProperty("extensions").GetProperty("durableTask");

    [Fact]
    public void Routes_are_the_products_own() =>
        Assert.Equal("", Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void Orchestrations_have_a_version_from_the_first_day_and_those_of_a_newer_one_wait() => Assert.Equal(
        ("1.0", "CurrentOrOlder", "Reject"),
        (Text("defaultVersion"), Text("versionMatchStrategy"), Text("versionFailureStrategy")));

    [Fact]
    public void The_task_hub_is_named_by_the_deployment() => Assert.Equal("%HANDOFF_TASK_HUB%", Text("hubName"));

    [Fact]
    public void A_deadline_waits_for_ten_seconds_at_most_at_each_of_the_two_queues_on_its_way()
    {
        var storage = Durable.GetProperty("storageProvider");

        Assert.Equal("AzureStorage", storage.GetProperty("type").GetString());
        Assert.Equal("00:00:10", storage.GetProperty("maxQueuePollingInterval").GetString());
        Assert.Equal("AzureWebJobsStorage", storage.GetProperty("connectionName").GetString());
        Assert.True(storage.GetProperty("useTablePartitionManagement").GetBoolean());
    }

    [Fact]
    public void One_app_has_the_task_hub_and_renews_no_lease_on_it() => Assert.False(Durable.GetProperty("useAppLease").GetBoolean());

    [Fact]
    public void Inputs_and_outputs_stay_out_of_traces() =>
        Assert.False(Durable.GetProperty("tracing").GetProperty("traceInputsAndOutputs").GetBoolean());

    [Fact]
    public void An_orchestration_has_no_trace_beside_that_of_its_lead() =>
        Assert.False(Durable.GetProperty("tracing").GetProperty("distributedTracingEnabled").GetBoolean());

    [Theory]
    // Addresses of requests.
    [InlineData("Microsoft.AspNetCore", "Warning")]
    // Each execution, each step of an orchestration: failures are told.
    [InlineData("default", "Warning")]
    [InlineData("Function", "Warning")]
    [InlineData("Host.Triggers.DurableTask", "Warning")]
    // The app's own lines, on a developer's machine and in the log stream.
    [InlineData("Host.Function.Console", "Information")]
    public void The_host_logs_what_a_person_has_to_know(string category, string level) =>
        Assert.Equal(level, Levels.GetProperty(category).GetString());

    private static string? Text(string name) => Durable.GetProperty(name).GetString();
}
