using Handoff.Local.Agreements;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary><c>handoff sign --appoint</c>, as the administrator uses it when a head has left.</summary>
public sealed class SignVerbTests
{
    [Fact]
    public async Task A_head_who_has_left_is_replaced_and_whoever_cannot_be_head_is_refused_in_words()
    {
        var (data, agreement) = (NewFolder(), NewFolder());
        foreach (var file in Directory.EnumerateFiles(FolderLoader.Sample))
            File.Copy(file, Path.Combine(agreement, Path.GetFileName(file)));
        await ChangeAsync(agreement, "agreement.yaml", "\nsigned:", "\nsigning: required\nsigned:");
        await using (var host = await RunningHost.StartAsync(data, RunningHost.MondayAtTen, agreement: agreement))
            await host.StopAsync();

        Assert.Contains("The present head is still in", await RefusedAsync("anna.greco@acme.example"), StringComparison.Ordinal);

        // Paolo leaves, and the next agreement names Anna: until it is signed the one in force names him.
        await LeaveOutAsync(agreement, "people.yaml", "paolo.conti@acme.example");
        await ChangeAsync(agreement, "agreement.yaml", "sales: paolo.conti@acme.example", "sales: anna.greco@acme.example");
        await ChangeAsync(agreement, "agreement.yaml", "agreement: 2026-11", "agreement: 2026-12");
        Assert.Contains("Nobody in people.yaml has this address", await RefusedAsync("nobody@acme.example"), StringComparison.Ordinal);
        Assert.Contains("One person cannot sign for both sides", await RefusedAsync("giulia.ferri@acme.example"), StringComparison.Ordinal);
        var appointed = await SignAsync("anna.greco@acme.example");

        Assert.Equal((0, ""), (appointed.Exit, appointed.Error));
        Assert.Contains("anna.greco@acme.example signs for sales", appointed.Out, StringComparison.Ordinal);
        Assert.Contains("appoint head", (await HandoffCommand.RunAsync("audit", "--data", data)).Out, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
        Directory.Delete(agreement, recursive: true);

        Task<Ran> SignAsync(string address) =>
            HandoffCommand.RunAsync("sign", "--appoint", address, "--for", "sales", "--data", data, "--agreement", agreement);

        async Task<string> RefusedAsync(string address)
        {
            var ran = await SignAsync(address);
            Assert.Equal((1, ""), (ran.Exit, ran.Out));
            return ran.Error;
        }
    }

    [Fact]
    public async Task A_public_address_that_is_none_is_told_in_one_sentence()
    {
        var data = NewFolder();
        await using (var host = await RunningHost.StartAsync(data, RunningHost.MondayAtTen))
            await host.StopAsync();

        var ran = await HandoffCommand.RunAsync(
            ("HANDOFF_PUBLIC_URL", "nowhere"), "sign", "--appoint", "anna.greco@acme.example", "--for", "sales", "--data", data);

        Assert.Equal(
            (1, "", "HANDOFF_PUBLIC_URL is an address such as https://leads.example.com."), (ran.Exit, ran.Out, ran.Error.Trim()));
        Directory.Delete(data, recursive: true);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("handoff-").FullName;

    private static async Task ChangeAsync(string folder, string file, string from, string to)
    {
        var (path, text) = (Path.Combine(folder, file), await File.ReadAllTextAsync(Path.Combine(folder, file)));
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static async Task LeaveOutAsync(string folder, string file, string line)
    {
        var path = Path.Combine(folder, file);
        await File.WriteAllLinesAsync(
            path, (await File.ReadAllLinesAsync(path)).Where(one => !one.Contains(line, StringComparison.Ordinal)).ToArray());
    }
}
