using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads;

/// <summary>
/// Adds up events to the state. Total: an event that does not fit leaves the state as it is, for a ledger is never refused.
/// </summary>
public static class LeadEvolution
{
    /// <summary>The state after a series of events.</summary>
    public static Lead Replay(IEnumerable<LeadEvent> events) => events.Aggregate(Lead.Unborn, Evolve);

    /// <summary>The state after one more event.</summary>
    public static Lead Evolve(Lead lead, LeadEvent happened)
    {
        var after = Apply(lead, happened);
        return after with
        {
            Version = lead.Version + 1,
            ChangedAt = happened.At,
            Milestones = lead.Milestones.After(happened, lead.LastReply),
            LastReply = ReplyEvolution.After(lead, happened),
            FollowUp = FollowUp.After(lead, happened, after.Status),
            Ask = LeadAsk.After(lead.Ask, happened),
        };
    }

    private static Lead Apply(Lead lead, LeadEvent happened) => happened switch
    {
        LeadReceived e => lead with { Reception = e.Reception, ReceivedAt = e.At },
        LeadQualified e => lead with { Status = LeadStatus.Qualified, Owner = Owner.ManagerQueue, RouteSince = e.At, DuplicateOf = null },
        LeftWithMarketing => Place(lead, LeadStatus.Nurture, Owner.Marketing),
        TakenForSpam => Place(lead, LeadStatus.Discarded, Owner.Nobody),
        HeldBack e => Place(lead, LeadStatus.Quarantined, Owner.Marketing) with
        {
            Quarantine = new(e.Cause, e.At, e.Until)
            {
                Reasons = e.Reasons ?? [],
                TryAt = e.Cause == QuarantineCause.Awaited ? e.At : null,
            },
        },
        Released e => lead with { Quarantine = lead.Quarantine is { } held ? held with { ReleasedBy = e.By } : null },
        FetchFailed e => lead with
        {
            Quarantine = lead.Quarantine is { } awaited ? awaited with { TryAt = e.TryAt, Failures = awaited.Failures + 1 } : null,
        },
        AnswersFetched => Place(lead, LeadStatus.Discarded, Owner.Nobody),
        HeldDiscarded => Place(lead, LeadStatus.Discarded, Owner.Nobody),
        JoinedOpenHandoff e => Place(lead, LeadStatus.Duplicate, Owner.Nobody) with { DuplicateOf = e.Of },
        TouchAdded e => lead with { TouchCount = lead.TouchCount + 1, Touches = [.. lead.Touches.TakeLast(Lead.MostTouches - 1), e.From] },
        Offered e => Offer(lead, e),
        OfferDeclined e => Decline(lead, e),
        OfferLapsed e => Lapse(lead, e),
        Queued e => Place(lead, LeadStatus.Qualified, Owner.ManagerQueue) with { ReviewAt = e.ReviewAt },
        OfferAccepted e => Accept(lead, e),
        AcceptanceUndone e => Exclude(Reopen(lead, MoveCause.Undone, e.At), e.By) with { Acceptance = null },
        Assigned e => Assign(lead, e),
        FirstContactRecorded => lead with { Status = LeadStatus.Contacted },
        ContactAttempted e => lead with { LastAttempt = new((lead.LastAttempt?.Number ?? 0) + 1, e.By, e.How, e.At) },
        FeedbackGiven => Release(lead) with { Status = LeadStatus.SalesQualified },
        LeadReturned e => Return(lead, e),
        ReplyUndone e => ReplyEvolution.TakeBack(lead, e),
        OutcomeRecorded e => Record(lead, e.Outcome) with { Outcome = e.Outcome },
        AlertsSnoozed e => lead with
        {
            Snoozes = [.. lead.Snoozes.Append(new(e.By, e.Until, e.IsOnIt)).Where(
                snooze => snooze.Until > e.At && (snooze.By != e.By || snooze.Until == e.Until))],
        },
        ReviewSet e => lead with { ReviewAt = e.ReviewAt },
        ReturnContested or ContestEscalated or ContestVoted or ContestUpheld or ContestOverturned or SentAgain or Recycled =>
            ReturnEvolution.Apply(lead, happened),
        ConsentWithdrawn e => lead with { ConsentWithdrawnAt = e.At },
        LeadErased => Place(lead, LeadStatus.Erased, Owner.Nobody) with { Snoozes = [], Parked = [] },
        _ => MessageEvolution.Apply(lead with { Clocks = ClockEvolution.Evolve(lead.Clocks, happened) }, happened),
    };

