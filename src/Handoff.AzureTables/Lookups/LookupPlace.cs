using Handoff.AzureTables.Index;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Lookups;

/// <summary>The table in which a key is.</summary>
internal enum LookupTable
{
    /// <summary>
    /// Person and company keys and deliveries: those of a group beside the new lead's wake-up, so that one write has them all.
    /// </summary>
    Index,

    /// <summary>What a stream claims for itself: in its own transaction.</summary>
    Stream,
}

/// <summary>Where a lookup key is kept; it follows from the key alone (see <see cref="Lookup"/> for what a key is made of).</summary>
internal readonly record struct LookupPlace(LookupTable Table, string Partition, string Row)
{
    public static LookupPlace Of(string key)
    {
        var kindEnd = key.IndexOf(':', StringComparison.Ordinal);
        var kind = kindEnd < 0 ? "" : key[..kindEnd];
        var rest = key[(kindEnd + 1)..];
        var groupEnd = rest.IndexOf('.', StringComparison.Ordinal);
        var group = groupEnd < 0 ? rest : rest[..groupEnd];
        return kind switch
        {
            "person" or "company" => new(LookupTable.Index, Shard.Of(group), $"P|{TableKey.Of(key)}"),
            "delivery" or "body" => new(LookupTable.Index, Shard.Of(group), $"D|{TableKey.Of(key)}"),
            "alert" => new(LookupTable.Stream, StreamKey.Partition(new(StreamKind.Alerts, group)), $"D|{TableKey.Of(key)}"),
            "news" => new(LookupTable.Stream, StreamKey.Partition(new(StreamKind.Channel, group)), $"D|{TableKey.Of(key)}"),
            _ => new(LookupTable.Index, Shard.Of(group), $"L|{TableKey.Of(key)}"),
        };
    }
}
