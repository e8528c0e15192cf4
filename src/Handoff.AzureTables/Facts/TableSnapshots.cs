using Azure.Data.Tables;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Facts;

/// <summary>What was made of rows and can be made of them again: a row of the table of facts each, its bytes in it or in a blob.</summary>
internal sealed class TableSnapshots(StoreTables tables) : ISnapshotStore
{
    private const string Snapshots = "snapshot";
    private const string Bytes = "Bytes";

    /// <inheritdoc/>
    public async ValueTask<byte[]?> FindSnapshotAsync(string name, CancellationToken cancellation) =>
        await tables.Facts.FindAsync(Snapshots, TableKey.Of(name), cancellation) is { } row
            ? await tables.Large.FindAsync(row, Bytes, cancellation) : null;

    /// <inheritdoc/>
    public async ValueTask SaveSnapshotAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var former = await tables.Facts.FindAsync(Snapshots, TableKey.Of(name), cancellation);
        var row = new TableEntity(Snapshots, TableKey.Of(name)) { ["Name"] = name };
        await tables.Large.PutAsync(row, Bytes, bytes, Chunks.RowBytes, "snapshots");
        await tables.Facts.WriteAsync(Act.Put(row));
        if (former is not null)
            await tables.Large.DeleteAsync(former, Bytes);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> ListSnapshotsAsync(CancellationToken cancellation)
    {
        List<string> names = [];
        await foreach (var row in tables.Facts.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {Snapshots}"), perPage: 1_000, cancellation, "Name"))
            names.Add(row.GetString("Name"));
        return names;
    }

    /// <inheritdoc/>
    public async ValueTask DropSnapshotAsync(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (await tables.Facts.FindAsync(Snapshots, TableKey.Of(name), cancellation) is not { } row)
            return;
        await tables.Facts.WriteAsync(Act.Delete(Snapshots, row.RowKey, "*"));
        await tables.Large.DeleteAsync(row, Bytes);
    }
}
