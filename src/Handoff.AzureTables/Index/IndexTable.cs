using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Handoff.AzureTables.Tables;

namespace Handoff.AzureTables.Index;

/// <summary>Writes to the index and reads it in order across its partitions.</summary>
internal sealed class IndexTable(Table table)
{
    private readonly StaleRows _stale = new();

    /// <summary>
    /// Writes rows of one partition, and drops with them what was left behind there. One request, unless a stranger dropped it first.
    /// </summary>
    public async Task<Written> WriteAsync(string shard, IReadOnlyList<TableTransactionAction> actions)
    {
        var stale = _stale.Take(shard);
        if (stale.Count > 0)
        {
            var both = await table.WriteAsync([.. actions, .. stale.Select(row => Act.Delete(shard, row, "*"))]);
            if (both.Done || (both.FailedAt >= 0 && both.FailedAt < actions.Count))
                return both;
        }

        return await table.WriteAsync(actions);
    }

    /// <summary>Rows that are to be dropped when something is written beside them; an empty key is none.</summary>
    public void LeaveBehind(string shard, params ReadOnlySpan<string> rows)
    {
        foreach (var row in rows)
            _stale.Add(shard, row);
    }

    /// <summary>Whether this process has left the row behind; asked once.</summary>
    public bool WasLeftBehind(TableEntity row) => _stale.Remove(row.PartitionKey, row.RowKey);

    /// <summary>Whether the row is one of those; it stays one.</summary>
    public bool IsLeftBehind(TableEntity row) => _stale.Contains(row.PartitionKey, row.RowKey);

    /// <summary>Drops a row, if it is still there.</summary>
    public Task DropAsync(TableEntity row) => table.WriteAsync(Act.Delete(row.PartitionKey, row.RowKey, "*"));

    /// <summary>A row of any partition, or null: for what is looked up so seldom that a request to each does not matter.</summary>
    public async Task<TableEntity?> FindAnywhereAsync(string row, CancellationToken cancellation) =>
        (await Task.WhenAll(Shard.All.Select(shard => table.FindAsync(shard, row, cancellation))))
            .FirstOrDefault(found => found is not null);

    /// <summary>A row, or null.</summary>
    public Task<TableEntity?> FindAsync(string shard, string row, CancellationToken cancellation) =>
        table.FindAsync(shard, row, cancellation);

    /// <summary>The rows of a range of one partition; null: they are more than <paramref name="most"/>.</summary>
    public async Task<List<TableEntity>?> FindAsync(
        string shard, (string First, string End) range, int most, CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        await foreach (var row in table.QueryAsync(Filter(shard, range), Math.Min(most, Table.MostPerPage), cancellation))
        {
            if (rows.Count == most)
                return null;
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Marks a row of a lead's first turn: the lead came into being. A row that is gone meanwhile stays gone.</summary>
    public Task ConfirmAsync(TableEntity row) => table.WriteAsync(
        Act.Merge(new(row.PartitionKey, row.RowKey) { [ListRow.Confirmed] = true }, "*"));

    /// <summary>
    /// The rows from <paramref name="first"/> to before <paramref name="end"/> of all partitions, in the order of their keys.
    /// </summary>
    public IAsyncEnumerable<TableEntity> ReadAsync(string first, string end, int expected, CancellationToken cancellation) =>
        ReadAsync([(first, end)], static row => row.RowKey, filter: null, expected, cancellation);

    /// <summary>The rows of several ranges of all partitions, in one order that each range already has.</summary>
    public async IAsyncEnumerable<TableEntity> ReadAsync(
        IReadOnlyList<(string First, string End)> ranges, Func<TableEntity, string> order, string? filter, int expected,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var perPage = Math.Clamp(expected, 1, Table.MostPerPage);
        var and = filter is null ? "" : $" and {filter}";
        var readers = ranges.SelectMany(range => Shard.All.Select(shard =>
            table.QueryAsync(Filter(shard, range) + and, perPage, cancellation).GetAsyncEnumerator(cancellation))).ToList();
        try
        {
            var have = await Task.WhenAll(readers.Select(async reader => (Reader: reader, Any: await reader.MoveNextAsync())));
            var open = new PriorityQueue<IAsyncEnumerator<TableEntity>, string>(StringComparer.Ordinal);
            foreach (var (reader, any) in have)
            {
                if (any)
                    open.Enqueue(reader, order(reader.Current));
            }

            while (open.TryDequeue(out var next, out _))
            {
                yield return next.Current;
                if (await next.MoveNextAsync())
                    open.Enqueue(next, order(next.Current));
            }
        }
        finally
        {
            foreach (var reader in readers)
                await reader.DisposeAsync();
        }
    }

    private static string Filter(string shard, (string First, string End) range) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {range.First} and RowKey lt {range.End}");
}
