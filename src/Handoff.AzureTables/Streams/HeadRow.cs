using Azure.Data.Tables;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Streams;

/// <summary>
/// What a writer has to know of a head as it was read: the tag of the port. Whoever commits with it needs no read of its own.
/// </summary>
/// <param name="Version">How many events the stream has.</param>
/// <param name="Stamp">Another at every write of the head; what a row of the index that was written over it names.</param>
/// <param name="Shard">The partition of its rows in the index.</param>
/// <param name="Row">Its present row in the index, or empty: it has none.</param>
/// <param name="List">The lead's present row among those of leads, or empty: the stream is no lead's.</param>
/// <param name="Change">The lead's present row by when it changed, or empty.</param>
/// <param name="Tag">The head's ETag.</param>
internal sealed record HeadMark(long Version, string Stamp, string Shard, string Row, string List, string Change, string Tag)
{
    public string Write() => System.Text.Json.JsonSerializer.Serialize(this);

    public static HeadMark Read(string tag) =>
        System.Text.Json.JsonSerializer.Deserialize<HeadMark>(tag) ?? throw new FormatException("Not one of this store's tags.");
}

/// <summary>The row of a head; its state is in chunks or in a blob.</summary>
internal static class HeadRow
{
    /// <summary>The column that names the lead's row.</summary>
    public const string List = "List";

    /// <summary>The column that names the lead's row by when it changed.</summary>
    public const string Change = "Change";

    private const string State = "State";

    public static readonly string[] MarkColumns = ["Version", "Stamp", "Shard", "Row", List, Change, "Wake", "Wakes"];

    /// <summary>What every write of a head writes, but for its state.</summary>
    public static TableEntity Of(StreamId stream, string stamp, string row, Instant? wakeUp) =>
        new(StreamKey.Partition(stream), StreamKey.Head)
        {
            ["Stamp"] = stamp,
            ["Row"] = row,
            // A column cannot be taken away by a merge, so "no wake-up" has a value of its own.
            ["Wake"] = wakeUp is { } at ? InstantNumber.Of(at) : 0L,
            ["Wakes"] = wakeUp is not null,
        };

    public static Task<int> PutStateAsync(TableEntity row, LargeBytes large, ReadOnlyMemory<byte> state, int inline) =>
        large.PutAsync(row, State, state, inline, StreamKey.Blobs(row.PartitionKey));

    /// <summary>As <see cref="PutStateAsync"/>, for a head that is merged into the stored one.</summary>
    public static Task PutStateOverAsync(TableEntity row, LargeBytes large, ReadOnlyMemory<byte> state) =>
        large.PutOverAsync(row, State, state, Chunks.RowBytes, StreamKey.Blobs(row.PartitionKey));

    public static bool Exists(TableEntity? row) => row?.GetInt64("Version") > 0;

    public static Instant? WakeUp(TableEntity row) =>
        row.GetBoolean("Wakes") == true ? InstantNumber.Read(row.GetInt64("Wake") ?? 0) : null;

    public static HeadMark Mark(TableEntity row) => MarkOf(row, row.ETag.ToString());

    /// <summary>The mark of a head that was just written, under the ETag that the answer told.</summary>
    public static HeadMark MarkOf(TableEntity row, string etag) => new(
        row.GetInt64("Version") ?? 0, row.GetString("Stamp"), row.GetString("Shard"), row.GetString("Row"),
        row.GetString(List), row.GetString(Change), etag);

    public static async Task<StreamHead> ReadAsync(TableEntity row, StreamId stream, LargeBytes large, CancellationToken cancellation) =>
        new(
            stream, row.GetInt64("Version") ?? 0, WakeUp(row), await large.FindAsync(row, State, cancellation) ?? [], Mark(row).Write());
}
