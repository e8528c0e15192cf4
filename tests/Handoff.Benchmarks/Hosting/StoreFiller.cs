using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Handoff.Service.Packing;
using Handoff.Sqlite.Lookups;
using Microsoft.Data.Sqlite;

namespace Handoff.Benchmarks.Hosting;

/// <summary>
/// Fills a stopped host's store with leads whose life is over, copies of one that the host itself carried to its end, each under an id of its own:
/// head, events, record, key and lookups; of the copies of its e-mails none, for they would fill the disk first.
/// </summary>
internal sealed class StoreFiller : IDisposable
{
    private const int InOneTransaction = 50_000;

    private readonly SqliteConnection _main;
    private readonly SqliteConnection _keys;
    private readonly string _id;
    private readonly byte[] _head;
    private readonly (string Status, long Kind, long Version) _about;
    private readonly List<(long Last, byte[] Events)> _turns = [];
    private readonly byte[] _record;
    private readonly string _data;

    public StoreFiller(string data)
    {
        (_main, _keys) = (Open(Path.Combine(data, "handoff.db")), Open(Path.Combine(data, "keys.db")));
        using (var head = Row("SELECT id, state, status, kind, version, no FROM streams WHERE is_open = 0 AND status = 'returned' LIMIT 1"))
        {
            (_id, _head) = (head.GetString(0), Unpacked(head[1]));
            _about = (head.GetString(2), head.GetInt64(3), head.GetInt64(4));
            using var turns = Row(string.Create(CultureInfo.InvariantCulture, $"SELECT last, events FROM turns WHERE stream = {head.GetInt64(5)} ORDER BY last"));
            do
                _turns.Add((turns.GetInt64(0), Unpacked(turns[1])));
            while (turns.Read());
            using var record = Row(string.Create(CultureInfo.InvariantCulture, $"SELECT sealed FROM records WHERE stream = {head.GetInt64(5)}"));
            _record = (byte[])record[0];
        }

        using var lookup = Row("SELECT data FROM lookups WHERE length(key) > 32 LIMIT 1");
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
        using var stream = Statement(_main, """
            INSERT INTO streams (kind, id, version, wake_up, is_open, status, state) VALUES ($a, $b, $c, NULL, 0, $d, $e) RETURNING no
            """, 5);
        using var turn = Statement(_main, "INSERT INTO turns (stream, last, events) VALUES ($a, $b, $c)", 3);
        using var record = Statement(_main, "INSERT INTO records (stream, sealed) VALUES ($a, $b)", 2);
        using var lookup = Statement(_main, "INSERT INTO lookups (place, key, lead, data, version) VALUES ($a, $b, $c, $d, 1)", 4);
        using var key = Statement(_keys, "INSERT INTO keys (lead, key) VALUES ($a, $b)", 2);
        var own = Encoding.ASCII.GetBytes(_id);
        for (var i = 0L; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            // Before the ids that the host gives now, and rising.
            var id = string.Create(CultureInfo.InvariantCulture, $"0190{Interlocked.Increment(ref _next):x12}7000{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}");
            var bytes = Encoding.ASCII.GetBytes(id);
            var no = (long)Bind(stream, _about.Kind, id, _about.Version, _about.Status, Packer.Ledger.Pack(Renamed(_head, own, bytes))).ExecuteScalar()!;
            foreach (var (last, events) in _turns)
                Bind(turn, no, last, Packer.Ledger.Pack(Renamed(events, own, bytes))).ExecuteNonQuery();
            Bind(record, no, _record).ExecuteNonQuery();
            var (company, lead) = (Hash(), Convert.FromHexString(id));
            foreach (var claimed in new[] { LookupKey.Of($"company:{company}"), LookupKey.Of($"person:{company}.{Hash()}") })
                Bind(lookup, claimed.Place, claimed.Column, lead, _data).ExecuteNonQuery();
            Bind(key, id, RandomNumberGenerator.GetBytes(32)).ExecuteNonQuery();
        }
    }

    private static long _next = 1L << 40;

    private static string Hash() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static byte[] Unpacked(object stored) => Packer.Ledger.Unpack((byte[])stored);

    private static byte[] Renamed(byte[] content, byte[] from, byte[] to)
    {
        if (content.AsSpan().IndexOf(from) < 0)
            return content;
        var renamed = (byte[])content.Clone();
        for (int at, start = 0; (at = renamed.AsSpan(start).IndexOf(from)) >= 0; start += at + to.Length)
            to.CopyTo(renamed, start + at);
        return renamed;
    }

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
