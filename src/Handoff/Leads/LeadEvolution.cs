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
    public static Lead Replay(IEnumerable<LeadEvent> events) => events.Aggregate(Lead.Unborn, Evolve);

    /// <summary>The state after one more event.</summary>
    public static Lead Evolve(Lead lead, LeadEvent happened) => Apply(lead, happened) with { Version = lead.Version + 1 };

    /// <summary>As <see cref="Evolve"/>, but for the version: whoever adds up many counts them once.</summary>
    internal static Lead Apply(Lead lead, LeadEvent happened) => happened switch
    {
        LeadReceived e => lead with { Reception = e.Reception, ReceivedAt = e.At },
        LeadQualified e => lead with { Status = LeadStatus.Qualified, Owner = Owner.ManagerQueue, RouteSince = e.At, DuplicateOf = null },
        LeftWithMarketing => Ended(lead, LeadStatus.Nurture, Owner.Marketing),
        TakenForSpam => Ended(lead, LeadStatus.Discarded, Owner.Nobody),
        JoinedOpenHandoff e => Ended(lead, LeadStatus.Duplicate, Owner.Nobody) with { DuplicateOf = e.Of },
        TouchAdded e => lead with { Touches = lead.Touches.Add(e.From) },
        Offered e => Offer(lead, e),
        OfferDeclined e => Declined(lead, e),
        OfferLapsed e => Lapsed(lead, e),
        Queued e => Unheld(lead) with
        {
            Status = LeadStatus.Qualified,
            Owner = Owner.ManagerQueue,
            RouteSince = null,
            MovedBecause = null,
            ReviewAt = e.ReviewAt,
        },
        OfferAccepted e => Accept(lead, e),
        AcceptanceUndone e => Routable(lead, MoveCause.Undone, e.At) with { Acceptance = null, Excluded = Exclude(lead.Excluded, e.By) },
        Assigned e => Assign(lead, e),
        FirstContactRecorded => lead with { Status = LeadStatus.Contacted },
        FeedbackGiven => Unheld(lead) with { Status = LeadStatus.SalesQualified },
        LeadReturned e => Return(lead, e),
        OutcomeRecorded e => e.Outcome switch
        {
            Leads.Outcome.Won => Ended(lead, LeadStatus.Won, Owner.Nobody) with { Outcome = e.Outcome },
            Leads.Outcome.Lost => Ended(lead, LeadStatus.Lost, Owner.Nobody) with { Outcome = e.Outcome },
            _ => lead with { Outcome = e.Outcome },
        },
        AlertsSnoozed e => lead with { Snoozes = [.. lead.Snoozes.Where(s => s.Until > e.At && s.By != e.By), new(e.By, e.Until)] },
        ReviewSet e => lead with { ReviewAt = e.ReviewAt },
        LeadErased => Ended(lead, LeadStatus.Erased, Owner.Nobody) with { Snoozes = [], Parked = [] },
        MessageOwed e => Owe(lead, e.Message),
        MessageReleased e => Change(lead, e.Number, m => m with { IsHeld = false, NotBefore = e.At }),
        MessageHeld e => Change(lead, e.Number, m => m with { IsHeld = true, To = e.To, NotBefore = e.Until }),
        MessageFailed e => Change(lead, e.Number, m => m with
        {
            Attempts = m.Attempts + 1,
            FirstTriedAt = m.FirstTriedAt ?? e.At,
            NotBefore = e.RetryAt,
        }),
        MessageSent e => Drop(lead, e.Number),
        MessageOvertaken e => Drop(lead, e.Number),
        MessageParked { IsLost: true } e => Report(Park(lead, e.Number), new(e.Number, MailFate.Undeliverable, IsLost: true)),
        MessageParked e => Park(lead, e.Number),
        MessageRetried e => Retry(lead, e),
        MessageDelivered e => Report(lead, new(e.Number, MailFate.Delivered)),
        MessageDeferred e => Report(lead, new(e.Number, MailFate.Deferred)),
        MessageBounced e => Report(Drop(lead, e.Number), new(e.Number, e.Fate, e.IsLost)),
        _ => lead with { Clocks = ClockEvolution.Evolve(lead.Clocks, happened) },
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

    private static Lead Declined(Lead lead, OfferDeclined e)
    {
        var excluded = Exclude(lead.Excluded, e.By);
        var declines = lead.Declines.Add(new(e.By, e.Number));
        if (lead.Offer is not { IsClaim: true } offer || offer.Number != e.Number)
            return Routable(lead, MoveCause.Declined, e.At) with { Excluded = excluded, Declines = declines };
        var left = offer.To.Remove(e.By);
        return left.IsEmpty
            ? Routable(lead, MoveCause.Declined, e.At) with { Excluded = excluded, Declines = declines }
            : lead with { Excluded = excluded, Declines = declines, Offer = offer with { To = left } };
    }

    private static Lead Lapsed(Lead lead, OfferLapsed e)
    {
        // Of a claim only those lapse whose mail bounced; it stands for the others.
        if (lead.Offer is { IsClaim: true } claim && claim.Number == e.Number && claim.To.RemoveRange(e.Who) is { IsEmpty: false } left)
            return lead with { Excluded = e.Who.Aggregate(lead.Excluded, Exclude), Offer = claim with { To = left } };
        return LapsedWhole(lead, e);
    }

    private static Lead LapsedWhole(Lead lead, OfferLapsed e) => Routable(lead, e.Cause, e.At) with
    {
        // Where a manager stepped in, the reps did not let the offer lapse.
        Excluded = e.Cause is MoveCause.Taken or MoveCause.AssignedByManager ? lead.Excluded : e.Who.Aggregate(lead.Excluded, Exclude),
    };

    private static Lead Routable(Lead lead, MoveCause cause, Instant at) => Unheld(lead) with
    {
        Status = LeadStatus.Qualified,
        Owner = Owner.ManagerQueue,
        RouteSince = at,
        MovedBecause = cause,
        Clocks = ClockEvolution.Hand(lead.Clocks, null, at),
    };

    private static Lead Accept(Lead lead, OfferAccepted e) => lead with
    {
        Status = LeadStatus.Accepted,
        Owner = Owner.Of(e.By),
        Acceptance = new(e.By, e.At, e.Offer),
        LastOwner = e.By,
        Hold = e.Offer == 0 ? null : new(e.By, lead.Offer?.Team ?? lead.Known.Team, lead.Offer?.Refund ?? []),
        Offer = null,
        RouteSince = null,
        MovedBecause = null,
        ReviewAt = e.ReviewAt,
    };

    private static Lead Assign(Lead lead, Assigned e) => lead with
    {
        Owner = Owner.Of(e.To),
        LastOwner = e.To,
        Hold = e.Team is { } team ? new(e.To, team, e.Choice?.CreditBack() ?? []) : null,
        ReviewAt = e.ReviewAt,
        Excluded = e.Cause is MoveCause.Taken or MoveCause.AssignedByManager ? lead.Excluded : Exclude(lead.Excluded, e.From),
        Clocks = ClockEvolution.Hand(lead.Clocks, e.To, e.At),
    };

    private static Lead Return(Lead lead, LeadReturned e) => e.Effect switch
    {
        ReasonEffect.Return => Ended(lead, LeadStatus.Returned, Owner.Nobody),
        ReasonEffect.Nurture => Ended(lead, LeadStatus.Nurture, Owner.Marketing),
        ReasonEffect.Discard => Ended(lead, LeadStatus.Discarded, Owner.Nobody),
        _ => lead,
    };

    private static Lead Ended(Lead lead, LeadStatus status, Owner owner) => Unheld(lead) with
    {
        Status = status,
        Owner = owner,
        RouteSince = null,
        MovedBecause = null,
    };

    private static Lead Unheld(Lead lead) => lead with { Offer = null, Hold = null, ReviewAt = null };

    private static Lead Owe(Lead lead, OwedMessage message) => lead with
    {
        Outbox = lead.Outbox.Add(message),
        Messages = Math.Max(lead.Messages, message.Number),
    };

    private static ImmutableArray<PersonId> Exclude(ImmutableArray<PersonId> excluded, PersonId who) =>
        excluded.Contains(who) ? excluded : excluded.Add(who);

    private static Lead Change(Lead lead, int number, Func<OwedMessage, OwedMessage> change) => lead with
    {
        Outbox = [.. lead.Outbox.Select(message => message.Number == number ? change(message) : message)],
    };

    private static Lead Report(Lead lead, MailReport report) => lead with { Reports = lead.Reports.Add(report) };

    private static Lead Park(Lead lead, int number) =>
        Drop(lead, number) with { Parked = [.. lead.Parked, .. lead.Outbox.Where(message => message.Number == number)] };

    /// <summary>It is owed as on the first day, and waits for its recipient's opening like any other.</summary>
    private static Lead Retry(Lead lead, MessageRetried e) => lead with
    {
        Parked = lead.Parked.RemoveAll(message => message.Number == e.Number),
        Outbox = [.. lead.Outbox, .. lead.Parked.Where(message => message.Number == e.Number)
            .Select(message => message with { IsHeld = true, NotBefore = e.At, Attempts = 0, FirstTriedAt = null })],
    };

    private static Lead Drop(Lead lead, int number) => lead with { Outbox = lead.Outbox.RemoveAll(message => message.Number == number) };
}
