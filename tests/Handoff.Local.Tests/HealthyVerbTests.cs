using Handoff.Local.Tests.Hosting;
using Handoff.Local.Verbs;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary><c>handoff healthy</c>: what a container engine and a service manager ask.</summary>
public sealed class HealthyVerbTests
{
    [Fact]
    public async Task A_host_that_serves_is_well()
    {
        await using var host = await RunningHost.StartAsync();

        Assert.Equal(0, await HealthyVerb.RunAsync(host.Http.BaseAddress!.ToString(), CancellationToken.None));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("nowhere")]
    public async Task What_does_not_answer_is_not(string url) =>
        Assert.Equal(Tell.Wrong, await HealthyVerb.RunAsync(url, CancellationToken.None));
}