    private static Lead Offer(Lead lead, Offered e)
    {
        ImmutableArray<RotaDelta> refund = e.Choice?.CreditBack() ?? [];
        return lead with
        {
            Status = LeadStatus.Offered,
            Owner = e.IsClaim ? Owner.ManagerQueue : Owner.Of(e.To[0]),
            Offer = new(e.Number, e.To, e.IsClaim, e.At, e.Team, refund),
            Offers = e.Number,
            Hold = e.IsClaim ? null : new(e.To[0], e.Team, refund),
            RouteSince = null,
            MovedBecause = null,
            ReviewAt = e.ReviewAt,
            Clocks = ClockEvolution.Hand(lead.Clocks, e.IsClaim ? null : e.To[0], e.At),
        };
    }

    private static Lead Decline(Lead lead, OfferDeclined e)
    {
        var declined = Exclude(lead, e.By) with { Declines = lead.Declines.Add(new(e.By, e.Number)) };
        return lead.Offer is { IsClaim: true } claim && claim.Number == e.Number && claim.To.Remove(e.By) is { IsEmpty: false } left
            ? declined with { Offer = claim with { To = left } }
            : Reopen(declined, MoveCause.Declined, e.At);
    }

    private static Lead Lapse(Lead lead, OfferLapsed e)
    {
        // Who cannot be reached was never told: that time is the team's.
        if (e is { Cause: MoveCause.Undeliverable, Who: [var unreached] })
            lead = lead with { Clocks = ClockEvolution.Tell(lead.Clocks, unreached, Instant.MaxValue) };
        // Of a claim only those lapse whose mail bounced; it stands for the others.
        ImmutableArray<PersonId> left = lead.Offer is { IsClaim: true } claim && claim.Number == e.Number ? claim.To.RemoveRange(e.Who)
            : [];
        var after = left.IsEmpty ? Reopen(lead, e.Cause, e.At) : lead with { Offer = lead.Offer! with { To = left } };
        // Where somebody stepped in, the reps did not let the offer lapse.
        var isFault = !left.IsEmpty || e.Cause is not (MoveCause.Taken or MoveCause.AssignedByManager or MoveCause.TakenBack);
        return isFault ? e.Who.Aggregate(after, Exclude) : after;
    }

    /// <summary>The next turn is to choose a rep.</summary>
    private static Lead Reopen(Lead lead, MoveCause cause, Instant at) => Place(lead, LeadStatus.Qualified, Owner.ManagerQueue) with
    {
        RouteSince = at,
        MovedBecause = cause,
        Clocks = ClockEvolution.Hand(lead.Clocks, null, at),
    };

    private static Lead Accept(Lead lead, OfferAccepted e) => lead with
    {
        Hold = e.Offer == 0 ? null : new(e.By, lead.Offer?.Team ?? lead.Known.Team, lead.Offer?.Refund ?? []),
        Status = LeadStatus.Accepted,
        Owner = Owner.Of(e.By),
        LastOwner = e.By,
        Acceptance = new(e.By, e.At, e.Offer),
        Offer = null,
        RouteSince = null,
        MovedBecause = null,
        ReviewAt = e.ReviewAt,
    };

    private static Lead Assign(Lead lead, Assigned e)
    {
        var assigned = lead with
        {
            Owner = Owner.Of(e.To),
            LastOwner = e.To,
            ReviewAt = e.ReviewAt,
            Hold = e.Team is { } team ? new(e.To, team, e.Choice?.CreditBack() ?? []) : null,
            Clocks = ClockEvolution.Hand(lead.Clocks, e.To, e.At),
        };
        return e.Cause is MoveCause.Taken or MoveCause.AssignedByManager ? assigned : Exclude(assigned, e.From);
    }

    private static Lead Return(Lead lead, LeadReturned e) => e.Effect switch
    {
        ReasonEffect.Return => Place(lead, LeadStatus.Returned, Owner.Nobody),
        ReasonEffect.Nurture => Place(lead, LeadStatus.Nurture, Owner.Marketing),
        ReasonEffect.Discard => Place(lead, LeadStatus.Discarded, Owner.Nobody),
        // It stays in sales, and is offered again.
        ReasonEffect.Reroute => lead,
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.Effect, "An effect says where the lead is."),
    };

    private static Lead Record(Lead lead, Outcome outcome) => outcome switch
    {
        Outcome.Won => Place(lead, LeadStatus.Won, Owner.Nobody),
        Outcome.Lost => Place(lead, LeadStatus.Lost, Owner.Nobody),
        _ => lead,
    };

    /// <summary>It is with that owner, and nobody is asked or holds it.</summary>
    private static Lead Place(Lead lead, LeadStatus status, Owner owner) =>
        Release(lead) with { Status = status, Owner = owner, RouteSince = null, MovedBecause = null };

    private static Lead Release(Lead lead) => lead with { Offer = null, Hold = null, ReviewAt = null };

    private static Lead Exclude(Lead lead, PersonId who) =>
        lead.Excluded.Contains(who) ? lead : lead with { Excluded = lead.Excluded.Add(who) };
}
