using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Routing;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Audit;

/// <summary>Figures equal the events: what each rep holds and is owed, and which leads wait in a team's queue.</summary>
internal sealed class RotaAudit(SimulatedWorld world)
{
    private readonly Dictionary<string, Rota> _rotas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _queues = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Rota> Rotas => _rotas;

    public void Count(Lead before, LeadEvent happened, Lead after)
    {
        foreach (var change in RotaEffects.Of(before, happened, after))
            _rotas[change.Team] = (_rotas.GetValueOrDefault(change.Team) ?? Rota.Empty(change.Team)).Apply(change);
    }

    public void Check(Lead before, Lead after, Turn turn)
    {
        foreach (var team in turn.Rota.Select(change => change.Team).Distinct(StringComparer.Ordinal))
            CheckRota(team);
        if (Waits(before) != Waits(after))
            CheckQueue(after);
    }

    /// <param name="team">The team.</param>
    /// <param name="inOrder">Whether the last turns count too: two hosts whose clocks differ tell events in another order than they happened.</param>
    public void CheckRota(string team, bool inOrder = true)
    {
        var kept = world.Store.RotaNow(team);
        var counted = _rotas.GetValueOrDefault(team) ?? Rota.Empty(team);
        foreach (var rep in kept.Entries.Keys.Union(counted.Entries.Keys))
        {
            var (found, should) = (kept.Of(rep), counted.Of(rep));
            if (inOrder ? found != should : (found.Load, found.Credit) != (should.Load, should.Credit))
                world.Break($"Figures equal the events, and of {rep} in {team} they are {found} and should be {should}.");
        }
    }

    private void CheckQueue(Lead lead)
    {
        var team = lead.Known.Team;
        if (!_queues.TryGetValue(team, out var queue))
            queue = _queues[team] = new(StringComparer.Ordinal);
        _ = Waits(lead) ? queue.Add(lead.Id.Value) : queue.Remove(lead.Id.Value);
        var listed = world.Store.LookupNow($"queue:{team}")?.Data.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (!queue.SetEquals(listed))
            world.Break($"A lead that waits in a queue is listed, and of {team} {listed.Length} are where {queue.Count} wait.");
    }

    private static bool Waits(Lead lead) => lead is { Reception: not null, Status: LeadStatus.Qualified, AwaitsRouting: false };
}
