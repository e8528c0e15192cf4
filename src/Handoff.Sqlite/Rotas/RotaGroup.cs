using Handoff.People;
using Handoff.Routing;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Rotas;

/// <summary>
/// What the turns of one group change in rotas: gathered, and written once for each team and rep however many turns there are.
/// </summary>
internal sealed class RotaGroup(RotaBook book)
{
    private readonly Dictionary<string, (Rota Rota, HashSet<PersonId> Reps)> _changed = new(StringComparer.Ordinal);

    /// <summary>The rotas that changed, as they will be when the group is durable.</summary>
    public IEnumerable<Rota> Rotas => _changed.Values.Select(c => c.Rota);

    public void Apply(RotaChange change)
    {
        var (rota, reps) = _changed.TryGetValue(change.Team, out var known) ? known : (book.Durable(change.Team), []);
        foreach (var delta in change.Deltas)
            reps.Add(delta.Rep);
        _changed[change.Team] = (rota.Apply(change), reps);
    }

    public void Save(Database database)
    {
        foreach (var (rota, reps) in _changed.Values)
            RotaRows.Save(database, rota, reps);
    }
}
