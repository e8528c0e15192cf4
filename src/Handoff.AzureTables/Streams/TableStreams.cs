using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Handoff.AzureTables.Index;
using Handoff.AzureTables.Keys;
using Handoff.AzureTables.Rotas;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Streams;

/// <summary>Streams: a partition each (see <see cref="StreamKey"/>), and a row in the index for the wake-up.</summary>
internal sealed class TableStreams(
    StoreTables tables, IndexTable index, WakeUps wakeUps, OpenLeads openLeads, TurnWriter writer, TableRotas rotas, TableErasure erasure) : IStreamStore
{
    /// <inheritdoc/>
    public async ValueTask<StreamHead?> FindAsync(StreamId stream, CancellationToken cancellation)
    {
        var row = await tables.Streams.FindAsync(StreamKey.Partition(stream), StreamKey.Head, cancellation);
        return HeadRow.Exists(row) ? await HeadRow.ReadAsync(row!, stream, tables.Large, cancellation) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, long after, CancellationToken cancellation)
    {
        List<StoredEvent> events = [];
        var (partition, first) = (StreamKey.Partition(stream), EventRows.FirstRowWith(after + 1));
        var rows = tables.Streams.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {"E;"}"), perPage: 1_000, cancellation);
        await foreach (var row in rows)
            await EventRows.ReadAsync(row, tables.Large, events, cancellation);
        return after == 0 ? events : events.FindAll(happened => happened.Sequence > after);
    }

    /// <inheritdoc/>
    public async ValueTask<byte[]?> FindRecordAsync(string leadId, CancellationToken cancellation) =>
        await tables.Streams.FindAsync(StreamKey.Partition(new(StreamKind.Lead, leadId)), StreamKey.Record, cancellation) is { } row
            ? await tables.Large.FindAsync(row, "Sealed", cancellation)
            : null;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The turn has no event, or brings what its stream cannot have.</exception>
    public async ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        TurnCheck.Check(turn, static at => InstantNumber.Of(at));
        if (turn.Events.Length > EventRows.MostEvents)
            throw new ArgumentException($"A turn has at most {EventRows.MostEvents} events.", nameof(turn));
        return await writer.CommitAsync(turn, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PassedWakeUp>> FindDueAsync(Instant now, int limit, CancellationToken cancellation) =>
        await wakeUps.FindDueAsync(now, limit, cancellation);

    /// <inheritdoc/>
    public async ValueTask<Instant?> FindNextWakeUpAsync(CancellationToken cancellation) => await wakeUps.FindNextAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask WakeAsync(StreamId stream, Instant at, CancellationToken cancellation)
    {
        _ = InstantNumber.Of(at);
        while (await tables.Streams.FindAsync(StreamKey.Partition(stream), StreamKey.Head, cancellation, HeadRow.MarkColumns) is { } row && HeadRow.Exists(row))
        {
            // A turn that read the head before conflicts in any case.
            var next = HeadRow.WakeUp(row) is { } before && before < at ? before : at;
            if (await TouchAsync(stream, HeadRow.Mark(row), null, next, row.GetBoolean("Open") == true))
                return;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListOpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var stream in wakeUps.ListOpenAsync(cancellation))
        {
            if (stream.Kind == StreamKind.Lead)
                yield return stream.Id;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<OpenLead> ListOpenLeadsAsync(Func<string, string, bool> isKnown, CancellationToken cancellation) => openLeads.ListAsync(isKnown, cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> ListNewestAsync(string lowest, int limit, CancellationToken cancellation)
    {
        // Rows come in the order of their keys only, so the newest are those that are left at the end.
        var newest = new Queue<string>();
        var (first, end) = ($"{StreamKey.Letter(StreamKind.Lead)}-{(lowest.Length == 0 ? "" : TableKey.Of(lowest))}", $"{StreamKey.Letter(StreamKind.Lead)}.");
        var heads = tables.Streams.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {end} and RowKey eq {StreamKey.Head} and Version gt 0L"),
            perPage: 1_000, cancellation, "Id");
        await foreach (var head in heads)
        {
            newest.Enqueue(head.GetString("Id"));
            if (newest.Count > limit)
                newest.Dequeue();
        }

        return [.. newest.Reverse()];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(StreamKind kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A look at everything, for a rebuild only.
        var (first, end) = ($"{StreamKey.Letter(kind)}-", $"{StreamKey.Letter(kind)}.");
        var heads = tables.Streams.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {end} and RowKey eq {StreamKey.Head} and Version gt 0L"),
            perPage: 1_000, cancellation, "Id");
        await foreach (var head in heads)
            yield return head.GetString("Id");
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> SettleAsync(CancellationToken cancellation)
    {
        await rotas.SettleAsync(cancellation);
        return await erasure.SettleAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RewriteHeadAsync(
        StreamHead head, ReadOnlyMemory<byte> state, Instant? nextWakeUp, bool isOpen, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await TouchAsync(head.Stream, HeadMark.Read(head.Tag), state, nextWakeUp, isOpen);
    }

    /// <summary>Writes a head without an event: its row in the index first, as with a turn. False: it was written since.</summary>
    private async Task<bool> TouchAsync(StreamId stream, HeadMark mark, ReadOnlyMemory<byte>? state, Instant? wakeUp, bool isOpen)
    {
        var stamp = Stamp.New();
        var row = WakeRow.Key(stamp, wakeUp, isOpen);
        var head = HeadRow.Of(stream, stamp, row, wakeUp, isOpen);
        head["Shard"] = mark.Shard;
        if (state is { } anew)
            await HeadRow.PutStateOverAsync(head, tables.Large, anew);
        if (row.Length > 0)
            await index.WriteAsync(mark.Shard, [Act.Add(WakeRow.Make(head, stream, wakeUp, mark.Stamp))]);
        // A conflict may be with this very write: the SDK sends again what had no answer.
        var done = (await tables.Streams.WriteAsync(Act.Merge(head, mark.Tag))).Done
            || (await tables.Streams.FindAsync(head.PartitionKey, StreamKey.Head, CancellationToken.None, "Stamp"))?.GetString("Stamp") == stamp;
        index.LeaveBehind(mark.Shard, done ? mark.Row : row);
        return done;
    }
}
