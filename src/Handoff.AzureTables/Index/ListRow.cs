using System.Globalization;
using Azure.Data.Tables;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Rows;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Index;

/// <summary>
/// The row of a lead in the index. Each write of it has a key of its own, which ends in the stamp of the write: the head names the one that
/// counts. It is written before the head, in the request that writes the wake-up.
/// </summary>
internal static class ListRow
{
    private const string Bytes = "Row";
    private const int ShelfLength = 3;

    /// <summary>
    /// A row of a lead's first turn may belong to a lead that never came into being; of any later turn the lead is there.
    /// </summary>
    public const string Confirmed = "Sure";

    /// <summary>The keys of one lead's rows on one shelf begin alike, the lead received last first.</summary>
    public static string Key(string stamp, string leadId, RowWrite row) =>
        $"{Shelf(row.Shelf)}{InstantNumber.Falling(InstantNumber.Of(row.ReceivedAt))}|{TableKey.Of(leadId)}|{stamp}";

    /// <summary>What all rows of one lead share, on whichever shelf.</summary>
    public static string Place(string key) => key[ShelfLength..(key.LastIndexOf('|') + 1)];

    /// <summary>The part of a key by which rows of all shelves are listed.</summary>
    public static string Order(TableEntity row) => row.RowKey[ShelfLength..];

    /// <summary>The stamp of the write to which the row belongs.</summary>
    public static string StampOf(string key) => key[(key.LastIndexOf('|') + 1)..];

    /// <summary>Whether the row of that key stands on one of the shelves.</summary>
    public static bool IsOn(IEnumerable<LeadShelf> shelves, string key) =>
        shelves.Any(shelf => key.StartsWith(Shelf(shelf), StringComparison.Ordinal));

    /// <summary>The first key of a query's rows on a shelf, and the one before which they end.</summary>
    public static (string First, string End) Range(LeadShelf shelf, RowQuery query)
    {
        // '}' follows '|', which ends an instant, and every stamp: so the whole of one instant or one lead is passed over.
        var prefix = Shelf(shelf);
        var first = query.ReceivedBefore is { } before ? Instant(prefix, before) : prefix;
        if (query.After is { } after && string.CompareOrdinal($"{prefix}{after}}}", first) > 0)
            first = $"{prefix}{after}}}";
        return (first, query.ReceivedFrom is { } from ? Instant(prefix, from) : $"{prefix[..^1]}}}");
    }

    /// <summary>Whether a place is in a query's interval and after its cursor.</summary>
    public static bool IsIn(RowQuery query, string place)
    {
        var (first, end) = Range(LeadShelf.Open, query);
        var key = $"{Shelf(LeadShelf.Open)}{place}";
        return string.CompareOrdinal(key, first) >= 0 && string.CompareOrdinal(key, end) < 0;
    }

    /// <param name="head">The head that is to be written.</param>
    /// <param name="overStamp">The stamp of the head over which it is to be written; empty: there is none.</param>
    /// <param name="large">Where bytes go that are too many for a row.</param>
    public static async Task<TableEntity> MakeAsync(TableEntity head, string leadId, RowWrite write, string overStamp, LargeBytes large)
    {
        var row = new TableEntity(head.GetString("Shard"), head.GetString(HeadRow.List))
        {
            ["Id"] = leadId,
            ["Over"] = overStamp,
            ["Changed"] = InstantNumber.Of(write.ChangedAt),
        };
        await large.PutAsync(row, Bytes, write.Bytes, Chunks.PropertyBytes, StreamKey.Blobs(head.PartitionKey));
        return row;
    }

    /// <summary>The lead of a row, of whichever kind.</summary>
    public static string LeadId(TableEntity row) => row.GetString("Id");

    /// <summary>Whether it was written by the first turn of a lead, and nobody has seen yet that the lead came into being.</summary>
    public static bool IsUnconfirmed(TableEntity row) => row.GetString("Over").Length == 0 && row.GetBoolean(Confirmed) != true;

    public static async Task<StoredRow> ReadAsync(TableEntity row, LargeBytes large, CancellationToken cancellation) =>
        new(LeadId(row), await large.FindAsync(row, Bytes, cancellation) ?? [], Place(row.RowKey), StampOf(row.RowKey));

    private static string Shelf(LeadShelf shelf) => string.Create(CultureInfo.InvariantCulture, $"R{(int)shelf}|");

    private static string Instant(string prefix, Instant at) => $"{prefix}{InstantNumber.Falling(InstantNumber.Of(at))}}}";
}
