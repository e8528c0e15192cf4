using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Writing;

/// <summary>The rows of a turn. All checks come before the first change, so a conflict leaves nothing to undo.</summary>
internal static class TurnRows
{
    public static Commit Write(WriteGroup group, Turn turn)
    {
        var main = group.Main;
        if (!LookupRows.AreAsRead(main, turn.Lookups, group.Now) || !WriteHead(main, turn))
            return Commit.Conflict;

        var sequence = turn.ExpectedVersion;
        foreach (var happened in turn.Events)
        {
            main.Run(
                "INSERT INTO events (stream, kind, sequence, at, type, json) VALUES (?1, ?2, ?3, ?4, ?5, CAST(?6 AS TEXT))",
                turn.Stream.Id, turn.Stream.Kind, ++sequence, happened.At, happened.Type, happened.Json);
        }

        if (turn.NewKey is { } key)
            group.KeysToWrite().Run("INSERT OR REPLACE INTO keys (lead, key) VALUES (?1, ?2)", turn.Stream.Id, key);
        if (turn.Record is { } record)
            main.Run("INSERT OR REPLACE INTO records (lead, sealed) VALUES (?1, ?2)", turn.Stream.Id, record);
        foreach (var lookup in turn.Lookups)
            LookupRows.Write(main, lookup);
        foreach (var copy in turn.Copies)
            CopyRows.Write(group, copy);
        foreach (var change in turn.Rota)
            group.Rotas.Apply(change);
        if (turn.Erases)
            Erasure.Erase(group, turn.Stream.Id);
        return Commit.Of(turn.ExpectedVersion == 0 ? "0" : turn.ExpectedTag ?? "");
    }

    /// <summary>Writes the head if it is as the turn read it: the last check, and the first change.</summary>
    private static bool WriteHead(Database main, Turn turn)
    {
        var version = turn.ExpectedVersion + turn.Events.Length;
        if (turn.ExpectedVersion == 0)
        {
            return main.Run(
                """
                INSERT INTO streams (id, kind, version, wake_up, state, shelf, received_at, changed_at, row)
                VALUES (?1, ?2, ?3, ?4, CAST(?5 AS TEXT), ?6, ?7, ?8, CAST(?9 AS TEXT))
                ON CONFLICT (id, kind) DO NOTHING
                """,
                turn.Stream.Id, turn.Stream.Kind, version, turn.NextWakeUp, turn.State,
                turn.Row?.Shelf, turn.Row?.ReceivedAt, turn.Row?.ChangedAt, turn.Row?.Bytes) == 1;
        }

        return main.Run(
            """
            UPDATE streams SET version = ?3, wake_up = ?4, state = CAST(?5 AS TEXT), shelf = ?6, changed_at = ?7, row = CAST(?8 AS TEXT)
            WHERE id = ?1 AND kind = ?2 AND version = ?9 AND wakes = IFNULL(?10, wakes)
            """,
            turn.Stream.Id, turn.Stream.Kind, version, turn.NextWakeUp, turn.State,
            turn.Row?.Shelf, turn.Row?.ChangedAt, turn.Row?.Bytes, turn.ExpectedVersion, turn.ExpectedTag) == 1;
    }
}
