using System.Text.Json;
using Handoff.Local.Agreements;
using Handoff.Local.Tests.Hosting;
using Handoff.Local.Verbs;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary><c>handoff export-person</c> and <c>handoff erase-person</c> on a data folder that nothing serves.</summary>
public sealed class PersonVerbsTests
{
    private const string Address = "ada@analytical.example";

    [Fact]
    public async Task A_person_is_written_into_a_private_file_and_erased_by_every_name()
    {
        await using var host = await RunningHost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var duplicate = (await host.ReceiveAsync(new { email = Address, name = "Ada" })).Id;
        await host.StopAsync();
        var file = Path.Combine(host.Folder, "ada.json");
        using var said = new StringWriter();

        Assert.Equal(0, await PersonVerbs.ExportAsync(host.Folder, FolderLoader.Sample, Address, file, said, default));
        Assert.Equal(1, await PersonVerbs.ExportAsync(host.Folder, FolderLoader.Sample, Address, file, said, default));
        Assert.Equal(0, await PersonVerbs.ExportAsync(host.Folder, FolderLoader.Sample, lead, null, said, default));

        var known = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement.GetProperty("leads");
        Assert.Equal(
            new[] { duplicate, lead }.Order(), known.EnumerateArray().Select(one => one.GetProperty("id").GetString()!).Order());
        Assert.Contains("has 2 leads of the person", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"name\": \"Ada Lovelace\"", said.ToString(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        Assert.Equal(0, await PersonVerbs.EraseAsync(host.Folder, FolderLoader.Sample, "+39 02 1234567", said, default));
        Assert.Contains("0 leads of the person are erased", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await PersonVerbs.EraseAsync(host.Folder, FolderLoader.Sample, "ADA@analytical.example", said, default));
        Assert.Contains("2 leads of the person are erased", said.ToString(), StringComparison.Ordinal);

        using var audit = new StringWriter();
        Assert.Equal(0, AuditVerb.Run(host.Folder, 10, audit));
        Assert.Contains(lead, audit.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("analytical", audit.ToString(), StringComparison.Ordinal);
        Directory.Delete(host.Folder, recursive: true);
    }
}
