using Handoff.Service.Telemetry;
using Handoff.Sqlite.Databases;
using Microsoft.Extensions.Logging;

namespace Handoff.Sqlite.Writing;

/// <summary>
/// Moves the log of <c>handoff.db</c> into the file beside the writer, on a thread and a connection of its own, so that no commit waits
/// for it. A log begins anew only when all of it has been moved; under a load without pauses it never is, so past a length the writer
/// moves the little that is left itself.
/// </summary>
internal sealed class LogKeeper : IDisposable
{
    // Pages of 4 KiB: 16 MiB before it begins, 128 MiB before the writer helps.
    private const int EnoughPages = 4_096;
    private const int ManyPages = 32_768;

    // What the writer may be left with: it moves them within milliseconds.
    private const int FewPages = 100;
    private const int MostPasses = 5;

    private readonly Database _database;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _work = new(0);
    private readonly Thread _thread;
    private volatile bool _closed;
    private volatile bool _writerIsToHelp;
    private long _pages;

    /// <param name="database">A connection for this alone; disposed with it.</param>
    /// <param name="logger">Told when the log cannot be moved.</param>
    public LogKeeper(Database database, ILogger logger)
    {
        (_database, _logger) = (database, logger);
        _thread = new Thread(Run) { Name = "Handoff log", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Whether the writer is to move the rest.</summary>
    public bool WriterIsToHelp => _writerIsToHelp;

    /// <summary>The writer has written; called by it alone.</summary>
    /// <param name="pages">How many pages more.</param>
    public void Written(int pages)
    {
        _pages += pages;
        if (_pages < EnoughPages)
            return;
        _pages = 0;
        _work.Release();
    }

    /// <summary>The writer has moved the rest.</summary>
    public void Helped() => _writerIsToHelp = false;

    public void Dispose()
    {
        _closed = true;
        _work.Release();
        _thread.Join();
        _database.Dispose();
        _work.Dispose();
    }

    /// <summary>Each pass is shorter than the one before, for less has come during it; after the last the writer has little left to move.</summary>
    /// <returns>Whether the log is still long: it may have begun anew meanwhile.</returns>
    private bool FollowsClosely(int moved)
    {
        for (var pass = 1; pass < MostPasses; pass++)
        {
            var (pages, now) = _database.Checkpoint(truncate: false);
            if (pages <= ManyPages)
                return false;
            if (now - moved <= FewPages)
                break;
            moved = now;
        }

        return true;
    }

    private void Run()
    {
        while (true)
        {
            _work.Wait();
            if (_closed)
                return;
            try
            {
                var (pages, moved) = _database.Checkpoint(truncate: false);
                if (pages > ManyPages)
                    _writerIsToHelp = FollowsClosely(moved);
            }
            // What could not be moved stays in the log, where it is as safe; the next attempt comes by itself.
            catch (Exception e)
            {
                _logger.LogWarning(LogEvents.LogNotMoved, e, "The log could not be moved into the file; it will be tried again");
            }
        }
    }
}
