using System.Collections.Concurrent;
using System.Collections.Immutable;
using Handoff.Routing;
using Handoff.Service.Storage;

namespace Handoff.Sqlite.Rotas;

/// <summary>
/// The rotas in memory: of each team what is durable, and what it will be when the turns on their way are. A turn's changes count from the
/// moment it is decided, so that the next lead is given on a true picture without waiting for the disk; a turn that fails or conflicts
/// has them taken back. Turns need not be written in the order in which they were reserved: a rota adds up to the same, but for who had which last turn.
/// Whoever calls holds the writer's gate, unless a member says otherwise.
/// </summary>
internal sealed class RotaBook
{
    // The writer looks into it without the gate, for what only the writer changes.
    private readonly ConcurrentDictionary<string, Page> _pages = new(StringComparer.Ordinal);

    public RotaSnapshot Read(string team) =>
        _pages.TryGetValue(team, out var page) ? new RotaSnapshot(page.Current, page.Version) : new RotaSnapshot(Rota.Empty(team), 0);

    /// <summary>Counts changes from now on; false, and nothing done, when the rota they rest on has changed.</summary>
    public bool TryReserve(RotaGuard? guard, ImmutableArray<RotaChange> changes)
    {
        if (guard is not null && Read(guard.Team).Version != guard.Version)
            return false;

        foreach (var change in changes)
        {
            var page = PageOf(change.Team);
            page.Current = page.Current.Apply(change);
            page.Pending.Add(change);
            page.Version++;
        }

        return true;
    }

    /// <summary>What is durable of a team. Only the writer changes it, so the writer reads it without the gate.</summary>
    public Rota Durable(string team) => _pages.TryGetValue(team, out var page) ? page.Durable : Rota.Empty(team);

    /// <summary>Closes turns.</summary>
    /// <param name="turns">The turns, and whether each is durable.</param>
    /// <param name="durable">The rotas that changed, as they are now durable.</param>
    public void Settle(IEnumerable<(Turn Turn, bool Committed)> turns, IEnumerable<Rota> durable)
    {
        foreach (var rota in durable)
            PageOf(rota.Team).Durable = rota;

        Close(turns.Select(static turn => (turn.Turn.Rota, turn.Committed)));
    }

    /// <summary>Takes what is durable from the database: at start, after a failed write and after a rebuild.</summary>
    public void Reload(IReadOnlyCollection<RotaSnapshot> stored)
    {
        foreach (var (rota, version) in stored)
        {
            var page = PageOf(rota.Team);
            page.Version = Math.Max(page.Version, version);
        }

        var byTeam = stored.ToDictionary(s => s.Rota.Team, s => s.Rota, StringComparer.Ordinal);
        foreach (var (team, page) in _pages)
        {
            var rota = byTeam.GetValueOrDefault(team) ?? Rota.Empty(team);
            if (ReferenceEquals(page.Durable, rota))
                continue;
            page.Durable = rota;
            page.Recount();
        }
    }

    private void Close(IEnumerable<(ImmutableArray<RotaChange> Changes, bool Committed)> reserved)
    {
        HashSet<Page> wrong = [];
        foreach (var (changes, committed) in reserved)
        {
            foreach (var change in changes)
            {
                var page = PageOf(change.Team);
                page.Pending.Remove(change);
                if (!committed)
                    wrong.Add(page);
            }
        }

        foreach (var page in wrong)
            page.Recount();
    }

    private Page PageOf(string team) => _pages.GetOrAdd(team, static name => new Page(Rota.Empty(name)));

    private sealed class Page(Rota empty)
    {
        public Rota Durable { get; set; } = empty;

        public Rota Current { get; set; } = empty;

        public List<RotaChange> Pending { get; } = [];

        public long Version { get; set; }

        public void Recount()
        {
            Current = Pending.Aggregate(Durable, static (rota, change) => rota.Apply(change));
            Version++;
        }
    }
}
