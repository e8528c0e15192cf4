using Azure.Data.Tables;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Lookups;

/// <summary>
/// Finds lookup keys. A key is written before the lead to which it leads, so it may lead to none: then somebody is about to write it, or
/// failed. Whoever finds such a key waits a moment, and then sees to it that the lead is never written and gives the key back.
/// </summary>
internal sealed class TableLookups(StoreTables tables, Fence fence, TimeProvider time) : ILookupStore
{
    private const int Looks = 8;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    public async ValueTask<Lookup?> FindLookupAsync(string key, Instant now, CancellationToken cancellation)
    {
        var place = LookupPlace.Of(key);
        for (var looks = 1; ; looks++)
        {
            if (await TableOf(place).FindAsync(place.Partition, place.Row, cancellation) is not { } row || !LookupRow.Stands(row, now))
                return null;
            // What a stream claims for itself is written with it.
            if (place.Table == LookupTable.Stream || await LeadExistsAsync(row, cancellation))
                return LookupRow.Read(row);
            if (looks < Looks)
            {
                // What competes is another process' real time, so the wait is real time too.
                await Task.Delay(BetweenLooks, time, cancellation);
                continue;
            }

            if (!await fence.ExistsForGoodAsync(new(StreamKind.Lead, row.GetString("Lead")), cancellation))
                await TableOf(place).WriteAsync(GiveBack(row, row.ETag.ToString()));
        }
    }

    public Table TableOf(LookupPlace place) => place.Table switch
    {
        LookupTable.Index => tables.Index,
        LookupTable.Stream => tables.Streams,
        _ => throw new ArgumentOutOfRangeException(nameof(place), place.Table, "No rule for this table."),
    };

    /// <summary>Undoes the write of a row: the former is back, or none.</summary>
    public static TableTransactionAction GiveBack(TableEntity row, string tag) =>
        LookupRow.Former(row) is { } former ? Act.Replace(former, tag) : Act.Delete(row.PartitionKey, row.RowKey, tag);

    private async Task<bool> LeadExistsAsync(TableEntity row, CancellationToken cancellation) =>
        row.GetString("Lead").Length == 0 || HeadRow.Exists(await tables.Streams.FindAsync(
            StreamKey.Partition(new(StreamKind.Lead, row.GetString("Lead"))), StreamKey.Head, cancellation, "Version"));
}
