using Microsoft.Data.Sqlite;

namespace Handoff.Benchmarks.Hosting;

/// <summary>
/// Looks into the host's database, read-only, from outside: two figures by index, so that asking costs the host nothing.
/// </summary>
internal sealed class StoreGauge : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _messages;
    private readonly SqliteCommand _backlog;

    public StoreGauge(HostProcess host)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = Path.Combine(host.Data, "handoff.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        _connection = new SqliteConnection(text.ToString());
        _connection.Open();
        _messages = _connection.CreateCommand();
        _messages.CommandText = "SELECT coalesce(max(no), 0) FROM copies";
        // A stream with something to do has a wake-up that has passed; instants stand in the store as numbers that rise with time.
        _backlog = _connection.CreateCommand();
        _backlog.CommandText = "SELECT count(*) FROM streams WHERE version = 1 AND status = 'qualified'";
    }

    /// <summary>How many messages were handed over so far.</summary>
    public long Messages => (long)_messages.ExecuteScalar()!;

    /// <summary>How many leads wait for their first turn. Reads every stream: ask rarely.</summary>
    public long NeverTurned => (long)_backlog.ExecuteScalar()!;

    public void Dispose()
    {
        _messages.Dispose();
        _backlog.Dispose();
        _connection.Dispose();
    }
}
