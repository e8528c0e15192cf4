using Azure.Data.Tables;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Index;

/// <summary>
/// The row of a lead by when it changed, beside its <see cref="ListRow"/> in every way: so whoever asks what has changed need not look
/// through all leads.
/// </summary>
internal static class ChangeRow
{
    private const string First = "M";
    private const string End = "N";

    /// <summary>Another at every write, as the key of the lead's row is.</summary>
    public static string Key(string stamp, RowWrite row) => $"{KeyAt(row.ChangedAt)}|{stamp}";

    /// <summary>Where the rows of what changed at or after an instant begin and end.</summary>
    public static (string First, string End) Range(Instant from) => (KeyAt(from), End);

    /// <param name="head">The head that is to be written.</param>
    /// <param name="leadId">The lead.</param>
    /// <param name="overStamp">The stamp of the head over which it is to be written; empty: there is none.</param>
    public static TableEntity Make(TableEntity head, string leadId, string overStamp) =>
        new(head.GetString("Shard"), head.GetString(HeadRow.Change))
        {
            ["Id"] = leadId,
            ["Over"] = overStamp,
            ["Place"] = ListRow.Place(head.GetString(HeadRow.List)),
        };

    /// <summary>Whether it is such a row.</summary>
    public static bool IsOne(TableEntity row) => row.RowKey.StartsWith(First, StringComparison.Ordinal);

    /// <summary>Whether the row of that key says a change at or after an instant.</summary>
    public static bool IsFrom(Instant from, string key) => string.CompareOrdinal(key, KeyAt(from)) >= 0;

    /// <summary>Where the lead stands among all, on whichever shelf: the same in each of its rows.</summary>
    public static string Place(TableEntity row) => row.GetString("Place");

    private static string KeyAt(Instant at) => $"{First}{InstantNumber.Rising(InstantNumber.Of(at))}";
}
