using Handoff.Leads;
using Handoff.Service.Serialization;
using Handoff.Sqlite.Streams;
using Microsoft.Data.Sqlite;

namespace Handoff.RealFaults.Tests.Hosting;

/// <summary>Reads the files of a data folder from outside, as an auditor would.</summary>
internal sealed class StoredLedger : IDisposable
{
    private readonly SqliteConnection _connection;

    public StoredLedger(string data)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "handoff.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        _connection = new SqliteConnection(text.ToString());
        _connection.Open();
    }

    /// <summary>The events of every lead, in order.</summary>
    public Dictionary<string, List<LeadEvent>> Events()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT streams.id, last, events FROM turns JOIN streams ON no = stream WHERE kind = 0 ORDER BY stream, last";
        using var rows = command.ExecuteReader();
        Dictionary<string, List<LeadEvent>> events = new(StringComparer.Ordinal);
        while (rows.Read())
        {
            if (!events.TryGetValue(rows.GetString(0), out var own))
                events.Add(rows.GetString(0), own = []);
            own.AddRange(EventRow.Read((byte[])rows.GetValue(2), rows.GetInt64(1)).Select(static happened => LedgerJson.ReadLeadEvent(happened.Json.Span)));
        }

        return events;
    }

    /// <summary>The names of the mails that the ledger has as sent.</summary>
    public HashSet<string> Sent()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT id FROM copies";
        using var rows = command.ExecuteReader();
        HashSet<string> ids = new(StringComparer.Ordinal);
        while (rows.Read())
            ids.Add(rows.GetString(0));
        return ids;
    }

    /// <summary>How many streams should have been woken before that time, in nanoseconds since 1970.</summary>
    public long OverdueAt(long at)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM streams WHERE wake_up < $at";
        command.Parameters.AddWithValue("$at", at);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>That long ago, in nanoseconds since 1970.</summary>
    public static long Ago(TimeSpan ago) => (TimeProvider.System.GetUtcNow() - ago - DateTimeOffset.UnixEpoch).Ticks * 100;

    /// <summary>How many records and how many keys there are of a lead.</summary>
    public (long Records, long Keys) PersonalRows(string data, string lead)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            ATTACH $keys AS secrets;
            SELECT (SELECT count(*) FROM records JOIN streams ON no = stream WHERE id = $lead), (SELECT count(*) FROM secrets.keys WHERE lead = $lead)
            """;
        command.Parameters.AddWithValue("$keys", Path.Combine(data, "keys.db"));
        command.Parameters.AddWithValue("$lead", lead);
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    public void Dispose() => _connection.Dispose();
}
