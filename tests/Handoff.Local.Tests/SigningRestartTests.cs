using System.Net;
using Handoff.Local.Agreements;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>A signed agreement and the process that keeps it: files that are changed on the disk, restarts, a host that was down.</summary>
public sealed class SigningRestartTests : IDisposable
{
    private const string Page = "/agreement/sign";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("handoff-agreement-");

    [Fact]
    public async Task A_file_that_is_changed_is_proposed_signed_across_a_restart_and_in_force_after_a_midnight_that_the_host_slept_through()
    {
        Write("2026-12", "5m");
        var data = Directory.CreateTempSubdirectory("handoff-").FullName;
        await using var first = await RunningHost.StartAsync(data, RunningHost.MondayAtTen, agreement: _folder.FullName);
        Write("2027-01", "10m");
        await WaitAsync(first, "Version 2027-01 is proposed and does not act.");
        Assert.Equal(HttpStatusCode.SeeOther, (await SignAsync(first, "giulia.ferri@acme.example")).Status);

        await using var second = await first.CrashAndStartAgainAsync(TimeSpan.FromHours(1));
        Assert.Contains("Paolo Conti has not signed yet.", (await BoardAsync(second)).Main, StringComparison.Ordinal);
        Assert.Equal("5m", await AcceptsWithinAsync(second, "ada@first.example"));
        Assert.Equal(HttpStatusCode.SeeOther, (await SignAsync(second, "paolo.conti@acme.example")).Status);

        await using var third = await second.CrashAndStartAgainAsync(TimeSpan.FromHours(20));
        Assert.Equal("10m", await AcceptsWithinAsync(third, "bea@second.example"));
        var page = SeenPage.Words((await Reader.AtTheMachine(third).GetAsync("/agreement")).Main);
        Assert.Contains("2027-01, in force from Tuesday 1 December 2026, 00:00", page, StringComparison.Ordinal);
        await using var fourth = await third.CrashAndStartAgainAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("10m", await AcceptsWithinAsync(fourth, "cara@third.example"));
        Assert.Single(
            await fourth.MailsAsync(), mail => mail is { To: "paolo.conti@acme.example", Subject: "In force: agreement 2027-01" });
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string version, string within)
    {
        foreach (var path in Directory.EnumerateFiles(FolderLoader.Sample))
        {
            File.WriteAllText(
                Path.Combine(_folder.FullName, Path.GetFileName(path)),
                File.ReadAllText(path).Replace("agreement: 2026-11", $"agreement: {version}\nsigning: required", StringComparison.Ordinal)
                    .Replace("within: 5m,", $"within: {within},", StringComparison.Ordinal));
        }
    }

    /// <summary>The host looks at its folder in real time, every two seconds.</summary>
    private static async Task WaitAsync(RunningHost host, string says)
    {
        for (var looks = 0; looks < 300; looks++)
        {
            if ((await BoardAsync(host)).Main.Contains(says, StringComparison.Ordinal))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        throw new TimeoutException($"The board never said: {says}");
    }

    private static Task<SeenPage> BoardAsync(RunningHost host) => Reader.AtTheMachine(host).GetAsync("/board");

    private static async Task<string> AcceptsWithinAsync(RunningHost host, string email) =>
        (await host.LeadAsync((await host.ReceiveAsync(Calls.Demo(email))).Id)).Clock("accept").Within;

    private static async Task<SeenPage> SignAsync(RunningHost host, string address)
    {
        var head = await Reader.SignedInAsync(host, address);
        var page = await head.GetAsync(Page);
        return await head.PostAsync(
            Page, ("token", page.Token), ("content", page.Document.QuerySelector("input[name=content]")!.GetAttribute("value")!));
    }
}
