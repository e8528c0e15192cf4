using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Handoff.AzureTables.Index;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Streams;

/// <summary>
/// Lists open leads from the rows of the index: their keys name the write of the head that they belong to. A row whose lead has no other is believed
/// for a minute after its head was asked; so a board that is looked at all day asks each head once a minute and not at every look.
/// </summary>
internal sealed class OpenLeads(StoreTables tables, IndexTable index, TimeProvider time)
{
    private const int AtOnce = 32;
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    // By the head's stamp, when the head was last asked.
    private readonly ConcurrentDictionary<string, long> _asked = new(StringComparer.Ordinal);

    public async IAsyncEnumerable<OpenLead> ListAsync(Func<string, string, bool> isKnown, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var stamps = await ReadStampsAsync(cancellation);
        List<string> doubted = [];
        foreach (var (id, stamp) in stamps)
        {
            if (stamp is not null && IsBelieved(stamp) && isKnown(id, stamp))
                yield return new(id, stamp, null);
            else
                doubted.Add(id);
        }

        foreach (var some in doubted.Chunk(AtOnce))
        {
            foreach (var lead in await Task.WhenAll(some.Select(id => AskAsync(id, isKnown, cancellation))))
            {
                if (lead is not null)
                    yield return lead;
            }
        }

        Forget([.. stamps.Values.OfType<string>()]);
    }

    /// <summary>The one stamp of each lead that has an open row; null: it has several, and the head decides.</summary>
    private async Task<Dictionary<string, string?>> ReadStampsAsync(CancellationToken cancellation)
    {
        var stamps = new Dictionary<string, string?>(StringComparer.Ordinal);
        await foreach (var row in index.ReadAsync(WakeRow.FirstOpen, WakeRow.End, int.MaxValue, cancellation))
        {
            var stream = WakeRow.Stream(row);
            if (stream.Kind == StreamKind.Lead && row.GetBoolean("Open") == true && !index.IsLeftBehind(row))
                stamps[stream.Id] = stamps.ContainsKey(stream.Id) ? null : WakeRow.StampOf(row);
        }

        return stamps;
    }

    private async Task<OpenLead?> AskAsync(string id, Func<string, string, bool> isKnown, CancellationToken cancellation)
    {
        var stream = new StreamId(StreamKind.Lead, id);
        var head = await tables.Streams.FindAsync(StreamKey.Partition(stream), StreamKey.Head, cancellation);
        if (!HeadRow.Exists(head) || head!.GetBoolean("Open") != true)
            return null;
        var stamp = head.GetString("Stamp");
        _asked[stamp] = time.GetTimestamp();
        return new(id, stamp, isKnown(id, stamp) ? (ReadOnlyMemory<byte>?)null : (await HeadRow.ReadAsync(head, stream, tables.Large, cancellation)).State);
    }

    private bool IsBelieved(string stamp) => _asked.TryGetValue(stamp, out var at) && time.GetElapsedTime(at) < Believed;

    private void Forget(HashSet<string> present)
    {
        foreach (var (stamp, at) in _asked)
        {
            if (!present.Contains(stamp) && time.GetElapsedTime(at) >= Believed)
                _asked.TryRemove(stamp, out _);
        }
    }
}
