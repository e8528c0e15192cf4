using System.Net;
using Handoff.Benchmarks.Hosting;
using Handoff.RealFaults.Tests.Hosting;

namespace Handoff.RealFaults.Tests.Disks;

/// <summary>A disk that is full, or cannot be written.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly FaultFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [DiskFact]
    public async Task On_a_full_disk_leads_are_refused_until_there_is_room_and_none_that_was_acknowledged_is_lost()
    {
        using var disk = new SmallDisk(_folder.In("disk"));
        var said = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var how = _folder.Start with { Data = Path.Combine(disk.Path, "data"), Heard = said.Enqueue };
        await using var host = await HostProcess.StartAsync(how, default);
        using var client = new LeadClient(host);
        for (var number = 0; number < 10; number++)
            await client.PostAsync($"before{number}");

        disk.Fill();
        var refused = await RefusedAsync(client);
        Assert.Contains("nothing was stored", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/healthz"));
        disk.MakeRoom();
        for (var number = 0; number < 10; number++)
            await client.PostAsync($"after{number}");

        foreach (var id in client.Acknowledged.Keys)
            Assert.NotNull(await client.LeadAsync(id));
        await OffersAreSentAsync(how.Data, client.Acknowledged.Keys);
        Assert.Contains(said, line => line.Contains("A group of", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("The store writes again", StringComparison.Ordinal));
        refused.Dispose();
    }

    [DiskFact]
    public async Task On_a_disk_that_cannot_be_written_a_start_is_refused_and_says_what_to_do()
    {
        using var disk = new SmallDisk(_folder.In("disk"));
        var how = _folder.Start with { Data = Path.Combine(disk.Path, "data") };
        await using (var host = await HostProcess.StartAsync(how, default))
        {
            using var client = new LeadClient(host);
            await client.PostAsync("before");
            await host.StopAsync();
        }

        disk.MakeReadOnly();
        var refused = await Assert.ThrowsAsync<HostRefusedException>(() => HostProcess.StartAsync(how, default));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("cannot be written", refused.Said, StringComparison.Ordinal);
        Assert.Contains("Make it writable", refused.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Said, StringComparison.Ordinal);

        disk.MakeWritable();
        await using var again = await HostProcess.StartAsync(how, default);
    }

    [FailingDiskFact]
    public async Task A_disk_that_turns_read_only_under_a_running_host_costs_nothing_that_was_acknowledged()
    {
        using var disk = new FailingDisk(_folder.In("disk"));
        var how = _folder.Start with { Data = Path.Combine(disk.Path, "data") };
        string[] acknowledged;
        await using (var host = await HostProcess.StartAsync(how, default))
        {
            using var client = new LeadClient(host);
            for (var number = 0; number < 10; number++)
                await client.PostAsync($"before{number}");

            disk.Fail();
            using var refused = await RefusedAsync(client);
            Assert.Contains("nothing was stored", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/healthz"));
            // What is there can still be read.
            acknowledged = [.. client.Acknowledged.Keys];
            foreach (var id in acknowledged)
                Assert.NotNull(await client.LeadAsync(id));
        }

        disk.Repair();
        await using var again = await HostProcess.StartAsync(how, default);
        using var returned = new LeadClient(again);
        foreach (var id in acknowledged)
            Assert.NotNull(await returned.LeadAsync(id));
        await returned.PostAsync("after");
        await OffersAreSentAsync(how.Data, acknowledged);
    }

    private static async Task OffersAreSentAsync(string data, IEnumerable<string> leads)
    {
        using var ledger = new StoredLedger(data);
        string[] missing = [];
        await Patience.UntilAsync(
            () => Task.FromResult((missing = [.. leads.Select(id => id + "-1").Except(ledger.Sent(), StringComparer.Ordinal)]).Length == 0),
            TimeSpan.FromMinutes(1), () => $"every offer is sent; missing are {string.Join(", ", missing)}");
    }

    /// <summary>What the last pages of the log still hold is written; then every lead is refused.</summary>
    private static async Task<HttpResponseMessage> RefusedAsync(LeadClient client)
    {
        for (var number = 0; number < 5_000; number++)
        {
            var answer = await client.TryPostAsync($"full{number}");
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                return answer;
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            answer.Dispose();
        }

        throw new InvalidOperationException("The disk is not full.");
    }
}
