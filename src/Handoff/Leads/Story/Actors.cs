using Handoff.People;

namespace Handoff.Leads.Story;

/// <summary>Who made something happen.</summary>
public static class Actors
{
    /// <summary>The person who did it, or null: the process itself, the lead, or a system beside ours.</summary>
    public static PersonId? Of(LeadEvent happened) => happened switch
    {
        Offered e => e.By,
        OfferDeclined e => e.By,
        OfferAccepted e => e.By,
        AcceptanceUndone e => e.By,
        ReplyUndone e => e.By,
        Assigned { Cause: MoveCause.Taken } e => e.To,
        FirstContactRecorded e => e.By,
        ContactAttempted e => e.By,
        FollowUpPlanned e => e.By,
        FollowUpDropped e => e.By,
        FeedbackGiven e => e.By,
        OutcomeRecorded e => e.By,
        StillOpen e => e.By,
        LeadReturned e => e.By,
        ReturnContested e => e.By,
        ContestVoted e => e.By,
        ContestUpheld e => e.By,
        ContestOverturned e => e.By,
        SentAgain { Cause: FollowCause.Corrected } e => e.By,
        Recycled e => e.By,
        AlertsSnoozed e => e.By,
        MessageRetried e => e.By,
        _ => null,
    };
}
