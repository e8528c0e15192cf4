namespace Handoff.Infra.Tests.Publishing;

/// <summary><c>azd provision</c> never publishes over a live agreement, unless it is told which one.</summary>
public sealed class PublishingTests
{
    [AzuriteFact]
    public async Task The_sample_is_published_where_there_is_nothing()
    {
        using var release = await Release.UnpackAsync();

        var (exitCode, said) = await release.HookAsync("postprovision", agreement: null);

        Assert.True(exitCode == 0, said);
        Assert.Contains("agreement.yaml", (await release.FilesAsync()).Keys);
    }

    [AzuriteFact]
    public async Task A_live_agreement_is_left_alone_by_a_later_provision()
    {
        using var release = await Release.UnpackAsync();
        var ours = new Dictionary<string, string>(StringComparer.Ordinal) { ["agreement.yaml"] = "ours", ["people.yaml"] = "ours" };
        await release.Published.PublishAsync(ours, default);

        var (exitCode, said) = await release.HookAsync("postprovision", agreement: null);

        Assert.True(exitCode == 0, said);
        Assert.Contains("left as it is", said, StringComparison.Ordinal);
        Assert.Equal(ours, await release.FilesAsync());
    }

    [AzuriteFact]
    public async Task One_that_was_found_good_is_live_also_when_what_is_published_was_deleted()
    {
        using var release = await Release.UnpackAsync();
        await release.Published.PublishAsync(new Dictionary<string, string>(StringComparer.Ordinal), default);
        await release.Published.KeepAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["agreement.yaml"] = "ours" }, default);

        var (exitCode, said) = await release.HookAsync("postprovision", agreement: null);

        Assert.True(exitCode == 0, said);
        Assert.Empty(await release.FilesAsync());
    }

    [AzuriteFact]
    public async Task What_an_interrupted_first_publication_left_is_no_agreement()
    {
        using var release = await Release.UnpackAsync();
        await release.Published.PublishAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["people.yaml"] = "half" }, default);

        await release.HookAsync("postprovision", agreement: null);

        Assert.NotEqual("half", (await release.FilesAsync())["people.yaml"]);
    }

    [AzuriteFact]
    public async Task The_folder_that_is_named_takes_the_place_of_what_is_live_and_removed_files_go()
    {
        using var release = await Release.UnpackAsync();
        await release.HookAsync("postprovision", agreement: null);
        await release.Published.PublishAsync((await release.FilesAsync()).Append(new("old.ics", "old")).ToDictionary(), default);
        var ours = release.Agreement("ours", folder => File.AppendAllText(Path.Combine(folder, "people.yaml"), "# ours\n"));

        var (exitCode, said) = await release.HookAsync("postprovision", ours);

        Assert.True(exitCode == 0, said);
        var files = await release.FilesAsync();
        Assert.EndsWith("# ours\n", files["people.yaml"], StringComparison.Ordinal);
        Assert.DoesNotContain("old.ics", files.Keys);
    }

    [AzuriteFact]
    public async Task A_folder_with_mistakes_is_told_before_anything_is_made_and_replaces_nothing()
    {
        using var release = await Release.UnpackAsync();
        await release.HookAsync("postprovision", agreement: null);
        var before = await release.FilesAsync();
        var wrong = release.Agreement("wrong", folder => File.WriteAllText(Path.Combine(folder, "people.yaml"), "people: 1\n"));

        var check = await release.HookAsync("preprovision", wrong);
        var publish = await release.HookAsync("postprovision", wrong);

        Assert.All([check, publish], hook =>
        {
            Assert.NotEqual(0, hook.ExitCode);
            Assert.Contains("people.yaml:1:", hook.Said, StringComparison.Ordinal);
        });
        Assert.Equal(before, await release.FilesAsync());
    }

    [AzuriteFact]
    public async Task Where_the_live_one_asks_for_signatures_it_says_that_another_is_a_proposal()
    {
        using var release = await Release.UnpackAsync();
        string Signed(string version) => release.Agreement(version, folder => Replace(
            Path.Combine(folder, "agreement.yaml"), "agreement: 2026-11", $"agreement: {version}\nsigning: required"));

        var first = await release.HookAsync("postprovision", Signed("2026-12"));
        var another = await release.HookAsync("postprovision", Signed("2027-01"));

        Assert.DoesNotContain("is a proposal: both heads get a mail", first.Said, StringComparison.Ordinal);
        Assert.Contains("Version 2027-01 is a proposal: both heads get a mail", another.Said, StringComparison.Ordinal);
        Assert.Contains("agreement: 2027-01", (await release.FilesAsync())["agreement.yaml"], StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task A_check_alone_publishes_nothing_and_needs_no_key_of_a_source()
    {
        using var release = await Release.UnpackAsync();
        var ours = release.Agreement("ours", folder => Replace(Path.Combine(folder, "sources.yaml"), ":-demo}", "}"));

        var (exitCode, said) = await release.HookAsync("preprovision", ours);

        Assert.True(exitCode == 0, said);
        Assert.Empty(await release.FilesAsync());
    }

    private static void Replace(string file, string from, string to)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }
}
