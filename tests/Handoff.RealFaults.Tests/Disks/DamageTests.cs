using Handoff.Benchmarks.Hosting;
using Handoff.Local.Verbs;
using Handoff.RealFaults.Tests.Hosting;

namespace Handoff.RealFaults.Tests.Disks;

/// <summary>A page of a database that is not what was written; and a folder that somebody else serves.</summary>
public sealed class DamageTests : IDisposable
{
    private const int PageSize = 4096;

    private readonly FaultFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_damaged_page_stops_the_start_and_the_backup_and_a_restore_mends_it()
    {
        string lead;
        await using (var host = await HostProcess.StartAsync(_folder.Start, default))
        {
            using var client = new LeadClient(host);
            lead = (await client.PostAsync("before")).Id;
            Assert.Equal(0, (await host.StopAsync()).ExitCode);
        }

        Assert.Equal(0, BackupVerb.Run(_folder.Data, _folder.In("backups"), TimeProvider.System));
        Overwrite(Path.Combine(_folder.Data, "handoff.db"), page: 5);

        var refused = await Assert.ThrowsAsync<HostRefusedException>(() => HostProcess.StartAsync(_folder.Start, default));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("is damaged", refused.Said, StringComparison.Ordinal);
        Assert.Contains($"handoff restore --from BACKUPS --data {_folder.Data} --replace", refused.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Said, StringComparison.Ordinal);
        Assert.Equal(1, BackupVerb.Run(_folder.Data, _folder.In("backups"), TimeProvider.System));
        Assert.Single(Directory.GetDirectories(_folder.In("backups")));

        Assert.Equal(
            0, RestoreVerb.Run(
            new(_folder.In("backups"), _folder.Data, Replace: true, WithoutKeys: false, Erased: null), TimeProvider.System));
        await using var again = await HostProcess.StartAsync(_folder.Start, default);
        using var later = new LeadClient(again);
        Assert.NotNull(await later.LeadAsync(lead));
    }

    [Fact]
    public async Task Two_hosts_do_not_serve_one_folder_and_the_first_goes_on()
    {
        await using var host = await HostProcess.StartAsync(_folder.Start, default);

        var refused = await Assert.ThrowsAsync<HostRefusedException>(() => HostProcess.StartAsync(_folder.Start, default));

        Assert.Contains("is in use by another running handoff", refused.Said, StringComparison.Ordinal);
        using var client = new LeadClient(host);
        await client.PostAsync("still");
    }

    private static void Overwrite(string path, int page)
    {
        using var file = File.OpenWrite(path);
        file.Position = (page - 1) * PageSize;
        var junk = new byte[PageSize];
        Array.Fill(junk, (byte)0x5a);
        file.Write(junk);
    }
}
