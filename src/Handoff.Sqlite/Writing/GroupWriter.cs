using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Rotas;
using Handoff.Sqlite.Streams;

namespace Handoff.Sqlite.Writing;

/// <summary>
/// The one writer: a thread that takes all that waits (bounded), writes it in one transaction, and takes what has come meanwhile. So the
/// price of reaching the disk is shared by everybody who is waiting for it.
/// </summary>
internal sealed class GroupWriter : IDisposable
{
    private const int MostJobs = 512;
    private static readonly TimeSpan TruncationRetry = TimeSpan.FromSeconds(1);

    private readonly object _gate;
    private readonly RotaBook _book;
    private readonly GroupCommit _commit;
    private readonly Thread _thread;
    private readonly Queue<WriteJob> _waiting = [];
    private bool _closed;

    /// <param name="gate">Guards the queue and the book.</param>
    /// <param name="book">The rotas.</param>
    /// <param name="commit">Writes the groups; disposed with this.</param>
    public GroupWriter(object gate, RotaBook book, GroupCommit commit)
    {
        (_gate, _book, _commit) = (gate, book, commit);
        _thread = new Thread(Run) { Name = "Handoff store", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Queues a turn, unless the rota it rests on has changed.</summary>
    /// <exception cref="StoreUnavailableException">The store is closed.</exception>
    public Task<Commit> CommitAsync(PackedTurn turn)
    {
        var job = new TurnJob(turn);
        lock (_gate)
        {
            RefuseIfClosed();
            if (!_book.TryReserve(turn.Turn.RotaGuard, turn.Turn.Rota))
                return Task.FromResult(Commit.RotaChanged);
            Queue(job);
        }

        return job.Done;
    }

    /// <summary>Queues any other write.</summary>
    /// <exception cref="StoreUnavailableException">The store is closed.</exception>
    public Task<T> WriteAsync<T>(Func<WriteGroup, T> write)
    {
        var job = new ActionJob<T>(write);
        lock (_gate)
        {
            RefuseIfClosed();
            Queue(job);
        }

        return job.Done;
    }

    /// <summary>Runs something with the writer's databases between two groups; what it throws reaches its caller only.</summary>
    /// <exception cref="StoreUnavailableException">The store is closed.</exception>
    public Task RunAloneAsync(Action<Database, Database> run)
    {
        var job = new AloneJob(run);
        lock (_gate)
        {
            RefuseIfClosed();
            Queue(job);
        }

        return job.Done;
    }

    /// <summary>Writes what is still waiting, and ends.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }

        _thread.Join();
        _commit.Dispose();
    }

    private void RefuseIfClosed()
    {
        if (_closed)
            throw new StoreUnavailableException("The store is closed.");
    }

    private void Queue(WriteJob job)
    {
        _waiting.Enqueue(job);
        if (_waiting.Count == 1)
            Monitor.Pulse(_gate);
    }

    private void Run()
    {
        List<WriteJob> jobs = [];
        while (Take(jobs))
        {
            if (jobs is [AloneJob alone])
                _commit.RunAlone(alone);
            else if (jobs.Count > 0)
                _commit.Write(jobs);
            else
                _commit.Truncate();
            jobs.Clear();
        }
    }

    /// <summary>Waits for work; nothing taken: it is time to try the logs again. False: the store is closed and nothing waits.</summary>
    private bool Take(List<WriteJob> jobs)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_closed)
            {
                if (!Monitor.Wait(_gate, _commit.OwesTruncation ? TruncationRetry : Timeout.InfiniteTimeSpan) && _commit.OwesTruncation)
                    return true;
            }

            // What runs alone is a group of its own.
            while (jobs.Count < MostJobs && jobs is not [AloneJob] && _waiting.TryPeek(out var next) && (next is not AloneJob || jobs.Count == 0))
                jobs.Add(_waiting.Dequeue());
            return jobs.Count > 0;
        }
    }
}
