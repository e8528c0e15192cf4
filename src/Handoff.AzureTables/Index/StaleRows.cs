using System.Collections.Concurrent;

namespace Handoff.AzureTables.Index;

/// <summary>
/// Rows of the index that this process has left behind. They ride on the next write of their partition, so that dropping them costs no
/// request; what is forgotten here is dropped by whoever sees it.
/// </summary>
internal sealed class StaleRows
{
    private const int MostKept = 1_000;
    private const int MostAtOnce = 20;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _shards = new(StringComparer.Ordinal);

    public void Add(string shard, string row)
    {
        if (row.Length > 0 && _shards.GetOrAdd(shard, NewShard) is { Count: < MostKept } rows)
            rows[row] = true;
    }

    /// <summary>Takes some away, to be dropped with a write.</summary>
    public IReadOnlyList<string> Take(string shard)
    {
        if (!_shards.TryGetValue(shard, out var rows))
            return [];
        List<string> taken = [];
        foreach (var (row, _) in rows)
        {
            if (taken.Count == MostAtOnce)
                break;
            if (rows.TryRemove(row, out _))
                taken.Add(row);
        }

        return taken;
    }

    /// <summary>Whether the row is one of them; it is then no longer.</summary>
    public bool Remove(string shard, string row) => _shards.TryGetValue(shard, out var rows) && rows.TryRemove(row, out _);

    /// <summary>Whether the row is one of them.</summary>
    public bool Contains(string shard, string row) => _shards.TryGetValue(shard, out var rows) && rows.ContainsKey(row);

    private static ConcurrentDictionary<string, bool> NewShard(string shard) => new(StringComparer.Ordinal);
}
