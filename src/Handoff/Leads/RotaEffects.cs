using System.Collections.Immutable;
using Handoff.People;
using Handoff.Routing;

namespace Handoff.Leads;

/// <summary>What an event of a lead changes in the rotas: derived, so that they can be rebuilt from the events.</summary>
public static class RotaEffects
{
    /// <summary>
    /// The changes of one event, given the states around it. A lead counts once, for whoever holds it (design section 8).
    /// </summary>
    public static IEnumerable<RotaChange> Of(Lead before, LeadEvent happened, Lead after)
    {
        var (choice, deltas) = happened switch
        {
            Offered { Choice: { } c } => (c, c.Deltas),
            Assigned { Choice: { } c } e => (c, OfOne(c.Deltas, e.To)),
            _ => (null, []),
        };
        if (choice is not null && !deltas.IsEmpty)
            yield return new(choice.Team, deltas, TakesTurn: deltas.Any(static delta => delta.GotTurn));
        if (CreditsBack(happened, before.Hold) && before.Hold is { Refund.IsEmpty: false } paid)
            yield return new(paid.Team, paid.Refund, TakesTurn: false);
        if (happened is ReplyUndone { Team: { } team, PaidAgain: { IsDefaultOrEmpty: false } again })
            yield return new(team, again, TakesTurn: false);
        if (before.Hold?.Rep == after.Hold?.Rep && before.Hold?.Team == after.Hold?.Team)
            yield break;
        if (before.Hold is { } released)
            yield return new(released.Team, [new(released.Rep, -1, 0, false)], TakesTurn: false);
        if (after.Hold is { } held)
            yield return new(held.Team, [new(held.Rep, 1, 0, false)], TakesTurn: false);
    }

    private static bool CreditsBack(LeadEvent happened, Hold? before) => happened switch
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

    /// <summary>Of those whom a claim would have asked only one has it.</summary>
    private static ImmutableArray<RotaDelta> OfOne(ImmutableArray<RotaDelta> deltas, PersonId has) =>
        deltas.RemoveAll(delta => delta.GotTurn && delta.Rep != has);
}
