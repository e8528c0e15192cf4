namespace Handoff.Stores.Tests.Contract;

/// <summary>What every store promises of what can be made again.</summary>
public abstract class SnapshotContract(IStoreFixture fixture) : StoreContract(fixture)
{
    [StoreFact]
    public async Task Bytes_are_kept_by_name_replaced_listed_and_dropped_across_a_restart()
    {
        Assert.Null(await Store.Snapshots.FindSnapshotAsync("facts", default));
        await Store.Snapshots.SaveSnapshotAsync("facts", Bytes(10, 1), default);
        await Store.Snapshots.SaveSnapshotAsync("facts-2", Bytes(200_000, 2), default);
        await Store.Snapshots.SaveSnapshotAsync("facts", Bytes(12, 3), default);
        await ReopenAsync();

        Assert.Equal(Bytes(12, 3), await Store.Snapshots.FindSnapshotAsync("facts", default));
        Assert.Equal(Bytes(200_000, 2), await Store.Snapshots.FindSnapshotAsync("facts-2", default));
        Assert.Equal(["facts", "facts-2"], (await Store.Snapshots.ListSnapshotsAsync(default)).Order(StringComparer.Ordinal));

        await Store.Snapshots.DropSnapshotAsync("facts", default);
        await Store.Snapshots.DropSnapshotAsync("facts", default);
        Assert.Null(await Store.Snapshots.FindSnapshotAsync("facts", default));
        Assert.Equal(["facts-2"], await Store.Snapshots.ListSnapshotsAsync(default));
    }

    [StoreFact]
    public async Task More_than_a_row_holds_is_kept_and_replaced_by_less_and_by_more()
    {
        foreach (var size in new[] { 3_000_000, 5, 2_000_000 })
        {
            await Store.Snapshots.SaveSnapshotAsync("large", Bytes(size, size), default);
            Assert.Equal(Bytes(size, size), await Store.Snapshots.FindSnapshotAsync("large", default));
        }
    }

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
