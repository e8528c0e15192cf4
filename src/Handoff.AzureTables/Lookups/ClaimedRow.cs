using System.Text.Json;
using Azure.Data.Tables;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Lookups;

/// <summary>
/// What a turn claimed, kept beside it, so that an erasure finds the keys: they are hashes, and cannot be made anew from what is left.
/// </summary>
internal static class ClaimedRow
{
    public static TableEntity Make(Turn turn)
    {
        var row = new TableEntity(StreamKey.Partition(turn.Stream), StreamKey.Claimed(turn.ExpectedVersion));
        Chunks.Put(row, "Keys", JsonSerializer.SerializeToUtf8Bytes(turn.Lookups.Select(write => write.Key)));
        return row;
    }

    public static IEnumerable<string> Keys(TableEntity row) =>
        JsonSerializer.Deserialize<string[]>(Chunks.Find(row, "Keys") ?? "[]"u8.ToArray()) ?? [];
}
