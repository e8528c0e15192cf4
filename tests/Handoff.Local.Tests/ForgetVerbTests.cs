using System.Text;
using Handoff.Local.Agreements;
using Handoff.Local.Tests.Hosting;
using Handoff.Local.Verbs;
using Handoff.People;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary><c>handoff forget</c> on a data folder that nothing serves.</summary>
public sealed class ForgetVerbTests
{
    private const string Noah = "noah.price@acme.example";

    [Fact]
    public async Task Who_has_left_the_files_is_forgotten_and_who_is_in_them_is_not()
    {
        await using var host = await RunningHost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        await host.StopAsync();
        var without = Directory.CreateTempSubdirectory("handoff-agreement-").FullName;
        foreach (var path in Directory.EnumerateFiles(FolderLoader.Sample))
        {
            var lines = (await File.ReadAllLinesAsync(path)).Where(line => !line.Contains(Noah, StringComparison.Ordinal));
            await File.WriteAllLinesAsync(Path.Combine(without, Path.GetFileName(path)), lines);
        }

        Assert.Equal(1, await ForgetAsync(FolderLoader.Sample, Noah));
        Assert.Equal(1, await ForgetAsync(without, "nobody@acme.example"));
        Assert.Equal(0, await ForgetAsync(without, " Noah.Price@acme.example "));
        Assert.Equal(0, await ForgetAsync(without, PersonId.Of(Noah).Value));
        Assert.Equal(1, await ForgetAsync(without, Noah));

        foreach (var path in Directory.EnumerateFiles(host.Folder))
        {
            var bytes = await File.ReadAllBytesAsync(path);
            foreach (var personal in new[] { "noah.price", "Noah Price" })
                Assert.Equal((path, -1), (path, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(personal))));
        }

        using var audit = new StringWriter();
        Assert.Equal(0, AuditVerb.Run(host.Folder, 5, audit));
        var on = $"person {PersonId.Of(Noah)}";
        Assert.Equal(
            ["\tnot there", $"{on}\tdone", $"{on}\tdone", "\tnot there", $"{on}\trefused"],
            audit.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line[(line.IndexOf("command line", StringComparison.Ordinal) + "command line\t".Length)..]));
        Directory.Delete(host.Folder, recursive: true);
        Directory.Delete(without, recursive: true);

        Task<int> ForgetAsync(string agreement, string person) => StoreVerbs.ForgetAsync(host.Folder, agreement, person, default);
    }
}
