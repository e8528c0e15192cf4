using Azure.Data.Tables;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Index;

/// <summary>
/// A stream's row in the index: when it is to be woken, and that it is open. It is written before the head, and says over which head.
/// </summary>
internal static class WakeRow
{
    /// <summary>Where the rows of wake-ups begin and end.</summary>
    public const string First = "W";
    public const string End = "X";

    /// <summary>Where the rows of open leads without a wake-up begin; they end where wake-ups begin.</summary>
    public const string FirstOpen = "V";

    /// <summary>The row's key, or empty: such a stream needs none.</summary>
    /// <remarks>No two writes of heads share a row: one that failed can be dropped without a look at the others.</remarks>
    public static string Key(string stamp, Instant? wakeUp, bool isOpen) =>
        wakeUp is { } at ? $"{First}{InstantNumber.Rising(InstantNumber.Of(at))}|{stamp}"
        : isOpen ? $"{FirstOpen}|{stamp}"
        : "";

    /// <summary>The stamp of the write of the head to which the row belongs.</summary>
    public static string StampOf(TableEntity row) => row.RowKey[(row.RowKey.IndexOf('|', StringComparison.Ordinal) + 1)..];

    /// <summary>The end of the rows whose wake-up is at or before <paramref name="now"/>.</summary>
    public static string EndOf(Instant now) => InstantNumber.Of(now) is var at && at == long.MaxValue ? End : $"{First}{InstantNumber.Rising(at + 1)}";

    /// <param name="head">The head that is to be written: where its row is.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="wakeUp">When it is to be woken.</param>
    /// <param name="overStamp">The stamp of the head over which it is to be written; empty: there is none.</param>
    public static TableEntity Make(TableEntity head, StreamId stream, Instant? wakeUp, string overStamp)
    {
        var row = new TableEntity(head.GetString("Shard"), head.GetString("Row"))
        {
            ["Kind"] = StreamKey.Letter(stream.Kind),
            ["Id"] = stream.Id,
            ["Over"] = overStamp,
            ["Open"] = head["Open"],
        };
        if (wakeUp is { } at)
            row["Wake"] = InstantNumber.Of(at);
        return row;
    }

    public static StreamId Stream(TableEntity row) => new(StreamKey.Kind(row.GetString("Kind")), row.GetString("Id"));

    public static Instant? WakeUp(TableEntity row) => row.GetInt64("Wake") is { } at ? InstantNumber.Read(at) : null;
}
