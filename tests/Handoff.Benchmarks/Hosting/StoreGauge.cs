using Microsoft.Data.Sqlite;

namespace Handoff.Benchmarks.Hosting;

/// <summary>Looks into the host's database, read-only and from outside, so that asking costs the host nothing.</summary>
internal sealed class StoreGauge : IDisposable
{
    private readonly SqliteConnection _connection;

    public StoreGauge(HostProcess host)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = Path.Combine(host.Data, "handoff.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        _connection = new SqliteConnection(text.ToString());
        _connection.Open();
    }

    /// <summary>How many messages were handed over so far.</summary>
    public long Messages => Number("SELECT coalesce(max(no), 0) FROM copies", 0);

    /// <summary>How many leads wait for their first turn. Reads every stream: ask rarely.</summary>
    public long NeverTurned => Number("SELECT count(*) FROM streams WHERE status = 'qualified'", 0);

    /// <summary>How many messages are as new as one of that time: so many must be read to find it.</summary>
    public long NewerThan(long at) => Number("SELECT count(*) FROM copies WHERE at >= $number", at);

    /// <summary>The offers' messages that were stored after a message, and when each was sent, as the store writes it.</summary>
    public List<(long Number, string Id, long At)> OffersAfter(long number)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT no, id, at FROM copies WHERE no > $number AND kind = 'offer' ORDER BY no";
        command.Parameters.AddWithValue("$number", number);
        using var rows = command.ExecuteReader();
        List<(long, string, long)> offers = [];
        while (rows.Read())
            offers.Add((rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2)));
        return offers;
    }

    public void Dispose() => _connection.Dispose();

    private long Number(string sql, long argument)
    {
        using var command = _connection.CreateCommand();
        // Every text given here is a constant of this file.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$number", argument);
        return (long)command.ExecuteScalar()!;
    }
}
