using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Handoff.Benchmarks.Hosting;

/// <summary>Looks into the host's database, read-only and from outside, so that asking costs the host nothing.</summary>
internal sealed class StoreGauge : IDisposable
{
    private readonly SqliteConnection _connection;

    public StoreGauge(HostProcess host)
    {
        var text =
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(host.Data, "handoff.db"),
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false
            };
        _connection = new SqliteConnection(text.ToString());
        _connection.Open();
    }

    /// <summary>How many messages were handed over so far.</summary>
    public long Messages => Number("SELECT coalesce(max(no), 0) FROM copies");

    /// <summary>How many leads wait for their first turn. Reads every stream: ask rarely.</summary>
    public long NeverTurned => Number("SELECT count(*) FROM streams WHERE state ->> 'status' = 'qualified'");

    /// <summary>How many streams have a wake-up that is not later than a time.</summary>
    public long DueBy(DateTimeOffset time) => Number("SELECT count(*) FROM streams WHERE wake_up <= $argument", StoreText.Of(time));

    /// <summary>How many messages of a kind were handed over after a message, and when the last of them.</summary>
    public (int Count, DateTimeOffset LastAt) MessagesAfter(long number, string kind)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT count(*), coalesce(max(at), '1970-01-01T00:00:00Z') FROM copies WHERE no > $number AND kind = $kind";
        command.Parameters.AddWithValue("$number", number);
        command.Parameters.AddWithValue("$kind", kind);
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt32(0), DateTimeOffset.Parse(row.GetString(1), CultureInfo.InvariantCulture));
    }

    /// <summary>The offers whose messages were stored after a message: the lead, and the rep who is asked.</summary>
    public List<(long Number, string Lead, string Rep)> OffersAfter(long number)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            SELECT c.no, s.id, s.state FROM copies c JOIN streams s ON s.id = substr(c.leads, 3, 32) AND s.kind = 'Lead'
            WHERE c.no > $number AND c.kind = 'offer' ORDER BY c.no
            """;
        command.Parameters.AddWithValue("$number", number);
        using var rows = command.ExecuteReader();
        List<(long, string, string)> offers = [];
        while (rows.Read())
            offers.Add((rows.GetInt64(0), rows.GetString(1), Asked(rows.GetString(2))));
        return offers;
    }

    /// <summary>
    /// Bytes of all columns that the intake writes for one lead: the mean of leads that wait for their first turn. Keys of the indexes are
    /// not counted, and the lead's key in <c>keys.db</c> is (32 bytes beside its id).
    /// </summary>
    public int BytesOfAReceivedLead() => (int)Number("""
        SELECT coalesce(avg(bytes), 4000) FROM (
            SELECT length(s.id) + length(s.state) + 64
                + (SELECT sum(length(stream) + length(at) + length(type) + length(json) + 16) FROM events e WHERE e.stream = s.id)
                + (SELECT length(sealed) FROM records r WHERE r.lead = s.id)
                + coalesce((SELECT sum(length(key) + length(lead) + length(data) + 24) FROM lookups l WHERE l.lead = s.id), 0)
                + 64 AS bytes
            FROM streams s WHERE s.kind = 'Lead' AND s.state ->> 'status' = 'qualified' ORDER BY s.no DESC LIMIT 200)
        """);

    public void Dispose() => _connection.Dispose();

    // Of the head's state only who is asked: reading all of it would cost the load program more than the host's answer.
    private static string Asked(string state)
    {
        const string Name = "\"to\":[\"";
        var from = state.IndexOf(Name, StringComparison.Ordinal) + Name.Length;
        return state[from..state.IndexOf('"', from)];
    }

    private long Number(string sql, string argument = "")
    {
        using var command = _connection.CreateCommand();
        // Every text given here is a constant of this file.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$argument", argument);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}

/// <summary>How the store writes instants.</summary>
internal static class StoreText
{
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture);
}
