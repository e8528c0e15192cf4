using System.Globalization;
using System.Text;
using Handoff.Service.Packing;
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

    /// <summary>How many streams have a wake-up that is not later than a time.</summary>
    public long DueBy(DateTimeOffset time) => Number("SELECT count(*) FROM streams WHERE wake_up <= $number", Nanoseconds(time));

    /// <summary>How many messages of a kind were handed over after a message, and when the last of them.</summary>
    public (int Count, DateTimeOffset LastAt) MessagesAfter(long number, string kind)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT count(*), coalesce(max(at), 0) FROM copies WHERE no > $number AND kind = $kind";
        command.Parameters.AddWithValue("$number", number);
        command.Parameters.AddWithValue("$kind", kind);
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt32(0), DateTimeOffset.UnixEpoch.AddTicks(row.GetInt64(1) / 100));
    }

    /// <summary>The offers whose messages were stored after a message: the lead, and the rep who is asked.</summary>
    public List<(long Number, string Lead, string Rep)> OffersAfter(long number)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            SELECT c.no, s.id, s.state FROM copies c JOIN streams s ON s.id = substr(c.leads, 3, 32) AND s.kind = 0
            WHERE c.no > $number AND c.kind = 'offer' ORDER BY c.no
            """;
        command.Parameters.AddWithValue("$number", number);
        using var rows = command.ExecuteReader();
        List<(long, string, string)> offers = [];
        while (rows.Read())
            offers.Add((rows.GetInt64(0), rows.GetString(1), Asked(Packer.Ledger.Unpack((byte[])rows[2]))));
        return offers;
    }

    /// <summary>
    /// Bytes of all columns that the intake writes for one lead: the mean of leads that wait for their first turn. Keys of the indexes are not counted,
    /// and the lead's key in <c>keys.db</c> is (32 bytes beside its id).
    /// </summary>
    public int BytesOfAReceivedLead() => (int)Number("""
        SELECT coalesce(avg(bytes), 4000) FROM (
            SELECT length(s.id) + length(s.status) + length(s.state) + 32
                + (SELECT sum(16 + length(events)) FROM turns t WHERE t.stream = s.no)
                + (SELECT length(sealed) FROM records r WHERE r.stream = s.no)
                + coalesce((SELECT sum(length(key) + length(lead) + length(data) + 24) FROM lookups l WHERE l.lead = unhex(s.id)), 0)
                + coalesce((SELECT sum(length(key) + length(lead) + length(data) + 16) FROM recent_lookups l WHERE l.lead = unhex(s.id) AND l.no > (SELECT max(no) FROM recent_lookups) - 20000), 0)
                + 64 AS bytes
            FROM streams s WHERE s.kind = 0 AND s.status = 'qualified' ORDER BY s.no DESC LIMIT 200)
        """, 0);

    public void Dispose() => _connection.Dispose();

    // Of the head's state only who is asked: reading all of it would cost the load program more than the host's answer.
    private static string Asked(ReadOnlySpan<byte> state)
    {
        var name = "\"to\":[\""u8;
        var rest = state[(state.IndexOf(name) + name.Length)..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'"')]);
    }

    private static long Nanoseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks * 100;

    private long Number(string sql, long argument)
    {
        using var command = _connection.CreateCommand();
        // Every text given here is a constant of this file.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$number", argument);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
