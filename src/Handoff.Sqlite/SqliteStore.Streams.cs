using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using NodaTime;

namespace Handoff.Sqlite;

/// <content>Streams.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<StreamHead?> FindAsync(StreamId stream, CancellationToken cancellation) =>
        _main.ReadAsync(stream, static (database, stream) => database.Find(
            "SELECT version, wake_up, state, wakes FROM streams WHERE id = ?1 AND kind = ?2",
            row => new StreamHead(stream, row.GetInt64(0), row.InstantOrNull(1), row.GetFieldValue<byte[]>(2), row.GetString(3)),
            stream.Id, stream.Kind), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, long after, CancellationToken cancellation) =>
        _main.ReadAsync((stream, after), static IReadOnlyList<StoredEvent> (database, asked) => database.List(
            "SELECT sequence, at, type, json FROM events WHERE stream = ?1 AND kind = ?2 AND sequence > ?3 ORDER BY sequence",
            static row => new StoredEvent(row.GetInt64(0), row.Instant(1), row.GetString(2), row.GetFieldValue<byte[]>(3)),
            asked.stream.Id, asked.stream.Kind, asked.after), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(
        StreamId stream, long after, int most, CancellationToken cancellation) =>
        _main.ReadAsync((stream, after, most), static IReadOnlyList<StoredEvent> (database, asked) => database.List(
            "SELECT sequence, at, type, json FROM events WHERE stream = ?1 AND kind = ?2 AND sequence > ?3 ORDER BY sequence LIMIT ?4",
            static row => new StoredEvent(row.GetInt64(0), row.Instant(1), row.GetString(2), row.GetFieldValue<byte[]>(3)),
            asked.stream.Id, asked.stream.Kind, asked.after, asked.most), cancellation);

    /// <inheritdoc/>
    public ValueTask<byte[]?> FindRecordAsync(string leadId, CancellationToken cancellation) =>
        _main.ReadAsync(leadId, static (database, leadId) => database.Find(
            "SELECT sealed FROM records WHERE lead = ?1", static row => row.GetFieldValue<byte[]>(0), leadId), cancellation);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The turn has no event, or brings what its stream cannot have.</exception>
    public async ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        TurnCheck.Check(turn);
        return await _writer.CommitAsync(turn);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PassedWakeUp>> FindDueAsync(Instant now, int limit, CancellationToken cancellation) =>
        _main.ReadAsync((now, limit), static IReadOnlyList<PassedWakeUp> (database, asked) => database.List(
            "SELECT kind, id, wake_up FROM streams WHERE wake_up <= ?1 ORDER BY wake_up LIMIT ?2",
            static row => new PassedWakeUp(new StreamId(Enum.Parse<StreamKind>(row.GetString(0)), row.GetString(1)), row.Instant(2)),
            asked.now, asked.limit), cancellation);

    /// <inheritdoc/>
    public ValueTask<Instant?> FindNextWakeUpAsync(CancellationToken cancellation) =>
        _main.ReadAsync(0, static (database, _) => database.Find(
            "SELECT wake_up FROM streams WHERE wake_up IS NOT NULL ORDER BY wake_up LIMIT 1",
            static row => row.InstantOrNull(0)), cancellation);

    /// <inheritdoc/>
    public async ValueTask WakeAsync(StreamId stream, Instant at, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group => group.Main.Run(
            "UPDATE streams SET wakes = wakes + 1, wake_up = MIN(IFNULL(wake_up, ?3), ?3) WHERE id = ?1 AND kind = ?2",
            stream.Id, stream.Kind, at));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// There is nothing: a turn that fails has its reservations taken back at once, and an erasure cut short is finished at the opening.
    /// </remarks>
    public ValueTask<IReadOnlyList<string>> SettleAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    public async ValueTask<bool> RewriteHeadAsync(
        StreamHead head, ReadOnlyMemory<byte> state, Instant? nextWakeUp, RowWrite? row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await _writer.WriteAsync(group => group.Main.Run(
            """
            UPDATE streams SET wakes = wakes + 1, wake_up = ?3, state = CAST(?4 AS TEXT),
                shelf = IFNULL(?5, shelf), changed_at = IFNULL(?6, changed_at), row = IFNULL(CAST(?7 AS TEXT), row)
            WHERE id = ?1 AND kind = ?2 AND version = ?8 AND wakes = ?9
            """,
            head.Stream.Id, head.Stream.Kind, nextWakeUp, state, row?.Shelf, row?.ChangedAt, row?.Bytes, head.Version, head.Tag)) == 1;
    }
}
