using System.Collections.Concurrent;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Rotas;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Sqlite.Writing;

/// <summary>
/// Writes on one thread: all writes that wait share a transaction, so the price of reaching the disk is shared by everybody who waits.
/// If one of them fails, all of them fail and nothing is written.
/// </summary>
internal sealed class Writer : IDisposable
{
    private const int MostWrites = 512;
    private static readonly TimeSpan EmptyingRetry = TimeSpan.FromSeconds(1);

    private readonly Database _main;
    private readonly Database _keys;
    private readonly RotaBook _book;
    private readonly IClock _clock;
    private readonly Damage _damage;
    private readonly ILogger _logger;
    private readonly Expiry _expiry = new();
    private readonly BlockingCollection<Write> _waiting = [];
    private readonly Thread _thread;
    private bool _owesEmptying;
    private int _failedGroups;

    /// <param name="main"><c>handoff.db</c>; disposed with this.</param>
    /// <param name="keys"><c>keys.db</c>; disposed with this.</param>
    /// <param name="book">The rotas.</param>
    /// <param name="clock">The product's clock.</param>
    /// <param name="damage">Remembers damage of the files.</param>
    /// <param name="logger">Told of failed groups.</param>
    public Writer(Database main, Database keys, RotaBook book, IClock clock, Damage damage, ILogger logger)
    {
        (_main, _keys, _book, _clock, _damage, _logger) = (main, keys, book, clock, damage, logger);
        _thread = new Thread(Run) { Name = "Handoff store", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Queues a turn, unless the rota that it rests on has changed.</summary>
    /// <exception cref="StoreUnavailableException">The store is closed.</exception>
    public Task<Commit> CommitAsync(Turn turn)
    {
        if (!_book.TryReserve(turn.RotaGuard, turn.Rota))
            return Task.FromResult(Commit.Conflict);
        var write = new TurnWrite(turn);
        Queue(write);
        return write.Done;
    }

    /// <summary>Queues any other write.</summary>
    /// <exception cref="StoreUnavailableException">The store is closed.</exception>
    public Task<T> WriteAsync<T>(Func<WriteGroup, T> run)
    {
        var write = new Write<T>(run);
        Queue(write);
        return write.Done;
    }

    /// <summary>Writes what still waits, and closes the files.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _main.Dispose();
        _keys.Dispose();
        _waiting.Dispose();
    }

    private void Queue(Write write)
    {
        try
        {
            _waiting.Add(write);
        }
        catch (InvalidOperationException e)
        {
            throw new StoreUnavailableException("The store is closed.", e);
        }
    }

    private void Run()
    {
        List<Write> writes = [];
        while (!_waiting.IsCompleted)
        {
            if (_waiting.TryTake(out var first, _owesEmptying ? EmptyingRetry : Timeout.InfiniteTimeSpan))
            {
                writes.Add(first);
                while (writes.Count < MostWrites && _waiting.TryTake(out var next))
                    writes.Add(next);
                Process(writes);
                writes.Clear();
            }
            else if (_owesEmptying)
            {
                EmptyLogs();
            }
        }
    }

    private void Process(List<Write> writes)
    {
        if (WriteAll(writes) is not { } group)
            return;
        if (_failedGroups > 0)
            _logger.LogWarning("The store writes again; {Count} groups of writes had failed", _failedGroups);
        _failedGroups = 0;
        Settle(writes, group);
        // Whoever erases waits until the logs are empty.
        if (_owesEmptying)
            EmptyLogs();
        foreach (var write in writes)
            write.Complete();
    }

    /// <summary>Writes the group, or fails it and returns null.</summary>
    private WriteGroup? WriteAll(List<Write> writes)
    {
        try
        {
            _damage.RefuseIfFound();
            if (_failedGroups > 0)
                _book.Reload(RotaRows.Load(_main));
            var group = WriteGroup.Begin(_main, _keys, _book, _clock.GetCurrentInstant());
            foreach (var write in writes)
                write.Run(group);
            _expiry.Sweep(group);
            group.Commit();
            return group;
        }
        // The one place where a failed write ends: whatever it was, those who wait are told, and the store goes on.
        catch (Exception e)
        {
            Fail(writes, e);
            return null;
        }
    }

    private void Settle(List<Write> writes, WriteGroup group)
    {
        _owesEmptying |= group.Erased;
        _book.Settle(writes.OfType<TurnWrite>().Select(static write => (write.Turn.Rota, write.IsCommitted)), group.Rotas.Rotas);
        if (group.ReplacedRotas is { } rotas)
            _book.Reload(rotas);
    }

    private void Fail(List<Write> writes, Exception e)
    {
        _damage.Look(e);
        // On a full disk hundreds of groups fail in a second: the first is told, and at the end how many there were.
        if (_failedGroups++ == 0)
            _logger.LogError(LogEvents.WritesFailed, e, "A group of {Count} writes failed; nothing of it was written", writes.Count);
        try
        {
            _keys.Rollback();
            _main.Rollback();
        }
        catch (Exception again)
        {
            _logger.LogError(LogEvents.WritesFailed, again, "A failed write could not be rolled back");
        }

        _book.Settle(writes.OfType<TurnWrite>().Select(static write => (write.Turn.Rota, false)), []);
        foreach (var write in writes)
            write.Fail(new($"The store cannot write: {e.Message} Nothing was written; it can be tried again.", e));
    }

    /// <summary>Leaves nothing erased in the logs; whoever is reading delays it until the next attempt.</summary>
    private void EmptyLogs()
    {
        try
        {
            _owesEmptying = !(_keys.EmptyLog() && _main.EmptyLog());
        }
        catch (Exception e)
        {
            _logger.LogWarning(LogEvents.LogNotMoved, e, "The logs could not be emptied; it will be tried again");
        }
    }
}
