using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Handoff.AzureTables.Tables;

namespace Handoff.AzureTables.Index;

/// <summary>Writes to the index and reads it in order across its partitions.</summary>
internal sealed class IndexTable(Table table)
{
    private const int MostPerPage = 1_000;

    private readonly StaleRows _stale = new();

    /// <summary>Writes rows of one partition, and drops with them what was left behind there. One request, unless a stranger dropped it first.</summary>
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

    /// <summary>A row that is to be dropped when something is written beside it.</summary>
    public void LeaveBehind(string shard, string row) => _stale.Add(shard, row);

    /// <summary>Whether this process has left the row behind; asked once.</summary>
    public bool WasLeftBehind(TableEntity row) => _stale.Remove(row.PartitionKey, row.RowKey);

    /// <summary>Whether the row is one of those; it stays one.</summary>
    public bool IsLeftBehind(TableEntity row) => _stale.Contains(row.PartitionKey, row.RowKey);

    /// <summary>Drops a row, if it is still there.</summary>
    public Task DropAsync(TableEntity row) => table.WriteAsync(Act.Delete(row.PartitionKey, row.RowKey, "*"));

    /// <summary>A row of any partition, or null: for what is looked up so seldom that a request to each does not matter.</summary>
    public async Task<TableEntity?> FindAnywhereAsync(string row, CancellationToken cancellation) =>
        (await Task.WhenAll(Shard.All.Select(shard => table.FindAsync(shard, row, cancellation)))).FirstOrDefault(found => found is not null);

    /// <summary>The rows from <paramref name="first"/> to before <paramref name="end"/> of all partitions, in the order of their keys.</summary>
    public async IAsyncEnumerable<TableEntity> ReadAsync(string first, string end, int expected, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var perPage = Math.Clamp(expected, 1, MostPerPage);
        var shards = Shard.All.Select(shard => table.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {first} and RowKey lt {end}"), perPage, cancellation)
            .GetAsyncEnumerator(cancellation)).ToList();
        try
        {
            var have = await Task.WhenAll(shards.Select(async shard => (Shard: shard, Any: await shard.MoveNextAsync())));
            var open = new PriorityQueue<IAsyncEnumerator<TableEntity>, string>(StringComparer.Ordinal);
            foreach (var (shard, any) in have)
            {
                if (any)
                    open.Enqueue(shard, shard.Current.RowKey);
            }

            while (open.TryDequeue(out var next, out _))
            {
                yield return next.Current;
                if (await next.MoveNextAsync())
                    open.Enqueue(next, next.Current.RowKey);
            }
        }
        finally
        {
            foreach (var shard in shards)
                await shard.DisposeAsync();
        }
    }
}
