using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Index;

/// <summary>
/// Looks for wake-ups. A row counts when its head names it. One that its head has passed over is dropped on sight; one that was written
/// over the present head may belong to a turn on its way, and is dropped when it is an hour old: no turn takes so long.
/// </summary>
internal sealed class WakeUps(Table streams, IndexTable index, TimeProvider time)
{
    private const int AtOnce = 32;

    public async Task<IReadOnlyList<PassedWakeUp>> FindDueAsync(Instant now, int limit, CancellationToken cancellation)
    {
        List<PassedWakeUp> due = [];
        await foreach (var row in CurrentAsync(WakeRow.First, WakeRow.EndOf(now), limit, cancellation))
        {
            if (due.Count == limit)
                break;
            due.Add(new(WakeRow.Stream(row), WakeRow.WakeUp(row)));
        }

        return due;
    }

    public async Task<Instant?> FindNextAsync(CancellationToken cancellation)
    {
        await foreach (var row in CurrentAsync(WakeRow.First, WakeRow.End, 1, cancellation))
            return WakeRow.WakeUp(row);
        return null;
    }

    /// <summary>The rows that count, in order; heads are looked at several at once.</summary>
    private async IAsyncEnumerable<TableEntity> CurrentAsync(
        string first, string end, int expected, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<TableEntity> waiting = [];
        var atOnce = Math.Min(AtOnce, expected);
        await foreach (var row in index.ReadAsync(first, end, expected, cancellation))
        {
            waiting.Add(row);
            if (waiting.Count < atOnce)
                continue;
            foreach (var current in await SiftAsync(waiting, cancellation))
                yield return current;
            waiting.Clear();
        }

        foreach (var current in await SiftAsync(waiting, cancellation))
            yield return current;
    }

    private async Task<IEnumerable<TableEntity>> SiftAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellation)
    {
        var counts = await Task.WhenAll(rows.Select(row => CountsAsync(row, cancellation)));
        return [.. rows.Where((_, i) => counts[i])];
    }

    private async Task<bool> CountsAsync(TableEntity row, CancellationToken cancellation)
    {
        if (!index.WasLeftBehind(row))
        {
            var head = await streams.FindAsync(StreamKey.Partition(WakeRow.Stream(row)), StreamKey.Head, cancellation, "Stamp", "Row");
            if (head?.GetString("Row") == row.RowKey)
                return true;
            if (NamedRows.MayLand(row, head?.GetString("Stamp") ?? "", time.GetUtcNow()))
                return false;
        }

        await index.DropAsync(row);
        return false;
    }
}
