namespace Handoff.Infra.Tests;

/// <summary>The Functions app runs on Flex Consumption under an identity of its own.</summary>
public sealed class AppTests
{
    [BicepFact]
    public void The_plan_is_Flex_Consumption_on_Linux()
    {
        var plan = Prediction.Default.One("Microsoft.Web/serverfarms");
        Assert.Equal("FC1", plan.GetProperty("sku").GetProperty("name").GetString());
        Assert.True(plan.Property("reserved").GetBoolean());
    }

    [BicepFact]
    public void The_app_is_the_service_that_azd_deploys()
    {
        var app = Prediction.Default.One("Microsoft.Web/sites");
        Assert.Equal("functionapp,linux", app.GetProperty("kind").GetString());
        Assert.Equal("api", app.GetProperty("tags").GetProperty("azd-service-name").GetString());
        var services = File.ReadAllText(Path.Combine(Repository.Root, "azure.yaml"));
        Assert.Contains("\n  api:\n    project: ./src/HandoffFunctions\n", services, StringComparison.Ordinal);
    }

    [BicepFact]
    public void It_runs_isolated_on_dotnet_10()
    {
        var runtime = Prediction.Default.One("Microsoft.Web/sites").Property("functionAppConfig", "runtime");
        Assert.Equal("dotnet-isolated 10.0", $"{runtime.GetProperty("name")} {runtime.GetProperty("version")}");
    }

    [BicepFact]
    public void Its_package_is_read_under_the_identity()
    {
        var storage = Prediction.Default.One("Microsoft.Web/sites").Property("functionAppConfig", "deployment", "storage");
        Assert.Equal("blobContainer", storage.GetProperty("type").GetString());
        Assert.Equal("UserAssignedIdentity", storage.GetProperty("authentication").GetProperty("type").GetString());
    }

    [BicepFact]
    public void One_instance_is_always_ready_for_clocks_and_one_for_clicks_or_as_many_as_are_asked_for()
    {
        Assert.Equal(["durable 1", "http 1"], Ready(Prediction.Default));
        Assert.Equal(["durable 2"], Ready(Prediction.Private));
    }

    [Fact]
    public void azd_is_told_the_same_numbers_of_instances()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Infra, "main.parameters.json"));
        Assert.Contains("${HANDOFF_ALWAYS_READY=1}", file, StringComparison.Ordinal);
        Assert.Contains("${HANDOFF_ALWAYS_READY_HTTP=1}", file, StringComparison.Ordinal);
    }

    [BicepFact]
    public void It_is_reached_by_HTTPS_and_published_without_a_password()
    {
        var app = Prediction.Default.One("Microsoft.Web/sites");
        Assert.True(app.Property("httpsOnly").GetBoolean());
        Assert.Equal("1.2", app.Property("siteConfig", "minTlsVersion").GetString());
        var ways = Prediction.Default.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(2, ways.Count);
        Assert.All(ways, way => Assert.False(way.Property("allow").GetBoolean()));
    }

    private static IEnumerable<string> Ready(Prediction prediction) => prediction.One("Microsoft.Web/sites")
        .Property("functionAppConfig", "scaleAndConcurrency", "alwaysReady").EnumerateArray()
        .Select(group => $"{group.GetProperty("name")} {group.GetProperty("instanceCount")}");
}
