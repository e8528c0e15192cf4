using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads;

/// <summary>Adds up events to the state. Total: an event that does not fit leaves the state as it is, for a ledger is never refused.</summary>
public static class LeadEvolution
{
    /// <summary>The state after a series of events.</summary>
    public static Lead Replay(IEnumerable<LeadEvent> events)
    {
        var state = new LeadState();
        foreach (var happened in events)
            Apply(ref state, happened);
        return new(state);
    }

    /// <summary>The state after one more event.</summary>
    public static Lead Evolve(Lead lead, LeadEvent happened)
    {
        var state = lead.State;
        Apply(ref state, happened);
        return new(state);
    }

    /// <summary>Changes a state by one more event.</summary>
    internal static void Apply(ref LeadState lead, LeadEvent happened)
    {
        lead.Version++;
        var reply = ReplyEvolution.After(lead, happened);
        switch (happened)
        {
            case LeadReceived e:
                (lead.Reception, lead.ReceivedAt) = (e.Reception, e.At);
                break;
            case LeadQualified e:
                (lead.Status, lead.Owner, lead.RouteSince, lead.DuplicateOf) = (LeadStatus.Qualified, Owner.ManagerQueue, e.At, null);
                break;
            case LeftWithMarketing:
                Place(ref lead, LeadStatus.Nurture, Owner.Marketing);
                break;
            case TakenForSpam:
                Place(ref lead, LeadStatus.Discarded, Owner.Nobody);
                break;
            case JoinedOpenHandoff e:
                Place(ref lead, LeadStatus.Duplicate, Owner.Nobody);
                lead.DuplicateOf = e.Of;
                break;
            case TouchAdded e:
                lead.Touches = lead.Touches.Add(e.From);
                break;
            case Offered e:
                Offer(ref lead, e);
                break;
            case OfferDeclined e:
                Decline(ref lead, e);
                break;
            case OfferLapsed e:
                Lapse(ref lead, e);
                break;
            case Queued e:
                Place(ref lead, LeadStatus.Qualified, Owner.ManagerQueue);
                lead.ReviewAt = e.ReviewAt;
                break;
            case OfferAccepted e:
                Accept(ref lead, e);
                break;
            case AcceptanceUndone e:
                Reopen(ref lead, MoveCause.Undone, e.At);
                lead.Acceptance = null;
                Exclude(ref lead, e.By);
                break;
            case Assigned e:
                Assign(ref lead, e);
                break;
            case FirstContactRecorded:
                lead.Status = LeadStatus.Contacted;
                break;
            case FeedbackGiven:
                Release(ref lead);
                lead.Status = LeadStatus.SalesQualified;
                break;
            case LeadReturned e:
                Return(ref lead, e);
                break;
            case ReplyUndone e:
                ReplyEvolution.TakeBack(ref lead, e);
                break;
            case OutcomeRecorded e:
                Record(ref lead, e.Outcome);
                break;
            case AlertsSnoozed e:
                Snooze(ref lead, e);
                break;
            case ReviewSet e:
                lead.ReviewAt = e.ReviewAt;
                break;
            case LeadErased:
                Place(ref lead, LeadStatus.Erased, Owner.Nobody);
                (lead.Snoozes, lead.Parked) = ([], []);
                break;
            default:
                if (!MessageEvolution.Apply(ref lead, happened))
                    lead.Clocks = ClockEvolution.Evolve(lead.Clocks, happened);
                break;
        }

        lead.LastReply = reply;
    }

    private static void Offer(ref LeadState lead, Offered e)
    {
        ImmutableArray<RotaDelta> refund = e.Choice?.CreditBack() ?? [];
        lead.Status = LeadStatus.Offered;
        lead.Owner = e.IsClaim ? Owner.ManagerQueue : Owner.Of(e.To[0]);
        lead.Offer = new(e.Number, e.To, e.IsClaim, e.At, e.Team, refund);
        lead.Offers = e.Number;
        lead.Hold = e.IsClaim ? null : new(e.To[0], e.Team, refund);
        (lead.RouteSince, lead.MovedBecause, lead.ReviewAt) = (null, null, e.ReviewAt);
        lead.Clocks = ClockEvolution.Hand(lead.Clocks, e.IsClaim ? null : e.To[0], e.At);
    }

    private static void Decline(ref LeadState lead, OfferDeclined e)
    {
        Exclude(ref lead, e.By);
        lead.Declines = lead.Declines.Add(new(e.By, e.Number));
        if (lead.Offer is { IsClaim: true } claim && claim.Number == e.Number && claim.To.Remove(e.By) is { IsEmpty: false } left)
            lead.Offer = claim with { To = left };
        else
            Reopen(ref lead, MoveCause.Declined, e.At);
    }

