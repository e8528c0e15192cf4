using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Handoff.Sqlite.Databases;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Sqlite.Writing;

/// <summary>Writes groups, one after the other, and keeps the files tidy between them. Only the writer's thread comes here.</summary>
internal sealed class GroupCommit(
    Database main, Database keys, KeyCommit keyCommit, LogKeeper log, WriterMemory memory, object gate, IClock clock, Damage damage,
    ILogger logger) : IDisposable
{
    private const int SweepLimit = 2_000;
    private static readonly Duration SweepEvery = Duration.FromMinutes(1);

    // A key is kept an hour longer than it counts, so that its version cannot come again under somebody who read it.
    private static readonly Duration SweepAfter = Duration.FromHours(1);

    // Those of the last minutes are only ever claimed anew.
    private static readonly Duration SweepRecentAfter = Duration.FromMinutes(1);

    private Instant _nextSweep = Instant.MinValue;
    private bool _mustReload;
    private int _failedGroups;

    /// <summary>Whether a log may still hold what was erased.</summary>
    public bool OwesTruncation { get; private set; }

    /// <summary>Writes the jobs whole or fails them all; then tells who waits.</summary>
    public void Write(List<WriteJob> jobs)
    {
        WriteGroup group;
        try
        {
            group = Commit(jobs);
        }
        // The one place where a failed write ends: whatever it was, those who wait are told, and the store goes on.
        catch (Exception e)
        {
            damage.Look(e);
            // Under load a full disk fails hundreds of groups a second: the first is told, and how many there were.
            if (_failedGroups++ == 0)
                logger.LogError(LogEvents.WritesFailed, e, "A group of {Count} writes failed; nothing of it was written", jobs.Count);
            Undo(jobs);
            foreach (var job in jobs)
                job.Fail(new StoreUnavailableException($"The store cannot write: {e.Message} Nothing was written; it can be tried again.", e));
            return;
        }

        if (_failedGroups > 0)
            logger.LogWarning("The store writes again; {Count} groups of writes had failed", _failedGroups);
        _failedGroups = 0;
        memory.Keep(group);
        lock (gate)
            memory.Book.Settle(jobs.OfType<TurnJob>().Select(static job => (job.Turn, job.Committed)), group.Rotas.Rotas);
        if (group.ReplacedRotas)
            TryReload();
        OwesTruncation |= group.Erased;
        if (OwesTruncation)
            Truncate();
        foreach (var job in jobs)
            job.Complete();
        KeepLog();
    }

    /// <summary>Empties the logs, so that nothing erased is left in them; who is reading delays it until the next attempt.</summary>
    public void Truncate()
    {
        try
        {
            OwesTruncation = keys.Checkpoint(truncate: true).Pages + main.Checkpoint(truncate: true).Pages > 0;
        }
        catch (Exception e)
        {
            logger.LogWarning(LogEvents.LogNotMoved, e, "The logs could not be emptied; it will be tried again");
        }
    }

    public void Dispose()
    {
        log.Dispose();
        keyCommit.Dispose();
        Truncate();
        main.Dispose();
        keys.Dispose();
    }

    public void RunAlone(AloneJob job)
    {
        try
        {
            job.Run(main, keys);
            job.Complete();
        }
        catch (Exception e)
        {
            job.Fail(new StoreUnavailableException(e.Message, e));
        }
    }

    private WriteGroup Commit(List<WriteJob> jobs)
    {
        damage.RefuseIfFound();
        if (_mustReload)
            Reload();
        var turns = jobs.OfType<TurnJob>().Where(static job => job.Turn.NewKey is not null).ToList();
        // What else touches the keys (an erasure, a secret) is rare, and goes one after the other.
        var beside = turns.Count > 0 && jobs.TrueForAll(static job => job is TurnJob { Turn.Erases: false });
        if (beside)
            keyCommit.Begin([.. turns.Select(static job => Key(job.Turn))]);
        WriteGroup group;
        try
        {
            main.Begin();
            group = new WriteGroup(main, keys, beside, memory, clock.GetCurrentInstant());
            foreach (var job in jobs)
                job.Write(group);
            Sweep(group.Now);
        }
        catch
        {
            if (beside)
                TakeKeysBack();
            throw;
        }

        if (beside)
        {
            keyCommit.Wait();
            keyCommit.Settle([.. turns.Select(static job => (Key(job.Turn), job.Committed))]);
        }

        group.Commit();
        return group;
    }

    private static NewLeadKey Key(Turn turn) => new(turn.Stream.Id, turn.NewKey!);

    private void TakeKeysBack()
    {
        try
        {
            keyCommit.Wait();
            keyCommit.TakeBack();
        }
        catch (Exception e)
        {
            logger.LogWarning(LogEvents.KeysLeft, e, "The keys of a failed group could not be taken back; they lead nowhere");
        }
    }

    private void Sweep(Instant now)
    {
        if (now < _nextSweep)
            return;
        var swept = main.Use("DELETE FROM lookups WHERE no IN (SELECT no FROM lookups WHERE expires_at <= ?1 LIMIT ?2)")
            .Bind(1, now - SweepAfter).Bind(2, (long)SweepLimit).Run();
        if (swept < SweepLimit && !memory.Recent.Sweep(main, now - SweepRecentAfter))
            _nextSweep = now + SweepEvery;
    }

    private void Undo(List<WriteJob> jobs)
    {
        try
        {
            keys.Rollback();
            main.Rollback();
        }
        catch (Exception e)
        {
            logger.LogError(LogEvents.WritesFailed, e, "A failed write could not be rolled back");
        }

        lock (gate)
            memory.Book.Settle(jobs.OfType<TurnJob>().Select(static job => (job.Turn, false)), []);
        TryReload();
    }

    private void KeepLog()
    {
        log.Written(main.TakePagesWritten());
        if (!log.WriterIsToHelp)
            return;
        try
        {
            // Nothing is moved while the log's own thread is at it; then the next group's turn comes.
            var (pages, moved) = main.Checkpoint(truncate: false);
            if (pages == moved)
                log.Helped();
        }
        catch (Exception e)
        {
            logger.LogWarning(LogEvents.LogNotMoved, e, "The log could not be moved into the file; it will be tried again");
        }
    }

    private void TryReload()
    {
        _mustReload = true;
        try
        {
            Reload();
        }
        catch (Exception e)
        {
            logger.LogError(LogEvents.WritesFailed, e, "What the writer keeps in memory could not be read; it will be tried again before the next write");
        }
    }

    /// <summary>Reads what is kept in memory, before the first write.</summary>
    /// <param name="beside">One more connection to <c>handoff.db</c>; it is disposed of in the end.</param>
    public void Open(Database beside) => memory.Open(main, keys, gate, beside);

    /// <summary>Reads what is kept in memory as it is durable.</summary>
    private void Reload()
    {
        memory.Reload(main, keys, gate);
        _mustReload = false;
    }
}
