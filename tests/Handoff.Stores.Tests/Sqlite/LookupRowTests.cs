using Handoff.Service.Storage;
using Handoff.Sqlite;
using Handoff.Sqlite.Lookups;
using Handoff.Stores.Tests.Contract;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>Lookups of the embedded store, which its index finds by a part of their keys.</summary>
public sealed class LookupRowTests : IDisposable
{
    private static readonly string Domain = string.Concat(Enumerable.Repeat("0a1b2c3d", 8));

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keys_that_the_index_has_at_one_place_are_told_apart()
    {
        var (one, other) = ($"person:{Domain}.{new string('7', 64)}", $"person:{Domain}.{new string('7', 8)}{new string('8', 56)}");
        Assert.Equal(LookupKey.Of(one).Place, LookupKey.Of(other).Place);
        await using var store = await SqliteStore.OpenAsync(_folder.Path, new FakeClock(Given.At));

        await store.CommitAsync(Given.Turn("a") with { Lookups = [Given.Lookup(one, "a")] }, default);

        Assert.Null(await store.FindLookupAsync(other, Given.At, default));
        Assert.Equal(CommitResult.Committed, (await store.CommitAsync(Given.Turn("b") with { Lookups = [Given.Lookup(other, "b")] }, default)).Result);
        Assert.Equal(CommitResult.Committed, (await store.CommitAsync(Given.Turn("c") with { Lookups = [Given.Lookup(one, "c", version: 1)] }, default)).Result);
        Assert.Equal(new Lookup(one, "c", "data of c", 2), await store.FindLookupAsync(one, Given.At, default));
        Assert.Equal(new Lookup(other, "b", "data of b", 1), await store.FindLookupAsync(other, Given.At, default));
    }

    [Fact]
    public async Task A_turn_that_claims_a_key_twice_is_refused_before_it_is_queued()
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Path, new FakeClock(Given.At));

        await Assert.ThrowsAsync<ArgumentException>(() =>
            store.CommitAsync(Given.Turn("a") with { Lookups = [Given.Lookup("person:1", "a"), Given.Lookup("person:1", "a")] }, default).AsTask());
    }
}