    private static void Lapse(ref LeadState lead, OfferLapsed e)
    {
        // Who cannot be reached was never told: that time is the team's.
        if (e is { Cause: MoveCause.Undeliverable, Who: [var unreached] })
            lead.Clocks = ClockEvolution.Tell(lead.Clocks, unreached, Instant.MaxValue);
        // Of a claim only those lapse whose mail bounced; it stands for the others.
        ImmutableArray<PersonId> left = lead.Offer is { IsClaim: true } claim && claim.Number == e.Number ? claim.To.RemoveRange(e.Who) : [];
        if (!left.IsEmpty)
            lead.Offer = lead.Offer! with { To = left };
        else
            Reopen(ref lead, e.Cause, e.At);

        // Where somebody stepped in, the reps did not let the offer lapse.
        if (!left.IsEmpty || e.Cause is not (MoveCause.Taken or MoveCause.AssignedByManager or MoveCause.TakenBack))
        {
            foreach (var who in e.Who)
                Exclude(ref lead, who);
        }
    }

    /// <summary>The next turn is to choose a rep.</summary>
    private static void Reopen(ref LeadState lead, MoveCause cause, Instant at)
    {
        Place(ref lead, LeadStatus.Qualified, Owner.ManagerQueue);
        (lead.RouteSince, lead.MovedBecause) = (at, cause);
        lead.Clocks = ClockEvolution.Hand(lead.Clocks, null, at);
    }

    private static void Accept(ref LeadState lead, OfferAccepted e)
    {
        lead.Hold = e.Offer == 0 ? null : new(e.By, lead.Offer?.Team ?? lead.Known.Team, lead.Offer?.Refund ?? []);
        (lead.Status, lead.Owner, lead.LastOwner) = (LeadStatus.Accepted, Owner.Of(e.By), e.By);
        lead.Acceptance = new(e.By, e.At, e.Offer);
        (lead.Offer, lead.RouteSince, lead.MovedBecause, lead.ReviewAt) = (null, null, null, e.ReviewAt);
    }

    private static void Assign(ref LeadState lead, Assigned e)
    {
        (lead.Owner, lead.LastOwner, lead.ReviewAt) = (Owner.Of(e.To), e.To, e.ReviewAt);
        lead.Hold = e.Team is { } team ? new(e.To, team, e.Choice?.CreditBack() ?? []) : null;
        if (e.Cause is not (MoveCause.Taken or MoveCause.AssignedByManager))
            Exclude(ref lead, e.From);
        lead.Clocks = ClockEvolution.Hand(lead.Clocks, e.To, e.At);
    }

    private static void Return(ref LeadState lead, LeadReturned e)
    {
        switch (e.Effect)
        {
            case ReasonEffect.Return:
                Place(ref lead, LeadStatus.Returned, Owner.Nobody);
                break;
            case ReasonEffect.Nurture:
                Place(ref lead, LeadStatus.Nurture, Owner.Marketing);
                break;
            case ReasonEffect.Discard:
                Place(ref lead, LeadStatus.Discarded, Owner.Nobody);
                break;
            default:
                break;
        }
    }

    private static void Record(ref LeadState lead, Outcome outcome)
    {
        if (outcome == Outcome.Won)
            Place(ref lead, LeadStatus.Won, Owner.Nobody);
        else if (outcome == Outcome.Lost)
            Place(ref lead, LeadStatus.Lost, Owner.Nobody);
        lead.Outcome = outcome;
    }

    private static void Snooze(ref LeadState lead, AlertsSnoozed e) =>
        lead.Snoozes = [.. lead.Snoozes.Where(s => s.Until > e.At && s.By != e.By), new(e.By, e.Until)];

    /// <summary>It is with that owner, and nobody is asked or holds it.</summary>
    private static void Place(ref LeadState lead, LeadStatus status, Owner owner)
    {
        (lead.Status, lead.Owner) = (status, owner);
        (lead.RouteSince, lead.MovedBecause) = (null, null);
        Release(ref lead);
    }

    private static void Release(ref LeadState lead) => (lead.Offer, lead.Hold, lead.ReviewAt) = (null, null, null);

    private static void Exclude(ref LeadState lead, PersonId who)
    {
        if (!lead.Excluded.Contains(who))
            lead.Excluded = lead.Excluded.Add(who);
    }
}
