using System.Globalization;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Serialization;
using Microsoft.Data.Sqlite;

namespace Handoff.RealFaults.Tests.Hosting;

/// <summary>Reads the files of a data folder from outside, as an auditor would.</summary>
internal sealed class StoredLedger : IDisposable
{
    private readonly SqliteConnection _connection;

    public StoredLedger(string data)
    {
        var text =
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(data, "handoff.db"),
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false
            };
        _connection = new SqliteConnection(text.ToString());
        _connection.Open();
    }

    /// <summary>The events of every lead, in order.</summary>
    public Dictionary<string, List<LeadEvent>> Events()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT stream, json FROM events WHERE kind = 'Lead' ORDER BY stream, sequence";
        using var rows = command.ExecuteReader();
        Dictionary<string, List<LeadEvent>> events = new(StringComparer.Ordinal);
        while (rows.Read())
        {
            if (!events.TryGetValue(rows.GetString(0), out var own))
                events.Add(rows.GetString(0), own = []);
            own.Add(LedgerJson.ReadLeadEvent(rows.GetFieldValue<byte[]>(1)));
        }

        return events;
    }

    /// <summary>The addresses of the company's people by their ids.</summary>
    public Dictionary<PersonId, string> Addresses()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT substr(name, 8), value ->> 'address' FROM facts WHERE name LIKE 'person:%'";
        using var rows = command.ExecuteReader();
        Dictionary<PersonId, string> addresses = [];
        while (rows.Read())
            addresses.Add(new(rows.GetString(0)), rows.GetString(1));
        return addresses;
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

    /// <summary>How many streams should have been woken before that time.</summary>
    public long OverdueAt(DateTimeOffset at)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM streams WHERE wake_up < $at";
        command.Parameters.AddWithValue("$at", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture));
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>That long ago.</summary>
    public static DateTimeOffset Ago(TimeSpan ago) => TimeProvider.System.GetUtcNow() - ago;

    /// <summary>How many records and how many keys there are of a lead.</summary>
    public (long Records, long Keys) PersonalRows(string data, string lead)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            ATTACH $keys AS secrets;
            SELECT (SELECT count(*) FROM records WHERE lead = $lead), (SELECT count(*) FROM secrets.keys WHERE lead = $lead)
            """;
        command.Parameters.AddWithValue("$keys", Path.Combine(data, "keys.db"));
        command.Parameters.AddWithValue("$lead", lead);
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    public void Dispose() => _connection.Dispose();
}
