using System.Net;
using System.Text.Json;
using Handoff.Benchmarks.Hosting;
using Handoff.Leads;
using Handoff.RealFaults.Tests.Hosting;

namespace Handoff.RealFaults.Tests.Backups;

/// <summary>A backup of a running host, and what a restore makes of it.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly FaultFolder _folder = new();

    private string Backups => _folder.In("backups");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_of_a_running_host_under_load_holds_all_that_was_acknowledged_and_its_restore_goes_on()
    {
        string[] before;
        string erased;
        SeenMail offer;
        await using (var host = await HostProcess.StartAsync(_folder.Start, default))
        {
            using var client = new LeadClient(host);
            using var posting = new CancellationTokenSource();
            var load = Enumerable.Range(0, 8).Select(number => Task.Run(() => PostUntilAsync(client, $"c{number}", posting.Token)))
                .ToArray();
            await Patience.UntilAsync(() => Task.FromResult(client.Acknowledged.Count > 200), TimeSpan.FromMinutes(1), () => "200 leads");
            offer = await FirstOfferAsync(client);
            before = [.. client.Acknowledged.Keys];

            var backup = await HandoffCommand.RunAsync("backup", "--data", _folder.Data, "--to", Backups);

            Assert.Equal((0, true), (backup.ExitCode, backup.Output.Contains("whole and sound", StringComparison.Ordinal)));
            await posting.CancelAsync();
            await Task.WhenAll(load);
            Assert.True(client.Acknowledged.Count > before.Length, "Nothing was acknowledged while the backup ran.");
            erased = before.First(id => id != offer.Lead);
            Assert.Equal(HttpStatusCode.NoContent, await client.EraseAsync(erased));
        }

        var restore = await HandoffCommand.RunAsync("restore", "--from", Backups, "--data", _folder.Data, "--replace");
        Assert.True(restore.ExitCode == 0, restore.Output);
        Assert.Contains("Erased in it: 1.", restore.Output, StringComparison.Ordinal);
        using (var ledger = new StoredLedger(_folder.Data))
            Assert.Equal((0, 0), ledger.PersonalRows(_folder.Data, erased));

        await using var again = await HostProcess.StartAsync(_folder.Start, default);
        using var later = new LeadClient(again);
        foreach (var id in before)
            Assert.True(await later.LeadAsync(id) is { Status.Length: > 0 }, $"{id} is not in the backup.");
        Assert.Equal("erased", (await later.LeadAsync(erased))!.Status);
        Assert.Equal(HttpStatusCode.OK, await later.PressAsync(offer.Link, "accept"));
        Assert.Equal("accepted", (await later.LeadAsync(offer.Lead))!.Status);
        await later.PostAsync("after-the-restore");
        await EverythingDueIsCarriedOutAsync();
        Assert.Equal(0, (await again.StopAsync()).ExitCode);
        var rebuild = await HandoffCommand.RunAsync("rebuild", "--data", _folder.Data, "--agreement", _folder.Agreement);
        Assert.Contains(" 0 heads mended", rebuild.Output, StringComparison.Ordinal);
    }

    private static async Task PostUntilAsync(LeadClient client, string name, CancellationToken cancellation)
    {
        for (var number = 0; !cancellation.IsCancellationRequested; number++)
            await client.PostAsync($"{name}n{number}", CancellationToken.None);
    }

    private static async Task<SeenMail> FirstOfferAsync(LeadClient client)
    {
        SeenMail? offer = null;
        await Patience.UntilAsync(async () =>
        {
            using var mails = JsonDocument.Parse(await client.TextAsync("/mailbox/messages.json"));
            var first = mails.RootElement.EnumerateArray().FirstOrDefault(mail => mail.GetProperty("kind").GetString() == "offer");
            if (first.ValueKind == JsonValueKind.Undefined)
                return false;
            var link = first.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "offer")
                .GetProperty("href").GetString()!;
            offer = new(first.GetProperty("id").GetString()!.Split('-')[0], new Uri(link));
            return true;
        }, TimeSpan.FromMinutes(1), () => "an offer");
        return offer!;
    }

    /// <summary>Rungs fell due while nothing ran: they are passed, late, and the ledger says when they were due.</summary>
    private async Task EverythingDueIsCarriedOutAsync()
    {
        using var ledger = new StoredLedger(_folder.Data);
        await Patience.UntilAsync(
            () => Task.FromResult(ledger.OverdueAt(StoredLedger.Ago(TimeSpan.FromSeconds(3))) == 0), TimeSpan.FromMinutes(2),
            () => "nothing is overdue");
        Assert.All(ledger.Events().Values.SelectMany(events => events.OfType<RungPassed>()), rung => Assert.True(rung.At >= rung.DueAt));
    }

    private sealed record SeenMail(string Lead, Uri Link);
}
