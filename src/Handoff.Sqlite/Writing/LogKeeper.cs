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
    // Pages of 4 KiB: 16 MiB before it begins, 64 MiB before the writer helps.
    private const int EnoughPages = 4_096;
    private const int ManyPages = 16_384;

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

    private void Run()
    {
        while (true)
        {
            _work.Wait();
            if (_closed)
                return;
            try
            {
                // Twice, if the writer is to help: what came during the long first pass is moved by a short second one.
                if (_database.Checkpoint(truncate: false).Pages > ManyPages)
                    _writerIsToHelp = _database.Checkpoint(truncate: false).Pages > ManyPages;
            }
            // What could not be moved stays in the log, where it is as safe; the next attempt comes by itself.
            catch (Exception e)
            {
                _logger.LogWarning(LogEvents.LogNotMoved, e, "The log could not be moved into the file; it will be tried again");
            }
        }
    }
}
