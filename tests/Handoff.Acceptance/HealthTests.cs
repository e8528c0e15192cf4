using System.Net;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>How the product says that it is well, and what it is.</summary>
public abstract class HealthTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostTheory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task It_says_that_it_is_well(string path)
    {
        await using var host = await THost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(path, "HEAD")).Status);
    }

    [HostFact]
    public async Task Its_description_names_every_address_of_the_api()
    {
        await using var host = await THost.StartAsync();

        var (status, text) = await host.OpenAsync("/openapi/v1.json");

        Assert.Equal(HttpStatusCode.OK, status);
        using var description = JsonDocument.Parse(text);
        var paths = description.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet();
        string[] expected = ["/api/leads/{source}", "/api/leads/{id}", "/api/leads/{id}/outcome", "/r/{token}", "/m/{token}"];
        Assert.Superset(expected.ToHashSet(), paths);
    }

    [HostFact]
    public async Task A_lead_that_is_not_there_is_not_found()
    {
        await using var host = await THost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync("/api/leads/0123456789abcdef")).Status);
    }
}
