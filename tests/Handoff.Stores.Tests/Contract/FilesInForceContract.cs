using System.Collections.Immutable;
using Handoff.People;
using Handoff.Service.Company;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What a store keeps of the files that were in force.</summary>
public abstract class FilesInForceContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static readonly Duration Day = Duration.FromDays(1);

    private static ImmutableDictionary<string, string> Files(params (string Name, string Text)[] files) =>
        files.ToImmutableDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal);

    [StoreFact]
    public async Task What_was_in_force_at_a_time_is_found_again()
    {
        var kept = new FilesInForce(Store.Facts);
        await kept.KeepAsync(Files(("people.yaml", "one"), ("sources.yaml", "s")), Monday, default);
        await kept.KeepAsync(Files(("people.yaml", "two"), ("sources.yaml", "s")), Monday + Day, default);
        await ReopenAsync();
        kept = new FilesInForce(Store.Facts);

        Assert.Empty(await kept.AtAsync(Monday - Day, default));
        Assert.Equal("one", (await kept.AtAsync(Monday, default))["people.yaml"]);
        Assert.Equal("one", (await kept.AtAsync(Monday + Day - Duration.FromTicks(1), default))["people.yaml"]);
        Assert.Equal("two", (await kept.AtAsync(Monday + Day, default))["people.yaml"]);
        Assert.Equal("s", (await kept.AtAsync(Monday + Day, default))["sources.yaml"]);
    }

    [StoreFact]
    public async Task The_same_content_again_adds_an_instant_and_no_copy()
    {
        var kept = new FilesInForce(Store.Facts);
        await kept.KeepAsync(Files(("people.yaml", "one")), Monday, default);
        await kept.KeepAsync(Files(("people.yaml", "two")), Monday + Day, default);
        await kept.KeepAsync(Files(("people.yaml", "one")), Monday + (2 * Day), default);

        var listed = await kept.ListAsync(default);

        Assert.Equal([Monday, Monday + Day, Monday + (2 * Day)], listed.Select(file => file.From));
        Assert.Equal(listed[0].Content, listed[2].Content);
        Assert.NotEqual(listed[0].Content, listed[1].Content);
    }

    [StoreFact]
    public async Task A_restart_under_the_same_files_changes_nothing()
    {
        await new FilesInForce(Store.Facts).KeepAsync(Files(("people.yaml", "one")), Monday, default);
        await new FilesInForce(Store.Facts).KeepAsync(Files(("people.yaml", "one")), Monday + Day, default);

        Assert.Single(await new FilesInForce(Store.Facts).ListAsync(default));
    }

    [StoreFact]
    public async Task A_file_that_left_the_folder_is_in_force_no_more()
    {
        var kept = new FilesInForce(Store.Facts);
        await kept.KeepAsync(Files(("people.yaml", "one"), ("old.ics", "BEGIN")), Monday, default);
        await kept.KeepAsync(Files(("people.yaml", "one")), Monday + Day, default);

        Assert.Equal(["old.ics", "people.yaml"], (await kept.AtAsync(Monday, default)).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["people.yaml"], (await kept.AtAsync(Monday + Day, default)).Keys);
    }

    [StoreFact]
    public async Task A_folder_that_is_put_in_force_is_kept()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);

        var files = await company.Get<FilesInForce>().AtAsync(CompanyOnStore.MondayAtTen, default);

        Assert.Equal(["agreement.yaml", "holidays-it.ics", "people.yaml", "sources.yaml"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Contains($"{PersonId.Of("anna.greco@acme.example")}@person.invalid", files["people.yaml"], StringComparison.Ordinal);
        Assert.All(files.Values, file => Assert.DoesNotContain("anna.greco", file, StringComparison.Ordinal));
        Assert.All(files.Values, file => Assert.DoesNotContain("Anna", file, StringComparison.Ordinal));
    }
}
