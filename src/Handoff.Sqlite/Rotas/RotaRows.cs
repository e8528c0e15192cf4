using System.Collections.Immutable;
using Handoff.People;
using Handoff.Routing;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Rotas;

/// <summary>The rows in which rotas are kept.</summary>
internal static class RotaRows
{
    public static IReadOnlyCollection<RotaSnapshot> Load(Database database)
    {
        Dictionary<string, ImmutableDictionary<PersonId, RotaEntry>.Builder> entries = new(StringComparer.Ordinal);
        using (var rows = database.Use("SELECT team, rep, load, credit, last_turn FROM rota_entries"))
        {
            while (rows.Step())
            {
                var team = rows.Text(0);
                if (!entries.TryGetValue(team, out var known))
                    entries[team] = known = ImmutableDictionary.CreateBuilder<PersonId, RotaEntry>();
                known[new PersonId(rows.Text(1))] = new RotaEntry((int)rows.Number(2), (int)rows.Number(3), rows.Number(4));
            }
        }

        List<RotaSnapshot> rotas = [];
        using var teams = database.Use("SELECT team, turns, version FROM rotas");
        while (teams.Step())
        {
            var team = teams.Text(0);
            var reps = entries.GetValueOrDefault(team)?.ToImmutable() ?? ImmutableDictionary<PersonId, RotaEntry>.Empty;
            rotas.Add(new RotaSnapshot(new Rota { Team = team, Turns = teams.Number(1), Entries = reps }, teams.Number(2)));
        }

        return rotas;
    }

    /// <summary>Writes a rota; the version that is kept grows by one.</summary>
    /// <param name="database">Where.</param>
    /// <param name="rota">The rota.</param>
    /// <param name="reps">Whose entries have changed.</param>
    public static void Save(Database database, Rota rota, IEnumerable<PersonId> reps)
    {
        database.Use("""
            INSERT INTO rotas (team, turns, version) VALUES (?1, ?2, 1)
            ON CONFLICT (team) DO UPDATE SET turns = excluded.turns, version = version + 1
            """).Bind(1, rota.Team).Bind(2, rota.Turns).Run();
        foreach (var rep in reps)
        {
            var entry = rota.Of(rep);
            database.Use("""
                INSERT INTO rota_entries (team, rep, load, credit, last_turn) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT (team, rep) DO UPDATE SET load = excluded.load, credit = excluded.credit, last_turn = excluded.last_turn
                """).Bind(1, rota.Team).Bind(2, rep.Address).Bind(3, entry.Load).Bind(4, entry.Credit).Bind(5, entry.LastTurn).Run();
        }
    }

    /// <summary>Puts these rotas in the place of all there are.</summary>
    public static void Replace(Database database, IReadOnlyCollection<Rota> rotas)
    {
        database.Use("DELETE FROM rota_entries").Run();
        database.Use("UPDATE rotas SET turns = 0, version = version + 1").Run();
        foreach (var rota in rotas)
            Save(database, rota, rota.Entries.Keys);
    }
}
