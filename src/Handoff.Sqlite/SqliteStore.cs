using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Rotas;
using Handoff.Sqlite.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Handoff.Sqlite;

/// <summary>
/// The embedded store: every port on two SQLite files in one data folder, <c>handoff.db</c> and, apart for its short-lived backups,
/// <c>keys.db</c> (design section 4). One thread writes; all turns that wait share one commit, and each has its own result. Reads
/// run on a few connections of their own. Safe for many threads; one process to a folder.
/// </summary>
/// <remarks>
/// A write that has been handed over is carried out even if its caller cancels; the cancellation then has no effect and the result is
/// returned.
/// </remarks>
public sealed partial class SqliteStore
    : IStreamStore, ILookupStore, IRotaStore, ILeadKeyStore, IMailCopyStore, IFactStore, IAuditStore, IDisposable, IAsyncDisposable
{
    private const int WriterCacheKiB = 16 * 1024;
    private const int KeysCacheKiB = 4 * 1024;
    private const int ReaderCacheKiB = 4 * 1024;
    private const int Readers = 4;
    private const int KeyReaders = 2;

    // To read 64 MiB through takes tenths of a second; a larger file is checked by each backup, and found damaged when the damage is met.
    private const long CheckedAtStart = 64 << 20;

    private readonly RotaBook _book = new();
    private readonly DataFolderLock _lock;
    private readonly ReaderPool _main;
    private readonly ReaderPool _keys;
    private readonly Writer _writer;
    private int _disposed;

    private SqliteStore(string folder, IClock clock, ILogger logger)
    {
        var cleanUp = new Stack<IDisposable>();
        var damage = new Damage(folder, logger);
        try
        {
            cleanUp.Push(_lock = DataFolderLock.Take(folder));
            var (mainPath, keysPath) = (Path.Combine(folder, Schema.Data.FileName), Path.Combine(folder, Schema.Keys.FileName));
            var main = Database.OpenWriter(mainPath, WriterCacheKiB);
            cleanUp.Push(main);
            var keys = Database.OpenWriter(keysPath, KeysCacheKiB);
            cleanUp.Push(keys);
            Schema.Keys.Prepare(keys);
            Schema.Data.Prepare(main);
            CheckIfSmall(folder, main, mainPath);
            CheckIfSmall(folder, keys, keysPath);
            Erasure.Repeat(main, keys);
            // Pages are written to the log many times before they are moved into the file once.
            main.Execute("PRAGMA wal_autocheckpoint = 8000");
            _book.Reload(RotaRows.Load(main));
            cleanUp.Push(_main = new ReaderPool(mainPath, Readers, ReaderCacheKiB, damage));
            cleanUp.Push(_keys = new ReaderPool(keysPath, KeyReaders, KeysCacheKiB, damage));
            _writer = new Writer(main, keys, _book, clock, damage, logger);
            TellIfOpen(logger, folder, mainPath, keysPath);
        }
        catch (Exception e)
        {
            while (cleanUp.TryPop(out var opened))
                opened.Dispose();
            if (Trouble.OfOpening(folder, e) is { } trouble)
                throw new DataFolderUnusableException(trouble, e);
            throw;
        }
    }

    /// <summary>Opens a data folder, creating it and its files if they do not exist.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="clock">The product's clock; lookups expire by it.</param>
    /// <param name="logger">Told of failed writes; never of anything personal.</param>
    /// <param name="cancellation">Cancels before the opening begins.</param>
    /// <exception cref="DataFolderInUseException">Another process, or another store of this one, has it open.</exception>
    /// <exception cref="DataFolderVersionException">It was written by another version of the product.</exception>
    /// <exception cref="DataFolderUnusableException">It is damaged, cannot be written, or its disk is full.</exception>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    public static Task<SqliteStore> OpenAsync(
        string folder, IClock clock, ILogger<SqliteStore>? logger = null, CancellationToken cancellation = default) =>
        Task.Run(() => Open(folder, clock, logger), cancellation);

    /// <summary>As <see cref="OpenAsync"/>, on the caller's thread: SQLite waits for the disk either way.</summary>
    /// <inheritdoc cref="OpenAsync" path="/param[@name!='cancellation']"/>
    /// <inheritdoc cref="OpenAsync" path="/exception"/>
    public static SqliteStore Open(string folder, IClock clock, ILogger<SqliteStore>? logger = null)
    {
        var full = Path.GetFullPath(folder);
        PrivateFolder.Make(full);
        return new SqliteStore(full, clock, logger ?? NullLogger<SqliteStore>.Instance);
    }

    /// <summary>Writes what is still waiting, closes the files and gives the folder free. Reads must have ended.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        // The readers first: the last connection to close empties the log.
        _main.Dispose();
        _keys.Dispose();
        _writer.Dispose();
        _lock.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync() => await Task.Run(Dispose);

    private static void TellIfOpen(ILogger logger, params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (PrivateFile.IsOpen(path))
            {
                logger.LogWarning(
                    LogEvents.FolderOpen,
                    "{Path} is open to other users of this machine: close it (chmod go=). Its files are closed to them.",
                    path);
            }
        }
    }

    private static void CheckIfSmall(string folder, Database database, string path)
    {
        if (new FileInfo(path).Length <= CheckedAtStart && database.FindDamage(thorough: false) is { } found)
            throw new DataFolderUnusableException(Trouble.Damaged(folder, $"{Path.GetFileName(path)}: {found}"));
    }

    /// <summary>Runs something with the writer's databases, within a group; for tests that need a disk without room.</summary>
    internal Task RunOnWriterAsync(Action<Database, Database> run) => _writer.WriteAsync(group =>
    {
        run(group.Main, group.Keys);
        return true;
    });
}
