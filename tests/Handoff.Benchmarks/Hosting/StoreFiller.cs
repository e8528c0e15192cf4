using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Handoff.Benchmarks.Hosting;

/// <summary>
/// Fills a stopped host's store with leads whose life is over, copies of one that the host itself carried to its end, each under an id of
/// its own: head, events, record, key and lookups; of the copies of its e-mails none, for they would fill the disk first.
/// </summary>
internal sealed class StoreFiller : IDisposable
{
    private const int InOneTransaction = 50_000;

    private readonly SqliteConnection _main;
    private readonly SqliteConnection _keys;
    private readonly string _id;
    private readonly string _state;
    private readonly long _version;
    private readonly string _row;
    private readonly long _shelf;
    private readonly string _receivedAt;
    private readonly string _changedAt;
    private readonly List<(long Sequence, string At, string Type, string Json)> _events = [];
    private readonly byte[] _record;
    private readonly string _data;

    public StoreFiller(string data)
    {
        (_main, _keys) = (Open(Path.Combine(data, "handoff.db")), Open(Path.Combine(data, "keys.db")));
        using (var head =
            Row("""
                SELECT id, state, version, row, shelf, received_at, changed_at FROM streams
                WHERE kind = 'Lead' AND state ->> 'status' = 'returned' LIMIT 1
                """))
        {
            (_id, _state, _version, _row) = (head.GetString(0), head.GetString(1), head.GetInt64(2), head.GetString(3));
            (_shelf, _receivedAt, _changedAt) = (head.GetInt64(4), head.GetString(5), head.GetString(6));
        }

        using (var events = Row($"SELECT sequence, at, type, json FROM events WHERE stream = '{_id}' AND kind = 'Lead' ORDER BY sequence"))
        {
            do
                _events.Add((events.GetInt64(0), events.GetString(1), events.GetString(2), events.GetString(3)));
            while (events.Read());
        }

        using var record = Row($"SELECT sealed FROM records WHERE lead = '{_id}'");
        _record = (byte[])record[0];
        using var lookup = Row("SELECT data FROM lookups WHERE key LIKE '%:person' LIMIT 1");
        _data = lookup.GetString(0);
    }

    /// <summary>How many leads the store has.</summary>
    public long Leads
    {
        get
        {
            using var row = Row("SELECT count(*) FROM records");
            return row.GetInt64(0);
        }
    }

    /// <summary>Adds leads until there are so many.</summary>
    public void FillTo(long leads, CancellationToken cancellation)
    {
        for (var have = Leads; have < leads;)
        {
            var some = Math.Min(InOneTransaction, leads - have);
            using (var main = _main.BeginTransaction())
            using (var keys = _keys.BeginTransaction())
            {
                AddSome(some, cancellation);
                keys.Commit();
                main.Commit();
            }

            have += some;
        }
    }

    public void Dispose()
    {
        _main.Dispose();
        _keys.Dispose();
    }

    private void AddSome(long count, CancellationToken cancellation)
    {
        using var stream = Statement(
            _main,
            """
            INSERT INTO streams (kind, id, version, state, row, shelf, received_at, changed_at)
            VALUES ('Lead', $a, $b, $c, $d, $e, $f, $g)
            """,
            7);
        using var happened =
            Statement(_main, "INSERT INTO events (kind, stream, sequence, at, type, json) VALUES ('Lead', $a, $b, $c, $d, $e)", 5);
        using var record = Statement(_main, "INSERT INTO records (lead, sealed) VALUES ($a, $b)", 2);
        using var lookup = Statement(_main, "INSERT INTO lookups (key, lead, data, version) VALUES ($a, $b, $c, 1)", 3);
        using var key = Statement(_keys, "INSERT INTO keys (lead, key) VALUES ($a, $b)", 2);
        for (var i = 0L; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            // Before the ids that the host gives now, and rising.
            var id = string.Create(
                CultureInfo.InvariantCulture,
                $"0190{Interlocked.Increment(ref _next):x12}7000{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}");
            Bind(stream, id, _version, Renamed(_state, id), Renamed(_row, id), _shelf, _receivedAt, _changedAt).ExecuteNonQuery();
            foreach (var (sequence, at, type, json) in _events)
                Bind(happened, id, sequence, at, type, Renamed(json, id)).ExecuteNonQuery();
            Bind(record, id, _record).ExecuteNonQuery();
            var company = Hash();
            foreach (var claimed in new[] { $"{company}:company", $"{company}.{Hash()}:person" })
                Bind(lookup, claimed, id, _data).ExecuteNonQuery();
            Bind(key, id, RandomNumberGenerator.GetBytes(32)).ExecuteNonQuery();
        }
    }

    private static long _next = 1L << 40;

    private static string Hash() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private string Renamed(string content, string id) => content.Replace(_id, id, StringComparison.Ordinal);

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var pragma = connection.CreateCommand();
        // What is filled in need not outlive a crash of the machine.
        pragma.CommandText = "PRAGMA synchronous = OFF; PRAGMA cache_size = -3000000";
        pragma.ExecuteNonQuery();
        return connection;
    }

    private static SqliteCommand Statement(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        // Every text given here is a constant of this file.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${(char)('a' + i)}" });
        return command;
    }

    private static SqliteCommand Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command;
    }

    private SqliteDataReader Row(string sql)
    {
        var command = Statement(_main, sql, 0);
        var reader = command.ExecuteReader();
        return reader.Read() ? reader : throw new InvalidOperationException("The store has no lead whose life is over.");
    }
}
