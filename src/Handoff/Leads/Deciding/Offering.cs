using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;

namespace Handoff.Leads.Deciding;

/// <summary>Chooses who is asked next (design section 6).</summary>
internal static class Offering
{
    /// <summary>Offers the lead to whom the routing chooses; nobody: the manager's queue, at once, with an alert.</summary>
    public static void Next(DecisionDraft draft) => Carry(draft, draft.Route());

    public static void Carry(DecisionDraft draft, RoutingChoice? choice)
    {
        if (choice is not { Chosen.IsEmpty: false })
        {
            var wasQueued = draft.Lead is { Status: LeadStatus.Qualified, AwaitsRouting: false };
            var cause = draft.Lead.MovedBecause;
            draft.Emit(new Queued(draft.Now, cause, choice, NextChance(choice)));
            if (!wasQueued)
                Messages.Alert(
                    draft, MessageKind.NobodyEligible, AlertTarget.Manager, new() { Clock = ClockName.Accept, Cause = cause },
                    AtAnyHour(draft));
            return;
        }

        To(draft, choice.Chosen, choice.Strategy == Strategy.Claim && !choice.ByExistingOwner, choice.Team, by: null, choice);
    }

    /// <summary>
    /// When somebody who is away now is next on shift, or the next day of somebody whose quota is reached begins; null: there is nobody, or
    /// nobody knows until when. What else makes somebody eligible (capacity, a change of the files) has no time: whoever makes it so wakes
    /// the lead.
    /// </summary>
    public static NodaTime.Instant? NextChance(RoutingChoice? choice) => choice?.Considered
        .Where(one => one.Verdict is Verdict.Absent or Verdict.OffShift or Verdict.AtQuota)
        .Min(one => one.OnShiftAt);

    public static void To(
        DecisionDraft draft, ImmutableArray<PersonId> reps, bool isClaim, string team, PersonId? by, RoutingChoice? choice)
    {
        var number = draft.Lead.Offers + 1;
        draft.Emit(
            new Offered(draft.Now, number, reps, isClaim, team, by, choice, Reviewing.NextFor(draft, reps.AsSpan(), shiftCounts: true)));
        var due = draft.Lead.Unmet(ClockName.Accept)?.Plan.Due;
        foreach (var rep in reps)
            Messages.Owe(
                draft, MessageKind.Offer, rep,
                new() { Offer = number, Clock = ClockName.Accept, Due = due, Cause = choice is null ? MoveCause.AssignedByManager : null },
                AtAnyHour(draft));
    }

    /// <summary>
    /// Ends the offer that stands; those who have seen it are told, but for <paramref name="except"/>, who is asked again.
    /// </summary>
    public static void Lapse(DecisionDraft draft, MoveCause cause, PersonId? except = null)
    {
        if (draft.Lead.Offer is not { } offer)
            return;
        var seen = Seen(draft, offer);
        // Only a rep who had the offer and let it run out pays for the turn (design section 6).
        draft.Emit(new OfferLapsed(draft.Now, offer.Number, offer.To, cause, CreditBack: cause != MoveCause.Reassigned || seen.IsEmpty));
        if (cause == MoveCause.Undeliverable)
            return;
        foreach (var rep in seen)
        {
            if (rep != except)
                Messages.Owe(draft, MessageKind.MovedOn, rep, new() { Offer = offer.Number, Cause = cause });
        }
    }

    /// <summary>Ends the offer for one rep who cannot be reached, without fault; of a claim it stands for the others.</summary>
    public static void LapseFor(DecisionDraft draft, Offer offer, PersonId rep)
    {
        if (offer is { IsClaim: true, To.Length: > 1 })
            draft.Emit(new OfferLapsed(draft.Now, offer.Number, [rep], MoveCause.Undeliverable, CreditBack: true));
        else
            Lapse(draft, MoveCause.Undeliverable);
    }

    /// <summary>Those asked who have seen the offer: whose mail the provider took.</summary>
    public static ImmutableArray<PersonId> Seen(DecisionDraft draft, Offer offer) => offer.To.RemoveAll(rep =>
        draft.Lead.Outbox.Any(message => message.Kind == MessageKind.Offer && message.About.Offer == offer.Number && message.To == rep));

    public static bool AtAnyHour(DecisionDraft draft) => draft.Lead.UnmetClock is { Mode: Calendars.ClockMode.Elapsed };
}
