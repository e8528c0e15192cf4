using Handoff.Service.Storage;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What every store promises of keys and of erasure (design section 4: personal data has one place).</summary>
public abstract class KeyContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    private static Turn Person(string id) => Given.Turn(id) with
    {
        NewKey = Key,
        Record = Given.Utf8($"sealed record of {id}"),
        Lookups = [Given.Lookup($"person:{id}", id), Given.Lookup($"phone:{id}", id)],
        Copies = [Given.Copy($"mail-{id}", Monday, id)],
    };

    [StoreFact]
    public async Task A_leads_key_is_kept_beside_it()
    {
        await GivenAsync(Person("a"));

        Assert.Equal(Key, await Store.Keys.FindKeyAsync("a", default));
        Assert.Null(await Store.Keys.FindKeyAsync("b", default));
    }

    [StoreFact]
    public async Task A_create_that_conflicts_does_not_replace_the_key_that_is_there()
    {
        await GivenAsync(Person("a"));

        Assert.Equal(CommitResult.Conflict, await CommitAsync(Given.Turn("a") with { NewKey = new byte[32] }));

        Assert.Equal(Key, await Store.Keys.FindKeyAsync("a", default));
    }

    [StoreFact]
    public async Task A_secret_is_made_once_and_stays()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Store.Keys.SecretAsync("lookups", default).AsTask()));

        Assert.All(made, secret => Assert.Equal(made[0], secret));
        Assert.Equal(32, made[0].Length);
        Assert.NotEqual(made[0], await Store.Keys.SecretAsync("other", default));
        await ReopenAsync();
        Assert.Equal(made[0], await Store.Keys.SecretAsync("lookups", default));
    }

    [StoreFact]
    public async Task Erasing_leaves_the_events_and_nothing_personal()
    {
        await GivenAsync(Person("a"), Person("b"));

        await GivenAsync(Given.Turn("a", 1) with { Erases = true });

        Assert.Null(await Store.Keys.FindKeyAsync("a", default));
        Assert.Null(await Store.Streams.FindRecordAsync("a", default));
        Assert.Null(await Store.Lookups.FindLookupAsync("person:a", Monday, default));
        Assert.Null(await Store.Lookups.FindLookupAsync("phone:a", Monday, default));
        Assert.Null(await Store.Copies.FindCopyAsync("mail-a", default));
        Assert.Equal(["a"], await Store.Keys.ListErasedAsync(default));
        Assert.Equal(2, (await Store.Streams.ReadEventsAsync(Given.Lead("a"), default)).Count);
        Assert.Equal(2, (await Store.Streams.FindAsync(Given.Lead("a"), default))!.Version);
    }

    [StoreFact]
    public async Task Erasing_one_lead_leaves_the_others_as_they_are()
    {
        await GivenAsync(Person("a"), Person("b"), Given.Turn("a", 1) with { Erases = true });

        Assert.Equal(Key, await Store.Keys.FindKeyAsync("b", default));
        Assert.NotNull(await Store.Streams.FindRecordAsync("b", default));
        Assert.NotNull(await Store.Lookups.FindLookupAsync("person:b", Monday, default));
        Assert.NotNull(await Store.Copies.FindCopyAsync("mail-b", default));
    }

    [StoreFact]
    public async Task Erasing_one_of_the_leads_that_a_message_names_destroys_its_copy()
    {
        await GivenAsync(
            Person("a"), Person("b"),
                Given.Turn(new StreamId(StreamKind.Alerts, "m")) with { Copies = [Given.Copy("digest", Monday, "a", "b")] },
            Given.Turn("a", 1) with { Erases = true });

        Assert.Null(await Store.Copies.FindCopyAsync("digest", default));
        Assert.Equal(["mail-b"], (await Store.Copies.ListCopiesAsync("b", 10, default)).Select(c => c.Id));
    }

    [StoreFact]
    public async Task A_copy_that_names_an_erased_lead_is_no_longer_kept()
    {
        await GivenAsync(Person("a"), Given.Turn("a", 1) with { Erases = true });

        await GivenAsync(Given.Turn(new StreamId(StreamKind.Alerts, "m")) with { Copies = [Given.Copy("digest", Monday, "a")] });

        Assert.Null(await Store.Copies.FindCopyAsync("digest", default));
    }

    [StoreFact]
    public async Task A_conflicting_erasure_erases_nothing()
    {
        await GivenAsync(Person("a"));

        Assert.Equal(CommitResult.Conflict, await CommitAsync(Given.Turn("a", 9) with { Erases = true }));

        Assert.Equal(Key, await Store.Keys.FindKeyAsync("a", default));
        Assert.NotNull(await Store.Streams.FindRecordAsync("a", default));
        Assert.Empty(await Store.Keys.ListErasedAsync(default));
    }

    [StoreFact]
    public async Task The_persons_key_is_free_for_a_new_lead_after_an_erasure()
    {
        await GivenAsync(Person("a"), Given.Turn("a", 1) with { Erases = true });

        Assert.Equal(CommitResult.Committed, await CommitAsync(Given.Turn("b") with { Lookups = [Given.Lookup("person:a", "b")] }));
    }

    [StoreFact]
    public async Task A_key_comes_only_with_the_first_turn_of_a_lead()
    {
        await GivenAsync(Person("a"));

        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(Given.Turn("a", 1) with { NewKey = new byte[32] }));
        await Assert.ThrowsAsync<ArgumentException>(
            () => CommitAsync(Given.Turn(new StreamId(StreamKind.Alerts, "m")) with { NewKey = new byte[32] }));
    }
}
