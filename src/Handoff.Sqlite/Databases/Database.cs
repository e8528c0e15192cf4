using System.Globalization;
using System.Runtime.InteropServices;
using Handoff.Rows;
using Handoff.Service.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace Handoff.Sqlite.Databases;

/// <summary>A connection to a database file, with the commands prepared on it. Not safe for use by several threads at once.</summary>
internal sealed class Database : IDisposable
{
    private const int BusySeconds = 5;
    private const int AloneSeconds = 2;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    private Database(SqliteConnection connection) => _connection = connection;

    /// <summary>Whether a transaction is open; a full disk may have ended it already.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Opens a file for writing, creating it if it does not exist.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cacheKiB">The most memory for pages, in KiB.</param>
    public static Database OpenWriter(string path, int cacheKiB)
    {
        // SQLite gives its log and its index of the log the mode of the file.
        PrivateFile.Make(path);
        PrivateFile.Close(path + "-wal", path + "-shm");
        var database = Open(path, SqliteOpenMode.ReadWriteCreate, BusySeconds);
        database.Execute("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        // Deleted rows are overwritten: erased means erased. On macOS only a full fsync reaches the disk; elsewhere the word does nothing.
        database.Execute("PRAGMA secure_delete = ON; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON");
        database.Limit(cacheKiB);
        return database;
    }

    /// <summary>Opens an existing file for reading.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cacheKiB">The most memory for pages, in KiB.</param>
    public static Database OpenReader(string path, int cacheKiB)
    {
        var database = Open(path, SqliteOpenMode.ReadOnly, BusySeconds);
        database.Limit(cacheKiB);
        return database;
    }

    /// <summary>
    /// Returns whether another connection, of any process, has the file open: each holds a lock on the file as long as it is open. A backup
    /// has it open too while it copies, so this waits a little.
    /// </summary>
    /// <param name="path">The file; nobody has one that does not exist.</param>
    public static bool IsInUse(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var probe = Open(path, SqliteOpenMode.ReadWrite, AloneSeconds);
            probe.Execute("PRAGMA locking_mode = EXCLUSIVE");
            probe.Execute("BEGIN EXCLUSIVE");
            probe.Commit();
            return false;
        }
        catch (SqliteException e)
        {
            // Whatever else is wrong with the file is told by its opening.
            return e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
        }
    }

    /// <summary>Runs a statement with values for ?1, ?2 and so on, and returns the number of rows that it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>Returns the first row of a query, or the default value if there is none.</summary>
    public T? Find<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var rows = Command(sql, values).ExecuteReader();
        return rows.Read() ? read(rows) : default;
    }

    /// <summary>Returns all rows of a query.</summary>
    public List<T> List<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var rows = Command(sql, values).ExecuteReader();
        List<T> list = [];
        while (rows.Read())
            list.Add(read(rows));
        return list;
    }

    /// <summary>Returns the number that a query answers.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) => Find(sql, static row => row.GetInt64(0), values);

    /// <summary>Runs statements that are needed once.</summary>
    public void Execute(string sql)
    {
        using var command = New(sql);
        command.ExecuteNonQuery();
    }

    public void Begin() => Run("BEGIN IMMEDIATE");

    public void Commit() => Run("COMMIT");

    /// <summary>Ends the transaction, if there is one, without its changes.</summary>
    public void Rollback()
    {
        if (InTransaction)
            Run("ROLLBACK");
    }

    /// <summary>Copies everything committed into a new file, as of one moment, while others go on writing.</summary>
    public void CopyTo(string path)
    {
        PrivateFile.Make(path);
        using var copy = Open(path, SqliteOpenMode.ReadWriteCreate, BusySeconds);
        _connection.BackupDatabase(copy._connection);
        // With a log of its own a copy would be several files, and would change when it is only looked at.
        copy.Execute("PRAGMA journal_mode = DELETE");
    }

    /// <summary>Reads the whole file and returns what is damaged, or null.</summary>
    /// <param name="thorough">Whether to compare indexes with their tables too.</param>
    public string? FindDamage(bool thorough)
    {
        var found = Find(thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)", static row => row.GetString(0));
        return found == "ok" ? null : found;
    }

    /// <summary>Moves the log into the file and empties it. False: somebody is reading.</summary>
    public bool EmptyLog() => Find("PRAGMA wal_checkpoint(TRUNCATE)", static row => row.GetInt64(0) == 0);

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _connection.Dispose();
    }

    private static Database Open(string path, SqliteOpenMode mode, int busySeconds)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            Cache = SqliteCacheMode.Private,
            DefaultTimeout = busySeconds,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            return new Database(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Limit(int cacheKiB) =>
        Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = -{cacheKiB}; PRAGMA temp_store = MEMORY"));

    private SqliteCommand New(string sql)
    {
        var command = _connection.CreateCommand();
        // Every text given here is a constant of this project.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = New(sql);
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"?{i}") });
            command.Prepare();
            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = Column(values[i]);
        return command;
    }

    private static object Column(object? value) => value switch
    {
        null => DBNull.Value,
        Instant instant => InstantColumn.Write(instant),
        StreamKind kind => kind.ToString(),
        LeadShelf shelf => (int)shelf,
        ReadOnlyMemory<byte> bytes => MemoryMarshal.TryGetArray(bytes, out var part) && part.Count == part.Array!.Length
            ? part.Array
            : bytes.ToArray(),
        _ => value,
    };
}
