using System.Collections.Immutable;
using Handoff.People;
using Handoff.Routing;

namespace Handoff.Leads;

/// <summary>What an event of a lead changes in the rotas: derived, so that they can be rebuilt from the events.</summary>
public static class RotaEffects
{
    /// <summary>The changes of one event, given the states around it. A lead counts once, for whoever holds it (DESIGN section 8).</summary>
    public static ImmutableArray<RotaChange> Of(Lead before, LeadEvent happened, Lead after)
    {
        var changes = new List<RotaChange>();
        Add(before.Hold, happened, after.Hold, changes);
        return [.. changes];
    }

    /// <summary>The same, added to those of earlier events; most change nothing.</summary>
    internal static void Add(Hold? before, LeadEvent happened, Hold? after, List<RotaChange> changes)
    {
        var (choice, deltas) = happened switch
        {
            Offered { Choice: { } c } => (c, c.Deltas),
            Assigned { Choice: { } c } e => (c, OfOne(c.Deltas, e.To)),
            _ => (null, []),
        };
        if (choice is not null && !deltas.IsEmpty)
            changes.Add(new(choice.Team, deltas, TakesTurn: deltas.Any(static delta => delta.GotTurn)));

        var creditBack = happened switch
        {
            OfferDeclined e => e.CreditBack,
            OfferLapsed e => e.CreditBack,
            AcceptanceUndone e => e.CreditBack,
            Assigned e => e.CreditBack,
            LeadReturned e => e.CreditBack,
            // Of who has it meanwhile, since it was passed on.
            ReplyUndone e => before is { } has && has.Rep != e.By,
            _ => false,
        };
        if (creditBack && before is { Refund.IsEmpty: false } paid)
            changes.Add(new(paid.Team, paid.Refund, TakesTurn: false));
        if (happened is ReplyUndone { Team: { } team, PaidAgain: { IsDefaultOrEmpty: false } again })
            changes.Add(new(team, again, TakesTurn: false));

        if (before?.Rep == after?.Rep && before?.Team == after?.Team)
            return;
        if (before is { } released)
            changes.Add(new(released.Team, [new(released.Rep, -1, 0, false)], TakesTurn: false));
        if (after is { } held)
            changes.Add(new(held.Team, [new(held.Rep, 1, 0, false)], TakesTurn: false));
    }

    /// <summary>Of those whom a claim would have asked only one has it.</summary>
    private static ImmutableArray<RotaDelta> OfOne(ImmutableArray<RotaDelta> deltas, PersonId has) =>
        deltas.RemoveAll(delta => delta.GotTurn && delta.Rep != has);
}
