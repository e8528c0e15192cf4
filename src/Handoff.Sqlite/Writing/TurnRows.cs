using System.Text.Json;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Writing;

/// <summary>Checks a turn and writes its rows. All checks come before the first write, so a conflict leaves nothing to undo.</summary>
internal static class TurnRows
{
    public static CommitResult Write(WriteGroup group, Turn turn)
    {
        if (!LookupsAreAsRead(group, turn) || WriteHead(group.Main, turn) is not { } stream)
            return CommitResult.Conflict;

        WriteEvents(group.Main, turn, stream);
        if (turn.NewKey is { } key)
            group.KeysToWrite().Use("INSERT OR REPLACE INTO keys (lead, key) VALUES (?1, ?2)").Bind(1, turn.Stream.Id).Bind(2, key).Run();
        if (turn.Record is { } record)
            group.Main.Use("INSERT OR REPLACE INTO records (stream, sealed) VALUES (?1, ?2)").Bind(1, stream).Bind(2, record).Run();
        foreach (var lookup in turn.Lookups)
            WriteLookup(group.Main, lookup);
        foreach (var copy in turn.Copies)
            CopyRows.Write(group, copy);
        foreach (var change in turn.Rota)
            group.Rotas.Apply(change);
        if (turn.Erases)
            Erasure.Erase(group, turn.Stream.Id);
        return CommitResult.Committed;
    }

    private static bool LookupsAreAsRead(WriteGroup group, Turn turn)
    {
        foreach (var lookup in turn.Lookups)
        {
            using var row = group.Main.Use("SELECT version, expires_at FROM lookups WHERE key = ?1").Bind(1, lookup.Key);
            var stands = row.Step() && (row.InstantOrNull(1) is not { } expiry || expiry > group.Now);
            if ((stands ? row.Number(0) : 0) != lookup.ExpectedVersion)
                return false;
        }

        return true;
    }

    /// <summary>Writes the head if its version is the expected one: the last check and the first write in one statement.</summary>
    /// <returns>The stream's number, or null: a conflict, and nothing written.</returns>
    private static long? WriteHead(Database main, Turn turn)
    {
        var version = turn.ExpectedVersion + turn.Events.Length;
        if (turn.ExpectedVersion == 0)
        {
            var created = main.Use("""
                INSERT INTO streams (id, kind, version, wake_up, is_open, status, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                ON CONFLICT (id, kind) DO NOTHING
                """);
            BindHead(created, turn, version);
            return created.Run() == 1 ? main.LastInserted() : null;
        }

        using var updated = main.Use("""
            UPDATE streams SET version = ?3, wake_up = ?4, is_open = ?5, status = ?6, state = ?7
            WHERE id = ?1 AND kind = ?2 AND version = ?8 AND wakes = IFNULL(?9, wakes) RETURNING no
            """);
        BindHead(updated, turn, version);
        updated.Bind(8, turn.ExpectedVersion).BindOrNull(9, HeadTag.ReadOrNull(turn.ExpectedTag));
        return updated.Step() ? updated.Number(0) : null;
    }

    private static void BindHead(Statement statement, Turn turn, long version) =>
        statement.Bind(1, turn.Stream.Id).Bind(2, (long)turn.Stream.Kind).Bind(3, version).Bind(4, turn.NextWakeUp)
            .Bind(5, turn.IsOpen ? 1L : 0L).Bind(6, turn.Status).Bind(7, turn.State.Span);

    private static void WriteEvents(Database main, Turn turn, long stream)
    {
        var insert = main.Use("INSERT INTO events (stream, sequence, at, type, json) VALUES (?1, ?2, ?3, ?4, ?5)").Bind(1, stream);
        var sequence = turn.ExpectedVersion;
        foreach (var happened in turn.Events)
            insert.Bind(2, ++sequence).Bind(3, happened.At).Bind(4, happened.Type).Bind(5, happened.Json.Span).Run();
    }

    private static void WriteLookup(Database main, LookupWrite lookup) =>
        main.Use("""
            INSERT INTO lookups (key, lead, data, version, expires_at) VALUES (?1, ?2, ?3, 1, ?4)
            ON CONFLICT (key) DO UPDATE SET
                lead = excluded.lead, data = excluded.data, version = version + 1, expires_at = excluded.expires_at
            """).Bind(1, lookup.Key).Bind(2, lookup.LeadId).Bind(3, lookup.Data).Bind(4, lookup.ExpiresAt).Run();
}

/// <summary>The rows of a copy of a message.</summary>
internal static class CopyRows
{
    /// <summary>Keeps a copy in the place of the one with its id, if there is one. A copy that names a lead erased meanwhile is not kept.</summary>
    public static void Write(WriteGroup group, MailCopy copy)
    {
        foreach (var lead in copy.LeadIds)
        {
            using var erased = group.Keys.Use("SELECT 1 FROM erased WHERE lead = ?1").Bind(1, lead);
            if (erased.Step())
                return;
        }

        var main = group.Main;
        using (var former = main.Use("SELECT no, leads FROM copies WHERE id = ?1").Bind(1, copy.Id))
        {
            if (former.Step())
                Delete(main, former.Number(0), former.Text(1));
        }

        main.Use("INSERT INTO copies (id, kind, at, leads, sealed) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Bind(1, copy.Id).Bind(2, copy.Kind).Bind(3, copy.At).Bind(4, JsonSerializer.Serialize(copy.LeadIds)).Bind(5, copy.Sealed).Run();
        var number = main.LastInserted();
        foreach (var lead in copy.LeadIds)
            main.Use("INSERT OR IGNORE INTO copy_leads (lead, copy) VALUES (?1, ?2)").Bind(1, lead).Bind(2, number).Run();
    }

    public static void Delete(Database main, long number, string leads)
    {
        foreach (var lead in ReadLeads(leads))
            main.Use("DELETE FROM copy_leads WHERE lead = ?1 AND copy = ?2").Bind(1, lead).Bind(2, number).Run();
        main.Use("DELETE FROM copies WHERE no = ?1").Bind(1, number).Run();
    }

    public static string[] ReadLeads(string leads) => JsonSerializer.Deserialize<string[]>(leads) ?? [];
}
