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
    StoreTables tables, IndexTable index, WakeUps wakeUps, LeadRows leadRows, TurnWriter writer, TableRotas rotas, TableErasure erasure)
        : IStreamStore
{
    /// <inheritdoc/>
    public async ValueTask<StreamHead?> FindAsync(StreamId stream, CancellationToken cancellation)
    {
        var row = await tables.Streams.FindAsync(StreamKey.Partition(stream), StreamKey.Head, cancellation);
        return HeadRow.Exists(row) ? await HeadRow.ReadAsync(row!, stream, tables.Large, cancellation) : null;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, long after, CancellationToken cancellation) =>
        ReadEventsAsync(stream, after, int.MaxValue, cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(
        StreamId stream, long after, int most, CancellationToken cancellation)
    {
        List<StoredEvent> events = [];
        var (partition, first) = (StreamKey.Partition(stream), EventRows.FirstRowWith(after + 1));
        var rows = tables.Streams.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {"E;"}"),
            perPage: Math.Min(most, 1_000), cancellation);
        await foreach (var row in rows)
        {
            await EventRows.ReadAsync(row, tables.Large, events, cancellation);
            if (events.Count > 0 && events[^1].Sequence - after >= most)
                break;
        }

        IEnumerable<StoredEvent> asked = after == 0 ? events : events.Where(happened => happened.Sequence > after);
        return [.. asked.Take(most)];
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
        while (await tables.Streams.FindAsync(StreamKey.Partition(stream), StreamKey.Head, cancellation, HeadRow.MarkColumns) is { } row
            && HeadRow.Exists(row))
        {
            // A turn that read the head before conflicts in any case.
            var next = HeadRow.WakeUp(row) is { } before && before < at ? before : at;
            if (await TouchAsync(stream, HeadRow.Mark(row), null, next, null))
                return;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredRow> ReadRowsAsync(RowQuery query, CancellationToken cancellation) =>
        leadRows.ReadAsync(query, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(StreamKind kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A look at everything, for a rebuild only.
        var (first, end) = ($"{StreamKey.Letter(kind)}-", $"{StreamKey.Letter(kind)}.");
        var heads = tables.Streams.QueryAsync(
            TableClient.CreateQueryFilter(
                $"PartitionKey ge {first} and PartitionKey lt {end} and RowKey eq {StreamKey.Head} and Version gt 0L"),
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
        StreamHead head, ReadOnlyMemory<byte> state, Instant? nextWakeUp, RowWrite? row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await TouchAsync(head.Stream, HeadMark.Read(head.Tag), state, nextWakeUp, row);
    }

    /// <summary>Writes a head without an event: its rows in the index first, as with a turn. False: it was written since.</summary>
    private async Task<bool> TouchAsync(StreamId stream, HeadMark mark, ReadOnlyMemory<byte>? state, Instant? wakeUp, RowWrite? row)
    {
        var stamp = Stamp.New();
        var wake = WakeRow.Key(stamp, wakeUp);
        var (list, change) = row is null ? (mark.List, mark.Change) : (ListRow.Key(stamp, stream.Id, row), ChangeRow.Key(stamp, row));
        var head = HeadRow.Of(stream, stamp, wake, wakeUp);
        (head["Shard"], head[HeadRow.List], head[HeadRow.Change]) = (mark.Shard, list, change);
        if (state is { } anew)
            await HeadRow.PutStateOverAsync(head, tables.Large, anew);
        var rows = await NamedRows.MakeAsync(head, stream, wakeUp, row, mark.Stamp, tables.Large);
        if (rows.Count > 0)
            await index.WriteAsync(mark.Shard, rows);
        // A conflict may be with this very write: the SDK sends again what had no answer.
        var done = (await tables.Streams.WriteAsync(Act.Merge(head, mark.Tag))).Done
            || (await tables.Streams.FindAsync(head.PartitionKey, StreamKey.Head, CancellationToken.None, "Stamp"))?.GetString(
                "Stamp") == stamp;
        index.LeaveBehind(mark.Shard, done ? mark.Row : wake);
        if (row is not null)
            index.LeaveBehind(mark.Shard, done ? mark.List : list, done ? mark.Change : change);
        return done;
    }
}
