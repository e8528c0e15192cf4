using System.Net;
using Handoff.Acceptance.Api;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary><c>handoff keys</c>, as somebody at a terminal uses it.</summary>
public sealed class KeysVerbTests
{
    [Fact]
    public async Task On_a_folder_that_nothing_serves_a_key_is_made_listed_and_revoked()
    {
        var folder = await FolderAsync();
        var made = await KeysAsync(folder, "add", "warehouse", "--scope", "read", "contact");
        Assert.Equal((0, 1), (made.Exit, made.Rows.Length));
        var secret = made.Rows[0][0];
        Assert.Matches("^hk_[0-9a-z]{8}_[0-9a-z]{40}$", secret);
        Assert.Contains("may read, contact", made.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, made.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await KeysAsync(folder, "add", "crm", "--scope", "act,administer")).Exit);

        var listed = await KeysAsync(folder, "list");
        var id = secret.Split('_')[1];
        Assert.Equal(["crm act,administer", "warehouse read,contact"], listed.Rows.Select(row => $"{row[1]} {row[2]}"));
        Assert.Equal([id, "warehouse", "read,contact"], listed.Rows[1][..3]);
        Assert.Equal(("", ""), (listed.Rows[1][4], listed.Rows[1][5]));
        Assert.DoesNotContain(secret.Split('_')[2], listed.Out, StringComparison.Ordinal);

        Assert.Equal(0, (await KeysAsync(folder, "revoke", id)).Exit);
        Assert.Equal(0, (await KeysAsync(folder, "revoke", id)).Exit);
        var unknown = await KeysAsync(folder, "revoke", "00000000");
        Assert.Equal((1, ""), (unknown.Exit, unknown.Out));
        Assert.Contains("There is no key 00000000", unknown.Error, StringComparison.Ordinal);
        Assert.NotEqual("", (await KeysAsync(folder, "list")).Rows[1][5]);

        var audit = await HandoffCommand.RunAsync("audit", "--data", folder);
        Assert.Equal(2, audit.Out.Split("add key").Length - 1);
        Assert.Equal(3, audit.Out.Split("revoke key").Length - 1);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_words_and_makes_no_key()
    {
        var folder = await FolderAsync();
        (string Says, string[] Arguments)[] asked =
        [
            ("required", ["add", "crm"]), ("required argument missing", ["add", "--scope", "read"]),
            ("read, act, contact, administer", ["add", "crm", "--scope", "write"]),
            ("read, act, contact, administer", ["add", "crm", "--scope", "read,write"]),
            ("1 to 60 characters", ["add", " ", "--scope", "read"]),
            ("1 to 60 characters", ["add", new string('a', 61), "--scope", "read"]),
            ("there is no key", ["revoke", "../../etc/passwd"]), ("--url", ["list", "--url", "nowhere"]),
        ];
        foreach (var (says, arguments) in asked)
        {
            var ran = await KeysAsync(folder, arguments);

            Assert.NotEqual((says, 0), (says, ran.Exit));
            Assert.Contains(says, ran.Error, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("hk_", ran.Out, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        }

        Assert.Empty((await KeysAsync(folder, "list")).Rows);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_no_folder_of_keys()
    {
        var ran = await HandoffCommand.RunAsync("keys", "list", "--data", "/nowhere/at-all");
        Assert.Equal(1, ran.Exit);
        Assert.Contains("There is no data in /nowhere/at-all", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_host_serves_the_folder_it_is_asked_by_its_address()
    {
        await using var host = await RunningHost.StartAsync();
        var refused = await KeysAsync(host.Folder, "list");
        Assert.Equal(1, refused.Exit);
        Assert.Contains("--url", refused.Error, StringComparison.Ordinal);
        var url = host.Http.BaseAddress!.AbsoluteUri;

        var made = await HandoffCommand.RunAsync("keys", "add", "crm", "--scope", "read", "--url", url);
        Assert.Equal(0, made.Exit);
        var caller = new ApiCaller(host, made.Rows[0][0]);
        Assert.Equal(HttpStatusCode.OK, (await caller.AskAsync("/api/leads")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await caller.AskAsync("/api/audit")).Status);
        var listed = Assert.Single((await HandoffCommand.RunAsync("keys", "list", "--url", url)).Rows);
        Assert.Equal(("crm", "read"), (listed[1], listed[2]));
        Assert.NotEqual("", listed[4]);

        Assert.Equal(0, (await HandoffCommand.RunAsync("keys", "revoke", listed[0], "--url", url)).Exit);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.AskAsync("/api/leads")).Status);
        Assert.Equal(1, (await HandoffCommand.RunAsync("keys", "revoke", "00000000", "--url", url)).Exit);
        var nobody = await HandoffCommand.RunAsync("keys", "list", "--url", "http://127.0.0.1:9");
        Assert.Equal(1, nobody.Exit);
        Assert.Contains("does not answer", nobody.Error, StringComparison.Ordinal);
    }

    private static Task<Ran> KeysAsync(string folder, params string[] arguments) =>
        HandoffCommand.RunAsync(["keys", .. arguments, "--data", folder]);

    private static async Task<string> FolderAsync()
    {
        await using var host = await RunningHost.StartAsync();
        await host.StopAsync();
        return host.Folder;
    }
}
