using Handoff.Local.Agreements;
using Handoff.Local.Tests.Hosting;
using Handoff.Local.Verbs;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>The audit log from the command line, and what the command line itself does.</summary>
public sealed class AuditVerbTests
{
    [Fact]
    public async Task It_is_read_while_a_host_serves_the_folder_and_tells_of_the_command_line_too()
    {
        await using var host = await RunningHost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.LeadAsync(lead);
        Assert.Equal(["read lead\tthis machine\t" + lead + "\tdone"], Read(host.Folder));

        await host.StopAsync();
        Assert.Equal(0, await StoreVerbs.EraseAsync(host.Folder, FolderLoader.Sample, lead, default));
        Assert.Equal(1, await StoreVerbs.EraseAsync(host.Folder, FolderLoader.Sample, "ada@analytical.example", default));
        Assert.Equal(0, await StoreVerbs.RebuildAsync(host.Folder, FolderLoader.Sample, default));

        Assert.Equal(
            [
                "rebuild projections\tcommand line\t\tdone", "erase lead\tcommand line\t\tnot there",
                $"erase lead\tcommand line\t{lead}\tdone",
            ],
            Read(host.Folder).Take(3));
        Assert.Single(Read(host.Folder, limit: 1));
        Directory.Delete(host.Folder, recursive: true);
    }

    [Fact]
    public void Where_there_is_no_data_it_is_said() =>
        Assert.Equal(1, AuditVerb.Run(Path.Combine(Path.GetTempPath(), "no such folder"), 100, TextWriter.Null));

    private static string[] Read(string folder, int limit = 100)
    {
        using var text = new StringWriter();
        Assert.Equal(0, AuditVerb.Run(folder, limit, text));
        // Without the instants.
        var lines = text.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => line.Split('\t', 2)[1])];
    }
}
