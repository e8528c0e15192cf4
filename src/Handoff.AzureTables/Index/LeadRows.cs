using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Handoff.AzureTables.Tables;
using Handoff.Rows;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Index;

/// <summary>
/// Reads rows of leads. Of a lead's rows the one counts that its head names; a lead's only row needs no look at the head where all shelves
/// are read, for the former row of a lead is dropped after the next is named. Where a few shelves are read the newest row may stand on
/// another, so each head is asked, once a minute.
/// </summary>
internal sealed class LeadRows(LargeBytes large, IndexTable index, CurrentRows current, ChangedRows changes, TimeProvider time)
{
    private const int AtOnce = 32;
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    // By a row's stamp, when the head last named it.
    private readonly ConcurrentDictionary<string, long> _named = new(StringComparer.Ordinal);

    public async IAsyncEnumerable<StoredRow> ReadAsync(RowQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var leads = query.ChangedFrom is { } from && await changes.FindAsync(query, from, cancellation) is { } few
            ? few.ToAsyncEnumerable() : OfEachLeadAsync(query, cancellation);
        await foreach (var some in leads.Chunk(AtOnce).WithCancellation(cancellation))
        {
            var rows = await Task.WhenAll(some.Select(seen => CurrentAsync(seen, query, cancellation)));
            foreach (var row in await Task.WhenAll(rows.OfType<TableEntity>().Select(row => ListRow.ReadAsync(row, large, cancellation))))
                yield return row;
        }

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

    /// <summary>The row that counts, or null: the lead has none that was asked for.</summary>
    private async Task<TableEntity?> CurrentAsync(List<TableEntity> seen, RowQuery query, CancellationToken cancellation)
    {
        if (seen is [var only] && IsCurrent(only, query))
            return only;
        // A turn that failed may have left a row in another place.
        var place = ChangeRow.IsOne(seen[0]) ? ChangeRow.Place(seen[0]) : ListRow.Place(seen[0].RowKey);
        var row = await current.FindAsync(
            ListRow.LeadId(seen[0]), seen,
            (list, change) => ListRow.Place(list) == place && ListRow.IsOn(query.Shelves, list)
                && (query.ChangedFrom is not { } from || ChangeRow.IsFrom(from, change)),
            cancellation);
        if (row is null)
            return null;
        _named[ListRow.StampOf(row.RowKey)] = time.GetTimestamp();
        if (ListRow.IsUnconfirmed(row) && query.ChangedFrom is null)
            await index.ConfirmAsync(row);
        return row;
    }

    /// <summary>Whether it is known without a look at the head that a lead's only row counts.</summary>
    private bool IsCurrent(TableEntity only, RowQuery query)
    {
        // Its next row was written while this read went on.
        if (ChangeRow.IsOne(only) || index.IsLeftBehind(only))
            return false;
        return query is { Shelves.Count: var shelves, ChangedFrom: null } && shelves == LeadShelves.All.Count
            ? !ListRow.IsUnconfirmed(only) : _named.TryGetValue(ListRow.StampOf(only.RowKey), out var at) && IsRecent(at);
    }

    private bool IsRecent(long at) => time.GetElapsedTime(at) < Believed;

    private void ForgetOld()
    {
        foreach (var (stamp, at) in _named)
        {
            if (!IsRecent(at))
                _named.TryRemove(stamp, out _);
        }
    }
}
