using System.Text.Json;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Lookups;
using Handoff.Sqlite.Streams;

namespace Handoff.Sqlite.Writing;

/// <summary>Checks a turn and writes its rows. All checks come before the first write, so a conflict leaves nothing to undo.</summary>
internal static class TurnRows
{
    public static Commit Write(WriteGroup group, PackedTurn packed)
    {
        var turn = packed.Turn;
        if (LookupRows.FindAsRead(group.Main, group.Recent, turn.Lookups, packed.Keys, group.Now) is not { } numbers || WriteHead(group.Main, packed) is not var (stream, tag))
            return Commit.Conflict;

        group.Main.Use("INSERT INTO turns (stream, last, events) VALUES (?1, ?2, ?3)")
            .Bind(1, stream).Bind(2, turn.ExpectedVersion + turn.Events.Length).Bind(3, packed.Events).Run();
        if (turn.NewKey is { } key)
            group.WriteKey(new(turn.Stream.Id, key));
        if (turn.Record is { } record)
            group.Main.Use("INSERT OR REPLACE INTO records (stream, sealed) VALUES (?1, ?2)").Bind(1, stream).Bind(2, record).Run();
        for (var i = 0; i < numbers.Length; i++)
            LookupRows.Write(group.Main, group.Recent, turn.Lookups[i], packed.Keys[i], numbers[i]);
        foreach (var copy in turn.Copies)
            CopyRows.Write(group, copy);
        foreach (var change in turn.Rota)
            group.Rotas.Apply(change);
        if (turn.Erases)
            Erasure.Erase(group, turn.Stream.Id);
        group.Written.Add((turn, tag));
        return Commit.Of(tag);
    }

    /// <summary>Writes the head if it is as the turn read it: the last check before the first write.</summary>
    /// <returns>The stream's number and the head's tag, or null: a conflict, and nothing written.</returns>
    private static (long Stream, string Tag)? WriteHead(Database main, PackedTurn packed)
    {
        var turn = packed.Turn;
        var version = turn.ExpectedVersion + turn.Events.Length;
        if (turn.ExpectedVersion == 0)
        {
            var created = main.Use("""
                INSERT INTO streams (version, wake_up, is_open, status, state, id, kind) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                ON CONFLICT (id, kind) DO NOTHING
                """);
            BindHead(created, packed, version).Bind(6, turn.Stream.Id).Bind(7, (long)turn.Stream.Kind);
            return created.Run() == 1 ? (main.LastInserted(), HeadTag.Write(0)) : null;
        }

        if (FindAsRead(main, turn) is not var (stream, wakes, isOpen))
            return null;
        // By its number, and not with RETURNING: for each use of that SQLite sets up a table with a cache of its own. And what stays as it is is not named:
        // SQLite would take it out of its index and put it in again.
        var updated = main.Use(isOpen == turn.IsOpen
            ? "UPDATE streams SET version = ?1, wake_up = ?2, status = ?4, state = ?5 WHERE no = ?6"
            : "UPDATE streams SET version = ?1, wake_up = ?2, is_open = ?3, status = ?4, state = ?5 WHERE no = ?6");
        BindHead(updated, packed, version).Bind(6, stream).Run();
        return (stream, HeadTag.Write(wakes));
    }

    /// <summary>The stream's number, how often it was woken and whether it is open; null if it is not as the turn read it.</summary>
    private static (long Stream, long Wakes, bool IsOpen)? FindAsRead(Database main, Turn turn)
    {
        using var head = main.Use("SELECT no, wakes, is_open FROM streams WHERE id = ?1 AND kind = ?2 AND version = ?3 AND wakes = IFNULL(?4, wakes)")
            .Bind(1, turn.Stream.Id).Bind(2, (long)turn.Stream.Kind).Bind(3, turn.ExpectedVersion).BindOrNull(4, HeadTag.ReadOrNull(turn.ExpectedTag));
        return head.Step() ? (head.Number(0), head.Number(1), head.Number(2) == 1) : null;
    }

    private static Statement BindHead(Statement statement, PackedTurn packed, long version) =>
        statement.Bind(1, version).Bind(2, packed.Turn.NextWakeUp).Bind(3, packed.Turn.IsOpen ? 1L : 0L).Bind(4, packed.Turn.Status).Bind(5, packed.State);
}

/// <summary>The rows of a copy of a message.</summary>
internal static class CopyRows
{
    /// <summary>Keeps a copy in the place of the one with its id, if there is one. A copy that names a lead erased meanwhile is not kept.</summary>
    public static void Write(WriteGroup group, MailCopy copy)
    {
        foreach (var lead in copy.LeadIds)
        {
            if (group.ErasedLeads.Contains(lead))
                return;
        }

        var main = group.Main;
        // Nearly every copy is the first of its message.
        if (!Insert(main, copy))
        {
            using (var former = main.Use("SELECT no, leads FROM copies WHERE id = ?1").Bind(1, copy.Id))
            {
                if (former.Step())
                    Delete(main, former.Number(0), former.Text(1));
            }

            Insert(main, copy);
        }

        var number = main.LastInserted();
        foreach (var lead in copy.LeadIds)
            main.Use("INSERT OR IGNORE INTO copy_leads (lead, copy) VALUES (?1, ?2)").Bind(1, lead).Bind(2, number).Run();
    }

    private static bool Insert(Database main, MailCopy copy) =>
        main.Use("INSERT INTO copies (id, kind, at, leads, sealed) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO NOTHING")
            .Bind(1, copy.Id).Bind(2, copy.Kind).Bind(3, copy.At).Bind(4, JsonSerializer.Serialize(copy.LeadIds)).Bind(5, copy.Sealed).Run() == 1;

    public static void Delete(Database main, long number, string leads)
    {
        foreach (var lead in ReadLeads(leads))
            main.Use("DELETE FROM copy_leads WHERE lead = ?1 AND copy = ?2").Bind(1, lead).Bind(2, number).Run();
        main.Use("DELETE FROM copies WHERE no = ?1").Bind(1, number).Run();
    }

    public static string[] ReadLeads(string leads) => JsonSerializer.Deserialize<string[]>(leads) ?? [];
}
