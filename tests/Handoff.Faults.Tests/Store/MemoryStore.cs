using System.Runtime.CompilerServices;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Store;

/// <summary>
/// The store of the simulated world, in memory: it keeps the contract of every store (the contract's tests run against it) and knows no
/// fault. What outlives a host is here and nowhere else.
/// </summary>
internal sealed partial class MemoryStore(IClock clock) : IStreamStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<StreamId, Stream> _streams = [];
    private readonly SortedSet<(Instant At, long Order)> _wakeUps = [];
    private readonly Dictionary<long, StreamId> _byOrder = [];
    private long _writes;

    private sealed class Stream(long order)
    {
        public long Order { get; } = order;
        public StreamHead Head { get; set; } = null!;
        public List<StoredEvent> Events { get; } = [];
        public RowWrite? Row { get; set; }
        public byte[]? Record { get; set; }
    }

    /// <summary>Called after every commit, within it.</summary>
    public Action<Turn>? Committed { get; set; }

    /// <summary>The earliest wake-up and whose it is, or null.</summary>
    public (Instant At, StreamId Stream)? Earliest
    {
        get
        {
            lock (_lock)
                return _wakeUps.Count == 0 ? null : (_wakeUps.Min.At, _byOrder[_wakeUps.Min.Order]);
        }
    }

    /// <summary>
    /// The number of a stream, from 1, in the order in which they came into being: the same in every run of a seed, which ids are not.
    /// </summary>
    public long OrderOf(StreamId stream)
    {
        lock (_lock)
            return _streams.TryGetValue(stream, out var found) ? found.Order : 0;
    }

    public ValueTask<StreamHead?> FindAsync(StreamId stream, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult(_streams.TryGetValue(stream, out var found) ? found.Head : null);
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, long after, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult<IReadOnlyList<StoredEvent>>(
                _streams.TryGetValue(stream, out var found) ? [.. found.Events.Where(happened => happened.Sequence > after)] : []);
    }

    public ValueTask<byte[]?> FindRecordAsync(string leadId, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult(_streams.TryGetValue(new(StreamKind.Lead, leadId), out var found) ? found.Record : null);
    }

    public ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        TurnCheck.Check(turn, static _ => { });
        lock (_lock)
        {
            if (Conflicts(turn))
                return ValueTask.FromResult(Commit.Conflict);
            Write(turn);
            Committed?.Invoke(turn);
            return ValueTask.FromResult(Commit.Of(_streams[turn.Stream].Head.Tag));
        }
    }

    public ValueTask<IReadOnlyList<PassedWakeUp>> FindDueAsync(Instant now, int limit, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<PassedWakeUp>>(
                [.. _wakeUps.TakeWhile(one => one.At <= now).Take(limit).Select(one => new PassedWakeUp(_byOrder[one.Order], one.At))]);
        }
    }

    public ValueTask<Instant?> FindNextWakeUpAsync(CancellationToken cancellation) => ValueTask.FromResult(Earliest?.At);

    public ValueTask WakeAsync(StreamId stream, Instant at, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_streams.TryGetValue(stream, out var found))
                SetHead(found, found.Head with { NextWakeUp = found.Head.NextWakeUp is { } before ? Instant.Min(before, at) : at });
            return ValueTask.CompletedTask;
        }
    }

    public IAsyncEnumerable<string> ListAsync(StreamKind kind, CancellationToken cancellation) => List(one => one.Head.Stream.Kind == kind);

    public async IAsyncEnumerable<StoredRow> ReadRowsAsync(RowQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<StoredRow> rows;
        lock (_lock)
        {
            rows = [.. _streams.Values.Where(one => one.Row is { } row && query.Shelves.Contains(row.Shelf)
                    && (query.ReceivedFrom is not { } from || row.ReceivedAt >= from)
                        && (query.ReceivedBefore is not { } before || row.ReceivedAt < before)
                    && (query.ChangedFrom is not { } changed || row.ChangedAt >= changed))
                .OrderByDescending(one => one.Row!.ReceivedAt).ThenBy(one => one.Head.Stream.Id, StringComparer.Ordinal)
                .Select(one => new StoredRow(one.Head.Stream.Id, one.Row!.Bytes, one.Head.Stream.Id))];
        }

        foreach (var row in query.After is { } after ? rows.SkipWhile(row => row.Cursor != after).Skip(1) : rows)
            yield return await ValueTask.FromResult(row);
    }

    /// <summary>A commit is one step here: nothing is ever left half done.</summary>
    public ValueTask<IReadOnlyList<string>> SettleAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<string>>([]);

    public ValueTask<bool> RewriteHeadAsync(
        StreamHead head, ReadOnlyMemory<byte> state, Instant? nextWakeUp, RowWrite? row, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_streams.TryGetValue(head.Stream, out var found) || found.Head.Tag != head.Tag)
                return ValueTask.FromResult(false);
            found.Row = row ?? found.Row;
            SetHead(found, found.Head with { State = state, NextWakeUp = nextWakeUp });
            return ValueTask.FromResult(true);
        }
    }

    private bool Conflicts(Turn turn)
    {
        var head = _streams.TryGetValue(turn.Stream, out var found) ? found.Head : null;
        return (head?.Version ?? 0) != turn.ExpectedVersion
            || (turn.ExpectedTag is { } tag && head?.Tag != tag)
            || (turn.RotaGuard is { } guard && RotaOf(guard.Team).Version != guard.Version)
            || turn.Lookups.Any(IsClaimedMeanwhile);
    }

    private void Write(Turn turn)
    {
        if (!_streams.TryGetValue(turn.Stream, out var stream))
        {
            stream = _streams[turn.Stream] = new(_streams.Count + 1);
            _byOrder[stream.Order] = turn.Stream;
        }

        foreach (var happened in turn.Events)
            stream.Events.Add(new(stream.Events.Count + 1, happened.At, happened.Type, happened.Json));
        stream.Row = turn.Row;
        stream.Record = turn.Record ?? stream.Record;
        SetHead(stream, new(turn.Stream, stream.Events.Count, turn.NextWakeUp, turn.State, ""));
        if (turn.NewKey is { } key)
            _keys[turn.Stream.Id] = key;
        foreach (var claim in turn.Lookups)
            Claim(claim);
        foreach (var change in turn.Rota)
            Change(change);
        foreach (var copy in turn.Copies)
            Keep(copy);
        if (!turn.Erases)
            return;
        stream.Record = null;
        Forget(turn.Stream.Id);
    }

    private void SetHead(Stream stream, StreamHead head)
    {
        if (stream.Head is { NextWakeUp: { } before })
            _wakeUps.Remove((before, stream.Order));
        if (head.NextWakeUp is { } next)
            _wakeUps.Add((next, stream.Order));
        stream.Head = head with { Tag = (++_writes).ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }

    private async IAsyncEnumerable<string> List(Func<Stream, bool> which)
    {
        List<string> ids;
        lock (_lock)
            ids = [.. _streams.Values.Where(which).OrderBy(one => one.Order).Select(one => one.Head.Stream.Id)];
        foreach (var id in ids)
            yield return await ValueTask.FromResult(id);
    }
}
