using System.Net;
using System.Text.Json;
using Handoff.Local.Tests.Hosting;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Handoff.Local.Tests.Observing;

/// <summary>What an outside watchdog hears at <c>/heartbeat</c>.</summary>
public sealed class HeartbeatTests
{
    [Fact]
    public async Task It_beats_while_every_clock_runs()
    {
        await using var host = await RunningHost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        await host.AdvanceMinutesAsync(2);

        Assert.Equal((HttpStatusCode.OK, "running"), await HearAsync(host));
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync("/heartbeat", "HEAD")).Status);
    }

    [Fact]
    public async Task It_stops_when_the_reconciler_is_silent()
    {
        await using var host = await RunningHost.StartAsync();
        await LookedAsync(host);
        await SaveAsync(
            host, Reconciler.HeartbeatName, InstantPattern.ExtendedIso.Format(Instant.FromDateTimeOffset(host.Now.AddMinutes(-3))));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "silent"), await HearAsync(host));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.OpenAsync("/heartbeat", "HEAD")).Status);
    }

    [Fact]
    public async Task It_stops_when_no_mail_has_gone_for_a_quarter_of_an_hour()
    {
        await using var host = await RunningHost.StartAsync();
        await LookedAsync(host);
        var now = Instant.FromDateTimeOffset(host.Now);
        await SaveAsync(
            host, "deliveries:failing",
            $"{InstantPattern.ExtendedIso.Format(now - Duration.FromMinutes(15))} {InstantPattern.ExtendedIso.Format(now)}");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "deliveries_stuck"), await HearAsync(host));

        await host.ReceiveAsync(Calls.Ada);
        await host.AdvanceMinutesAsync(1);

        Assert.Equal((HttpStatusCode.OK, "running"), await HearAsync(host));
    }

    [Theory]
    [InlineData("en", "The automatic check is silent")]
    [InlineData("it", "Il controllo automatico tace")]
    public async Task The_status_page_says_the_same_first(string language, string says)
    {
        await using var host = await RunningHost.StartAsync();
        await LookedAsync(host);
        await SaveAsync(
            host, Reconciler.HeartbeatName, InstantPattern.ExtendedIso.Format(Instant.FromDateTimeOffset(host.Now.AddMinutes(-3))));
        host.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var (_, page) = await host.OpenAsync("/status");

        Assert.Contains($"<strong>{says}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_calls_looks_at_the_store_once_in_ten_seconds()
    {
        await using var host = await RunningHost.StartAsync();
        await LookedAsync(host);
        Assert.Equal((HttpStatusCode.OK, "running"), await HearAsync(host));
        await SaveAsync(host, Reconciler.HeartbeatName, "2020-01-01T00:00:00Z");

        foreach (var heard in await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => HearAsync(host))))
            Assert.Equal((HttpStatusCode.OK, "running"), heard);

        await host.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "silent"), await HearAsync(host));
    }

    /// <summary>The reconciler looks beside everything else; what is written in its place must come after it.</summary>
    private static async Task LookedAsync(RunningHost host)
    {
        var facts = host.Services.GetRequiredService<IFactStore>();
        for (var looks = 0; await facts.FindValueAsync(Reconciler.HeartbeatName, default) is null; looks++)
        {
            Assert.InRange(looks, 0, 1_000);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private static ValueTask SaveAsync(RunningHost host, string name, string value) =>
        host.Services.GetRequiredService<IFactStore>().SaveValueAsync(name, value, default);

    private static async Task<(HttpStatusCode Status, string Word)> HearAsync(RunningHost host)
    {
        var (status, body) = await host.OpenAsync("/heartbeat");
        using var told = JsonDocument.Parse(body);
        Assert.NotEmpty(told.RootElement.GetProperty("says").GetString()!);
        return (status, told.RootElement.GetProperty("status").GetString()!);
    }
}
