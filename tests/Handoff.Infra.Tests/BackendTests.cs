using System.Text.Json;

namespace Handoff.Infra.Tests;

/// <summary>Durable Functions keep their state in Azure Storage, or in the Durable Task Scheduler by choice.</summary>
public sealed class BackendTests
{
    private const string StorageProvider = "AzureFunctionsJobHost__extensions__durableTask__storageProvider__";

    [BicepFact]
    public void A_prediction_knows_all_that_can_be_known() => Assert.All(Prediction.All, one =>
    {
        Assert.Equal("", one.Says);
        Assert.Equal(0, one.ExitCode);
    });

    [BicepFact]
    public void By_default_host_json_stands_and_there_is_no_scheduler()
    {
        Assert.Empty(Prediction.Default.Of("Microsoft.DurableTask/schedulers"));
        Assert.DoesNotContain(Prediction.Default.Settings.Keys, name => name.StartsWith("AzureFunctionsJobHost__", StringComparison.Ordinal));
    }

    [BicepFact]
    public void The_scheduler_takes_the_place_of_storage_by_settings()
    {
        var settings = Prediction.Scheduler.Settings;
        Assert.Equal("azureManaged", settings[StorageProvider + "type"]);
        Assert.Equal(settings[StorageProvider + "connectionName"], settings[StorageProvider + "connectionStringName"]);
        var connection = settings[settings[StorageProvider + "connectionName"]];
        Assert.Contains("Authentication=ManagedIdentity", connection, StringComparison.Ordinal);
        Assert.Equal("handoff", Prediction.Scheduler.One("Microsoft.DurableTask/schedulers/taskHubs").Name().Split('/')[1]);
        Assert.Equal("handoff", settings["HANDOFF_TASK_HUB"]);
    }

    [BicepFact]
    public void Only_the_addresses_named_reach_the_scheduler()
    {
        var scheduler = Prediction.Scheduler.One("Microsoft.DurableTask/schedulers");
        Assert.Equal("203.0.113.0/24", Assert.Single(scheduler.Property("ipAllowlist").EnumerateArray()).GetString());
        Assert.DoesNotContain(Repository.BicepFiles, file => File.ReadAllText(file).Contains("0.0.0.0", StringComparison.Ordinal));
    }

    [BicepFact]
    public void A_scheduler_that_nobody_could_reach_is_refused()
    {
        var prediction = Prediction.With("param durableBackend = 'DurableTaskScheduler'");
        Assert.NotEqual(0, prediction.ExitCode);
        Assert.Contains("schedulerAllowedAddresses is empty", prediction.Says, StringComparison.Ordinal);
    }

    [BicepFact]
    public void Finished_histories_go_after_a_week_and_failed_ones_after_a_month() => Assert.Equal(
        ["any 7", "Failed 30"],
        Prediction.Scheduler.One("Microsoft.DurableTask/schedulers/retentionPolicies").Property("retentionPolicies").EnumerateArray().Select(Kept));

    private static string Kept(JsonElement policy)
    {
        var state = policy.TryGetProperty("orchestrationState", out var one) ? one.GetString() : "any";
        return $"{state} {policy.GetProperty("retentionPeriodInDays")}";
    }
}
