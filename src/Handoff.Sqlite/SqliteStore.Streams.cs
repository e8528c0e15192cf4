using Handoff.Service.Packing;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Streams;
using NodaTime;

namespace Handoff.Sqlite;

/// <content>Streams.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<StreamHead?> FindAsync(StreamId stream, CancellationToken cancellation) =>
        _streams.Head(stream) is { } recent ? new(recent) : _main.ReadAsync(stream, static (database, stream) =>
        {
            using var row = database.Use("SELECT version, wake_up, state, wakes FROM streams WHERE id = ?1 AND kind = ?2")
                .Bind(1, stream.Id).Bind(2, (long)stream.Kind);
            return row.Step() ? new StreamHead(stream, row.Number(0), row.InstantOrNull(1), row.Unpacked(2), HeadTag.Write(row.Number(3))) : null;
        }, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, long after, CancellationToken cancellation) =>
        _main.ReadAsync((stream, after), static IReadOnlyList<StoredEvent> (database, asked) =>
        {
            using var rows = database.Use("""
                SELECT last, events FROM turns
                WHERE stream = (SELECT no FROM streams WHERE id = ?1 AND kind = ?2) AND last > ?3 ORDER BY last
                """).Bind(1, asked.stream.Id).Bind(2, (long)asked.stream.Kind).Bind(3, asked.after);
            List<StoredEvent> events = [];
            while (rows.Step())
                events.AddRange(EventRow.Read(rows.Bytes(1), rows.Number(0)).Where(happened => happened.Sequence > asked.after));
            return events;
        }, cancellation);

    /// <inheritdoc/>
    public ValueTask<byte[]?> FindRecordAsync(string leadId, CancellationToken cancellation) =>
        _streams.Record(leadId) is { } recent ? new([.. recent]) : _main.ReadAsync(leadId, static (database, leadId) =>
        {
            using var row = database.Use("SELECT sealed FROM records WHERE stream = (SELECT no FROM streams WHERE id = ?1 AND kind = ?2)")
                .Bind(1, leadId).Bind(2, (long)StreamKind.Lead);
            return row.Step() ? row.Bytes(0) : null;
        }, cancellation);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The turn has no event, or brings what its stream cannot have.</exception>
    public async ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        TurnCheck.Check(turn, static at => InstantColumn.Write(at));
        return await _writer.CommitAsync(PackedTurn.Of(turn));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PassedWakeUp>> FindDueAsync(Instant now, int limit, CancellationToken cancellation) =>
        _main.ReadAsync((now, limit), static IReadOnlyList<PassedWakeUp> (database, asked) =>
        {
            using var rows = database.Use("SELECT kind, id, wake_up FROM streams WHERE wake_up <= ?1 ORDER BY wake_up LIMIT ?2")
                .Bind(1, asked.now).Bind(2, (long)asked.limit);
            List<PassedWakeUp> due = [];
            while (rows.Step())
                due.Add(new PassedWakeUp(new StreamId((StreamKind)rows.Number(0), rows.Text(1)), rows.Instant(2)));
            return due;
        }, cancellation);

    /// <inheritdoc/>
    public ValueTask<Instant?> FindNextWakeUpAsync(CancellationToken cancellation) =>
        _main.ReadAsync(0, static (database, _) =>
        {
            using var row = database.Use("SELECT wake_up FROM streams WHERE wake_up IS NOT NULL ORDER BY wake_up LIMIT 1");
            return row.Step() ? row.Instant(0) : (Instant?)null;
        }, cancellation);

    /// <inheritdoc/>
    public async ValueTask WakeAsync(StreamId stream, Instant at, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var wakeUp = InstantColumn.Write(at);
        await _writer.WriteAsync(group =>
        {
            group.Touched.Add(stream);
            return group.Main.Use("UPDATE streams SET wakes = wakes + 1, wake_up = MIN(IFNULL(wake_up, ?3), ?3) WHERE id = ?1 AND kind = ?2")
                .Bind(1, stream.Id).Bind(2, (long)stream.Kind).Bind(3, wakeUp).Run();
        });
    }

    /// <inheritdoc/>
    /// <remarks>There is nothing: a turn that fails has its reservations taken back at once, and an erasure cut short is finished at the opening.</remarks>
    public ValueTask<IReadOnlyList<string>> SettleAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    public async ValueTask<bool> RewriteHeadAsync(
        StreamHead head, ReadOnlyMemory<byte> state, Instant? nextWakeUp, string status, bool isOpen, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (nextWakeUp is { } wakeUp)
            _ = InstantColumn.Write(wakeUp);
        var packed = Packer.Ledger.Pack(state.Span);
        return await _writer.WriteAsync(group =>
        {
            group.Touched.Add(head.Stream);
            return group.Main.Use("""
                UPDATE streams SET wakes = wakes + 1, wake_up = ?4, is_open = ?5, status = ?6, state = ?7
                WHERE id = ?1 AND kind = ?2 AND version = ?3 AND wakes = ?8
                """)
                .Bind(1, head.Stream.Id).Bind(2, (long)head.Stream.Kind).Bind(3, head.Version).Bind(4, nextWakeUp).Bind(5, isOpen ? 1L : 0L)
                .Bind(6, status).Bind(7, packed).Bind(8, HeadTag.Read(head.Tag)).Run();
        }) == 1;
    }
}
