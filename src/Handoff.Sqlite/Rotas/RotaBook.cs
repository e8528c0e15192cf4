using System.Collections.Immutable;
using Handoff.Routing;
using Handoff.Service.Storage;

namespace Handoff.Sqlite.Rotas;

/// <summary>
/// The rotas in memory: of each team what is durable, and what it will be when the turns on their way are. A turn's changes count from the
/// moment it is queued, so that the next lead is given on a true picture without waiting for the disk; a turn that fails or conflicts has
/// them taken back. Turns need not be written in the order in which they were queued: a rota adds up to the same, but for who had which
/// last turn. Safe for many threads.
/// </summary>
internal sealed class RotaBook
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Page> _pages = new(StringComparer.Ordinal);

    public RotaSnapshot Read(string team)
    {
        lock (_lock)
            return _pages.TryGetValue(team, out var page) ? new(page.Current, page.Version) : new(Rota.Empty(team), 0);
    }

    /// <summary>Counts changes from now on; false, and nothing done, when the rota they rest on has changed.</summary>
    public bool TryReserve(RotaGuard? guard, ImmutableArray<RotaChange> changes)
    {
        lock (_lock)
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
    }

    /// <summary>Returns what is durable of a team.</summary>
    public Rota Durable(string team)
    {
        lock (_lock)
            return _pages.TryGetValue(team, out var page) ? page.Durable : Rota.Empty(team);
    }

    /// <summary>Closes turns.</summary>
    /// <param name="turns">What each turn changes, and whether it is durable.</param>
    /// <param name="durable">The rotas that changed, as they are now durable.</param>
    public void Settle(IEnumerable<(ImmutableArray<RotaChange> Changes, bool IsDurable)> turns, IEnumerable<Rota> durable)
    {
        lock (_lock)
        {
            foreach (var rota in durable)
                PageOf(rota.Team).Durable = rota;
            HashSet<Page> wrong = [];
            foreach (var (changes, isDurable) in turns)
            {
                foreach (var change in changes)
                {
                    var page = PageOf(change.Team);
                    page.Pending.Remove(change);
                    if (!isDurable)
                        wrong.Add(page);
                }
            }

            foreach (var page in wrong)
                page.Recount();
        }
    }

    /// <summary>Takes what is durable from the database: at start, after a failed write and after a rebuild.</summary>
    public void Reload(IReadOnlyCollection<RotaSnapshot> stored)
    {
        lock (_lock)
        {
            foreach (var page in _pages.Values)
                page.Durable = Rota.Empty(page.Durable.Team);
            foreach (var (rota, version) in stored)
            {
                var page = PageOf(rota.Team);
                (page.Durable, page.Version) = (rota, Math.Max(page.Version, version));
            }

            foreach (var page in _pages.Values)
                page.Recount();
        }
    }

    private Page PageOf(string team)
    {
        if (!_pages.TryGetValue(team, out var page))
            _pages[team] = page = new Page(Rota.Empty(team));
        return page;
    }

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
