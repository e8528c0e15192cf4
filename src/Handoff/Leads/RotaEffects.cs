using System.Collections.Immutable;
using Handoff.Routing;

namespace Handoff.Leads;

/// <summary>What an event of a lead changes in the rotas: derived, so that they can be rebuilt from the events.</summary>
public static class RotaEffects
{
    /// <summary>The changes of one event, given the states around it. A lead counts once, for whoever holds it (DESIGN section 8).</summary>
    public static ImmutableArray<RotaChange> Of(Lead before, LeadEvent happened, Lead after)
    {
        ImmutableArray<RotaChange>.Builder? changes = null;
        Add(before, happened, after, ref changes);
        return changes?.DrainToImmutable() ?? [];
    }

    /// <summary>The same, added to those of earlier events; most change nothing.</summary>
    internal static void Add(Lead before, LeadEvent happened, Lead after, ref ImmutableArray<RotaChange>.Builder? changes)
    {
        var (choice, deltas) = happened switch
        {
            Offered { Choice: { } c } => (c, c.Deltas),
            // Of those whom a claim would have asked only one has it.
            Assigned { Choice: { } c } e => (c, c.Deltas.RemoveAll(delta => delta.GotTurn && delta.Rep != e.To)),
            _ => (null, []),
        };
        if (choice is not null && !deltas.IsEmpty)
            Add(ref changes, choice.Team, deltas, deltas.Any(delta => delta.GotTurn));

        var creditBack = happened switch
        {
            OfferDeclined e => e.CreditBack,
            OfferLapsed e => e.CreditBack,
            AcceptanceUndone e => e.CreditBack,
            Assigned e => e.CreditBack,
            LeadReturned e => e.CreditBack,
            _ => false,
        };
        if (creditBack && before.Hold is { Refund.IsEmpty: false } paid)
            Add(ref changes, paid.Team, paid.Refund, false);

        if (before.Hold?.Rep == after.Hold?.Rep && before.Hold?.Team == after.Hold?.Team)
            return;
        if (before.Hold is { } released)
            Add(ref changes, released.Team, [new(released.Rep, -1, 0, false)], false);
        if (after.Hold is { } held)
            Add(ref changes, held.Team, [new(held.Rep, 1, 0, false)], false);
    }

    private static void Add(ref ImmutableArray<RotaChange>.Builder? changes, string team, ImmutableArray<RotaDelta> deltas, bool takesTurn) =>
        (changes ??= ImmutableArray.CreateBuilder<RotaChange>(initialCapacity: 2)).Add(new(team, deltas, takesTurn));
}
