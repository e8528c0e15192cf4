using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Leads;

/// <summary>Keeps the last reply that can be taken back, and takes it back.</summary>
internal static class ReplyEvolution
{
    /// <summary>What is kept of a reply after an event, given the state before it.</summary>
    public static Reply? After(Lead before, LeadEvent happened) => happened switch
    {
        OfferDeclined e => new(ReplyKind.Decline, e.By, e.At, before.Status, before.Offer, before.Hold, e.CreditBack),
        FirstContactRecorded e =>
            new(e.How == ContactWay.NotSaid ? ReplyKind.Feedback : ReplyKind.Contact, e.By, e.At, before.Status, null, null, false)
            {
                FollowUp = before.FollowUp,
            },
        FeedbackGiven { By: { } by } e => Feedback(before, by, e, creditBack: false),
        // A decline that returns the lead is one reply.
        LeadReturned e when before.LastReply is { Kind: ReplyKind.Decline } declined && declined.At == e.At && declined.By == e.By =>
            declined,
        LeadReturned { By: { } by } e => Feedback(before, by, e, e.CreditBack),
        Assigned { Cause: MoveCause.Rerouted } e => Feedback(before, e.From, e, e.CreditBack),
        OutcomeRecorded { By: { } by } e => new(ReplyKind.Outcome, by, e.At, before.Status, null, before.Hold, CreditBack: false)
        {
            FollowUp = before.FollowUp,
            Outcome = EarlierOutcome.Of(before),
        },
        // What a manager, the CRM or whoever accepts has done since is not taken back by somebody else.
        Assigned or OfferAccepted or AcceptanceUndone or OutcomeRecorded or FeedbackGiven or LeadReturned or ReplyUndone or LeadErased
            or Offered { By: not null } or StillOpen or ReturnContested or SentAgain or Recycled => null,
        _ => before.LastReply,
    };

    private static Reply Feedback(Lead before, PersonId by, LeadEvent e, bool creditBack)
    {
        // Who tells what came of it before a contact was recorded tells both.
        var (status, planned) = before.LastReply is { Kind: ReplyKind.Feedback } contact && contact.At == e.At && contact.By == by
            ? (contact.Status, contact.FollowUp) : (before.Status, before.FollowUp);
        return new(ReplyKind.Feedback, by, e.At, status, null, before.Hold, creditBack) { FollowUp = planned };
    }

    /// <summary>The lead is as it was before the reply.</summary>
    public static Lead TakeBack(Lead lead, ReplyUndone e)
    {
        if (lead.LastReply is not { } reply || reply.By != e.By || reply.Kind != e.Reply)
            return lead;
        var back = lead with
        {
            Status = reply.Status,
            Owner = Owner.Of(e.By),
            RouteSince = null,
            MovedBecause = null,
            ReviewAt = null,
            Outcome = reply.Outcome is { } earlier ? earlier.Outcome : lead.Outcome,
            LastOwner = reply.Kind == ReplyKind.Feedback ? e.By : lead.LastOwner,
        };
        if (reply.Offer is { } offer)
            back = OfferAgain(back, offer, e);
        if (reply.Kind != ReplyKind.Contact)
            back = back with { Hold = reply.Hold, Excluded = lead.Excluded.Remove(e.By) };
        return back with { Clocks = ClockEvolution.Hand(lead.Clocks, back.Owner.Who, e.At) };
    }

    private static Lead OfferAgain(Lead lead, Offer offer, ReplyUndone e)
    {
        var others = lead.Offer is { } standing && standing.Number == offer.Number ? standing.To.Remove(e.By) : [];
        return lead with
        {
            Offer = offer with { To = offer.IsClaim ? others.Add(e.By) : offer.To, At = e.At },
            Owner = offer.IsClaim ? Owner.ManagerQueue : lead.Owner,
            Declines = lead.Declines.Remove(new(e.By, offer.Number)),
        };
    }
}
