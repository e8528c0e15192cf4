using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Routing;
using Handoff.Rows;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Audit;

/// <summary>Figures equal the events: what each rep holds and is owed, and which leads wait in a team's queue.</summary>
internal sealed class RotaAudit(SimulatedWorld world)
{
    private readonly Dictionary<string, Rota> _rotas = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Rota> Rotas => _rotas;

    public void Count(Lead before, LeadEvent happened, Lead after)
    {
        foreach (var change in RotaEffects.Of(before, happened, after))
            _rotas[change.Team] = (_rotas.GetValueOrDefault(change.Team) ?? Rota.Empty(change.Team)).Apply(change);
    }

    public void Check(Lead after, Turn turn)
    {
        foreach (var team in turn.Rota.Select(change => change.Team).Distinct(StringComparer.Ordinal))
            CheckRota(team);
        if (Waits(after) != (turn.Row?.Shelf == LeadShelf.Waiting))
            world.Break(
                $"A lead that waits in a queue is found there, and {world.NameOf(turn.Stream)}, {after.Status}, is not where it belongs.");
    }

    /// <param name="team">The team.</param>
    /// <param name="inOrder">Whether the last turns count too: two hosts whose clocks differ tell events in another order than they
    /// happened.</param>
    public void CheckRota(string team, bool inOrder = true)
    {
        var kept = world.Store.RotaNow(team);
        var counted = _rotas.GetValueOrDefault(team) ?? Rota.Empty(team);
        foreach (var rep in kept.Entries.Keys.Union(counted.Entries.Keys))
        {
            var (found, should) = (kept.Of(rep), counted.Of(rep));
            if (inOrder ? found != should : (found.Load, found.Credit, found.Today) != (should.Load, should.Credit, should.Today))
                world.Break($"Figures equal the events, and of {rep} in {team} they are {found} and should be {should}.");
        }
    }

    private static bool Waits(Lead lead) => lead is { Reception: not null, Status: LeadStatus.Qualified, AwaitsRouting: false };
}
