using System.Globalization;
using Handoff.Service.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Handoff.Sqlite.Databases;

/// <summary>One connection to a database file, with the statements prepared on it. One thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private Database(SqliteConnection connection) => _connection = connection;

    private sqlite3 Handle => _connection.Handle!;

    /// <summary>Whether a transaction is open; a full disk may have ended it already.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>Opens a file for writing and creates it where there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cacheKiB">The most memory for pages, in KiB.</param>
    public static Database OpenWriter(string path, int cacheKiB)
    {
        // SQLite gives its log and its index of the log the mode of the file.
        PrivateFile.Make(path);
        PrivateFile.Close(path + "-wal", path + "-shm");
        var database = Open(path, SqliteOpenMode.ReadWriteCreate);
        database.Execute("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        // What is deleted is overwritten: erased means erased. On macOS only a full fsync reaches the disk; elsewhere the word does nothing.
        database.Execute("PRAGMA secure_delete = ON; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON");
        database.Limit(cacheKiB);
        return database;
    }

    /// <summary>Opens a file that exists for reading.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cacheKiB">The most memory for pages, in KiB.</param>
    public static Database OpenReader(string path, int cacheKiB)
    {
        var database = Open(path, SqliteOpenMode.ReadOnly);
        database.Limit(cacheKiB);
        return database;
    }

    /// <summary>
    /// Whether another connection, of any process, has the file open. Each holds a lock on the file itself as long as it is open, and
    /// nobody else can have the file alone meanwhile. A backup has it open too, for as long as it copies: it is waited for a little.
    /// </summary>
    /// <param name="path">The file; where there is none, nobody has it.</param>
    public static bool IsInUse(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var probe = Open(path, SqliteOpenMode.ReadWrite);
            raw.sqlite3_busy_timeout(probe.Handle, AloneMilliseconds);
            probe.Number("PRAGMA locking_mode = EXCLUSIVE");
            probe.Use("BEGIN EXCLUSIVE").Run();
            probe.Commit();
            return false;
        }
        catch (SqliteException e)
        {
            // What else is wrong with it is told by whoever opens it for its work.
            return e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
        }
    }

    /// <summary>The statement, prepared at its first use; dispose it after each use.</summary>
    public Statement Use(string sql)
    {
        if (_statements.TryGetValue(sql, out var known))
            return known;

        var result = raw.sqlite3_prepare_v3(Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
        SqliteException.ThrowExceptionForRC(result, Handle);
        return _statements[sql] = new Statement(Handle, handle);
    }

    /// <summary>Carries out statements that are needed once.</summary>
    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        // Every text given here is a constant of this project.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>The number that a statement answers.</summary>
    public long Number(string sql)
    {
        using var statement = Use(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    /// <summary>How many pages this connection has written to the log since this was last asked.</summary>
    public int TakePagesWritten()
    {
        const int Reset = 1;
        _ = raw.sqlite3_db_status(Handle, CacheWrite, out var pages, out _, Reset);
        return pages;
    }

    public long LastInserted() => raw.sqlite3_last_insert_rowid(Handle);

    public void Begin() => Use("BEGIN IMMEDIATE").Run();

    public void Commit() => Use("COMMIT").Run();

    public void Rollback()
    {
        if (InTransaction)
            Use("ROLLBACK").Run();
    }

    /// <summary>Copies all that is committed into a new file, as of one moment, while others go on writing.</summary>
    public void CopyTo(string path)
    {
        PrivateFile.Make(path);
        using var copy = Open(path, SqliteOpenMode.ReadWriteCreate);
        _connection.BackupDatabase(copy._connection);
        // A copy stands by itself: with a log of its own it would be several files, and change when it is only looked at.
        using var mode = copy.Use("PRAGMA journal_mode = DELETE");
        mode.Step();
    }

    /// <summary>What is wrong with the file, or null. Reads all of it.</summary>
    /// <param name="thorough">Whether indexes are compared with what they list, too.</param>
    public string? FindDamage(bool thorough)
    {
        using var rows = Use(thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
        return rows.Step() && rows.Text(0) is var found && found != "ok" ? found : null;
    }

    /// <summary>Moves what is in the log into the file. With <paramref name="truncate"/> the log is emptied too, unless somebody is reading.</summary>
    /// <returns>How many pages the log has, and how many of them are in the file; for an empty log 0.</returns>
    public (int Pages, int Moved) Checkpoint(bool truncate)
    {
        raw.sqlite3_busy_timeout(Handle, 0);
        try
        {
            var mode = truncate ? raw.SQLITE_CHECKPOINT_TRUNCATE : raw.SQLITE_CHECKPOINT_PASSIVE;
            var result = raw.sqlite3_wal_checkpoint_v2(Handle, "main", mode, out var logged, out var moved);
            if (result is not (raw.SQLITE_OK or raw.SQLITE_BUSY))
                SqliteException.ThrowExceptionForRC(result, Handle);
            // A log that somebody kept from being emptied may have been moved whole; it is not empty all the same.
            return (Math.Max(result == raw.SQLITE_BUSY ? 1 : 0, logged), Math.Max(0, moved));
        }
        finally
        {
            raw.sqlite3_busy_timeout(Handle, BusyMilliseconds);
        }
    }

    /// <summary>Lets statements call a function.</summary>
    public void Define(string name, Func<byte[], byte[]> function) => _connection.CreateFunction(name, function, isDeterministic: true);

    /// <inheritdoc cref="Define(string, Func{byte[], byte[]})"/>
    public void Define(string name, Func<byte[], long> function) => _connection.CreateFunction(name, function, isDeterministic: true);

    /// <inheritdoc cref="Define(string, Func{byte[], byte[]})"/>
    public void Define(string name, Func<long, string, byte[], byte[]> function) => _connection.CreateFunction(name, function, isDeterministic: true);

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Close();
        _connection.Dispose();
    }

    private const int BusyMilliseconds = 5_000;
    private const int AloneMilliseconds = 2_000;

    // SQLITE_DBSTATUS_CACHE_WRITE, which the binding has no name for.
    private const int CacheWrite = 9;

    private static Database Open(string path, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, Cache = SqliteCacheMode.Private };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle!, BusyMilliseconds);
            return new Database(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Limit(int cacheKiB) =>
        Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = -{cacheKiB}; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY"));
}
