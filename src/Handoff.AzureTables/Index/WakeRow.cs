using Azure.Data.Tables;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Index;

/// <summary>
/// A stream's row in the index: when it is to be woken. It is written before the head, and says over which head.
/// </summary>
internal static class WakeRow
{
    /// <summary>Where the rows of wake-ups begin and end.</summary>
    public const string First = "W";
    public const string End = "X";

    /// <summary>The row's key, or empty: such a stream needs none.</summary>
    /// <remarks>No two writes of heads share a row: one that failed can be dropped without a look at the others.</remarks>
    public static string Key(string stamp, Instant? wakeUp) =>
        wakeUp is { } at ? $"{First}{InstantNumber.Rising(InstantNumber.Of(at))}|{stamp}" : "";

    /// <summary>The end of the rows whose wake-up is at or before <paramref name="now"/>.</summary>
    public static string EndOf(Instant now) =>
        InstantNumber.Of(now) is var at && at == long.MaxValue ? End : $"{First}{InstantNumber.Rising(at + 1)}";

    /// <param name="head">The head that is to be written.</param>
    /// <param name="wakeUp">When it is to be woken.</param>
    /// <param name="overStamp">The stamp of the head over which it is to be written; empty: there is none.</param>
    public static TableEntity Make(TableEntity head, StreamId stream, Instant wakeUp, string overStamp) =>
        new(head.GetString("Shard"), head.GetString("Row"))
        {
            ["Kind"] = StreamKey.Letter(stream.Kind),
            ["Id"] = stream.Id,
            ["Over"] = overStamp,
            ["Wake"] = InstantNumber.Of(wakeUp),
        };

    public static StreamId Stream(TableEntity row) => new(StreamKey.Kind(row.GetString("Kind")), row.GetString("Id"));

    public static Instant WakeUp(TableEntity row) => InstantNumber.Read(row.GetInt64("Wake") ?? 0);
}
