using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Rows;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Index;

/// <summary>
/// Reads rows of leads. Of a lead's rows the one counts that its head names; a lead's only row needs no look at the head where all shelves
/// are read, for the former row of a lead is dropped after the next is named. Where a few shelves are read the newest row may stand on
/// another, so each head is asked, once a minute.
/// </summary>
internal sealed class LeadRows(StoreTables tables, IndexTable index, TimeProvider time)
{
    private const int AtOnce = 32;
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    // By a row's stamp, when the head last named it.
    private readonly ConcurrentDictionary<string, long> _named = new(StringComparer.Ordinal);

    public async IAsyncEnumerable<StoredRow> ReadAsync(RowQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var isWhole = query.Shelves.Count == LeadShelves.All.Count;
        List<List<TableEntity>> waiting = [];
        await foreach (var rows in OfEachLeadAsync(query, cancellation))
        {
            waiting.Add(rows);
            if (waiting.Count < AtOnce)
                continue;
            foreach (var row in await ReadAsync(waiting, query, isWhole, cancellation))
                yield return row;
            waiting.Clear();
        }

        foreach (var row in await ReadAsync(waiting, query, isWhole, cancellation))
            yield return row;
        ForgetOld();
    }

    /// <summary>The rows of each lead, which stand side by side.</summary>
    private async IAsyncEnumerable<List<TableEntity>> OfEachLeadAsync(
        RowQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ranges = query.Shelves.Select(shelf => ListRow.Range(shelf, query)).ToList();
        var filter = query.ChangedFrom is { } from ? TableClient.CreateQueryFilter($"Changed ge {InstantNumber.Of(from)}") : null;
        List<TableEntity> same = [];
        await foreach (var row in index.ReadAsync(ranges, ListRow.Order, filter, int.MaxValue, cancellation))
        {
            if (index.IsLeftBehind(row))
                continue;
            if (same.Count > 0 && ListRow.Place(same[0].RowKey) != ListRow.Place(row.RowKey))
            {
                yield return same;
                same = [];
            }

            same.Add(row);
        }

        if (same.Count > 0)
            yield return same;
    }

    private async Task<IEnumerable<StoredRow>> ReadAsync(
        IReadOnlyList<List<TableEntity>> leads, RowQuery query, bool isWhole, CancellationToken cancellation)
    {
        var current = await Task.WhenAll(leads.Select(rows => CurrentAsync(rows, query, isWhole, cancellation)));
        return await Task.WhenAll(current.OfType<TableEntity>().Select(row => ListRow.ReadAsync(row, tables.Large, cancellation)));
    }

    /// <summary>The row that counts, or null: the lead has none that was asked for.</summary>
    private async Task<TableEntity?> CurrentAsync(List<TableEntity> rows, RowQuery query, bool isWhole, CancellationToken cancellation)
    {
        if (rows is [var only] && (isWhole && query.ChangedFrom is null ? !ListRow.IsUnconfirmed(only) : IsBelieved(only)))
            return only;
        var head = await tables.Streams.FindAsync(
            StreamKey.Partition(new(StreamKind.Lead, ListRow.LeadId(rows[0]))), StreamKey.Head, cancellation, "Stamp", "Shard",
            HeadRow.List);
        var named = head?.GetString(HeadRow.List) ?? "";
        await DropAsync(rows, named, head?.GetString("Stamp") ?? "");
        if (named.Length == 0 || !ListRow.IsOn(query.Shelves, named))
            return null;
        _named[ListRow.StampOf(named)] = time.GetTimestamp();
        if (rows.Find(row => row.RowKey == named) is { } there)
        {
            if (ListRow.IsUnconfirmed(there))
                await index.ConfirmAsync(there);
            return there;
        }

        // It was written while this read went on.
        return await index.FindAsync(head!.GetString("Shard"), named, cancellation);
    }

    /// <summary>
    /// Drops rows that their head has passed over; one written over the present head may belong to a turn on its way, for an hour at most.
    /// </summary>
    private async Task DropAsync(List<TableEntity> rows, string named, string stamp)
    {
        foreach (var row in rows)
        {
            var isOnItsWay = row.GetString("Over") == stamp && row.Timestamp > time.GetUtcNow() - Abandoned;
            if (row.RowKey != named && !isOnItsWay)
                await index.DropAsync(row);
        }
    }

    private bool IsBelieved(TableEntity row) =>
        _named.TryGetValue(ListRow.StampOf(row.RowKey), out var at) && time.GetElapsedTime(at) < Believed;

    private void ForgetOld()
    {
        foreach (var (stamp, at) in _named)
        {
            if (time.GetElapsedTime(at) >= Believed)
                _named.TryRemove(stamp, out _);
        }
    }
}
