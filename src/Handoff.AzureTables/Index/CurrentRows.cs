using Azure.Data.Tables;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Index;

/// <summary>
/// Asks the head of a lead which of its rows counts, and drops those that it has passed over; one written over the present head may belong
/// to a turn on its way, for an hour at most.
/// </summary>
internal sealed class CurrentRows(Table streams, IndexTable index, TimeProvider time)
{
    /// <summary>The lead's <see cref="ListRow"/> that counts, or null: it has none that is asked for.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="seen">Its rows, of whichever kind, that were found.</param>
    /// <param name="isAsked">Whether it is, by the keys of its row and of its <see cref="ChangeRow"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<TableEntity?> FindAsync(
        string leadId, List<TableEntity> seen, Func<string, string, bool> isAsked, CancellationToken cancellation)
    {
        for (string? gone = null; ;)
        {
            var head = await streams.FindAsync(
                StreamKey.Partition(new(StreamKind.Lead, leadId)), StreamKey.Head, cancellation, "Stamp", "Shard", HeadRow.List,
                HeadRow.Change);
            var (list, change) = (head?.GetString(HeadRow.List) ?? "", head?.GetString(HeadRow.Change) ?? "");
            await DropAsync(seen, list, change, head?.GetString("Stamp") ?? "");
            if (list.Length == 0 || list == gone || !isAsked(list, change))
                return null;
            if ((seen.Find(row => row.RowKey == list) ?? await index.FindAsync(head!.GetString("Shard"), list, cancellation)) is { } there)
                return there;
            // Only after the next is named is a row dropped.
            gone = list;
        }
    }

    private async Task DropAsync(List<TableEntity> seen, string list, string change, string stamp)
    {
        foreach (var row in seen)
        {
            var isNamed = row.RowKey == list || row.RowKey == change;
            if (!isNamed && !NamedRows.MayLand(row, stamp, time.GetUtcNow()) && !index.IsLeftBehind(row))
                await index.DropAsync(row);
        }
    }
}
