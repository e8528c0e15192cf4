using System.Collections.Immutable;
using Handoff.People;
using Handoff.Routing;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using NodaTime.Text;

namespace Handoff.Sqlite.Rotas;

/// <summary>The rows in which rotas are kept.</summary>
internal static class RotaRows
{
    public static IReadOnlyCollection<RotaSnapshot> Load(Database database)
    {
        var entries = database.List(
            "SELECT team, rep, load, credit, last_turn, day, given FROM rota_entries",
            static row => (
                Team: row.GetString(0), Rep: new PersonId(row.GetString(1)),
                Entry: new RotaEntry(row.GetInt32(2), row.GetInt32(3), row.GetInt64(4))
                {
                    Today = row.IsDBNull(5) ? null : new(LocalDatePattern.Iso.Parse(row.GetString(5)).Value, row.GetInt32(6)),
                }))
            .ToLookup(static entry => entry.Team, StringComparer.Ordinal);
        return database.List("SELECT team, turns, version FROM rotas", row =>
        {
            var team = row.GetString(0);
            var reps = entries[team].ToImmutableDictionary(static entry => entry.Rep, static entry => entry.Entry);
            return new RotaSnapshot(new Rota { Team = team, Turns = row.GetInt64(1), Entries = reps }, row.GetInt64(2));
        });
    }

    /// <summary>Writes a rota; the version that is kept grows by one.</summary>
    /// <param name="database">Where.</param>
    /// <param name="rota">The rota.</param>
    /// <param name="reps">Whose entries have changed.</param>
    public static void Save(Database database, Rota rota, IEnumerable<PersonId> reps)
    {
        database.Run(
            """
            INSERT INTO rotas (team, turns, version) VALUES (?1, ?2, 1)
            ON CONFLICT (team) DO UPDATE SET turns = excluded.turns, version = version + 1
            """,
            rota.Team, rota.Turns);
        foreach (var rep in reps)
        {
            var entry = rota.Of(rep);
            database.Run(
                """
                INSERT INTO rota_entries (team, rep, load, credit, last_turn, day, given) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                ON CONFLICT (team, rep) DO UPDATE SET load = excluded.load, credit = excluded.credit, last_turn = excluded.last_turn,
                    day = excluded.day, given = excluded.given
                """,
                rota.Team, rep.Value, entry.Load, entry.Credit, entry.LastTurn,
                entry.Today is { } today ? LocalDatePattern.Iso.Format(today.Day) : null, entry.Today?.Given);
        }
    }

    /// <summary>Puts these rotas in the place of all there are.</summary>
    public static void Replace(Database database, IReadOnlyCollection<Rota> rotas)
    {
        database.Run("DELETE FROM rota_entries");
        database.Run("UPDATE rotas SET turns = 0, version = version + 1");
        foreach (var rota in rotas)
            Save(database, rota, rota.Entries.Keys);
    }
}
