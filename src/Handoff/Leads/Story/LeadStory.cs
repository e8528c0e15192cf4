using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Handoff.Leads.Story;

/// <summary>
/// Says every event of a lead in one plain sentence with the arithmetic in it, from the ledger alone (promise 5). Events hold no
/// personal data of the lead, so no sentence does.
/// </summary>
public static class LeadStory
{
    private static readonly FrozenDictionary<Type, string> Types = typeof(LeadEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(one => one.DerivedType, one => (string)one.TypeDiscriminator!);

    /// <summary>The word under which the ledger keeps this kind of event: <c>clock_started</c>.</summary>
    /// <returns>The discriminator that <see cref="LeadEvent"/> declares for its type.</returns>
    public static string TypeOf(LeadEvent happened) => Types[happened.GetType()];

    /// <summary>The type's name of a case of <see cref="LeadEvent"/>.</summary>
    /// <typeparam name="TEvent">The case; not the union itself.</typeparam>
    public static string TypeOf<TEvent>()
        where TEvent : LeadEvent => Types[typeof(TEvent)];

    /// <summary>
    /// What happened, with its figures. Times are local to the reader and cut to the minute; lengths are told to the second. Where
    /// somebody was chosen, the router's explanation follows the colon, and may take a second sentence for those who were not asked.
    /// </summary>
    /// <param name="reader">Whom it is told to.</param>
    /// <returns>Text in the reader's language that ends with a full stop.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A kind of event has no sentence, which a test excludes.</exception>
    public static string Says(LeadEvent happened, StoryReader reader) => happened switch
    {
        LeadReceived it => new ReceivingStory(reader).Received(it.Reception),
        LeadQualified => new ReceivingStory(reader).Qualified(),
        LeftWithMarketing it => new ReceivingStory(reader).BelowThePoints(it),
        TakenForSpam => new ReceivingStory(reader).Spam,
        HeldBack it => new ReceivingStory(reader).HeldBack(it),
        AnswersFetched it => new ReceivingStory(reader).Fetched(it),
        FetchFailed it => new ReceivingStory(reader).NotFetched(it),
        Released it => new ReceivingStory(reader).Released(it),
        HeldDiscarded it => new ReceivingStory(reader).Discarded(it),
        JoinedOpenHandoff it => new ReceivingStory(reader).Joined(it),
        TouchAdded it => new ReceivingStory(reader).CameBack(it),

        ClockStarted it => new ClockStory(reader).Started(it),
        ClockReplanned it => new ClockStory(reader).Replanned(it),
        ClockPaused it => new ClockStory(reader).Paused(it),
        ClockMet it => new ClockStory(reader).Met(it),
        ClockCancelled it => new ClockStory(reader).Cancelled(it),
        MeetingMoved it => new ClockStory(reader).MeetingMoved(it),
        ClockReopened it => new ClockStory(reader).Reopened(it),
        ClockBreached it => new LadderStory(reader).Breached(it),
        RungPassed it => new LadderStory(reader).Passed(it),
        AlertRepeated it => new LadderStory(reader).Repeated(it),

        Offered it => new OfferStory(reader).Offered(it),
        OfferDeclined it => new OfferStory(reader).Declined(it),
        OfferLapsed it => new OfferStory(reader).Lapsed(it),
        Queued it => new OfferStory(reader).Queued(it),
        OfferAccepted it => new OfferStory(reader).Accepted(it),
        AcceptanceUndone it => new OfferStory(reader).Undone(it),
        ReplyUndone it => new OfferStory(reader).TakenBack(it),

        Assigned it => new HandStory(reader).Assigned(it),
        FirstContactRecorded it => new HandStory(reader).FirstContact(it),
        ContactAttempted it => new HandStory(reader).Attempt(it),
        FollowUpPlanned it => new HandStory(reader).FollowUp(it),
        FollowUpDropped it => new HandStory(reader).FollowUp(it),
        FollowUpMoved it => new HandStory(reader).FollowUp(it),
        FollowUpDue it => new HandStory(reader).FollowUp(it),
        AlertsSnoozed it => new HandStory(reader).Snoozed(it),
        ReviewSet it => new HandStory(reader).Review(it),
        AskPlanned it => new AskStory(reader).Planned(it),
        AskDropped it => new AskStory(reader).Dropped(it),
        LeadAsked it => new AskStory(reader).Asked(it),
        LeadAnswered it => new AskStory(reader).Answered(it),

        FeedbackGiven it => new EndingStory(reader).Feedback(it),
        LeadReturned it => new EndingStory(reader).Returned(it),
        OutcomeRecorded it => new EndingStory(reader).Outcome(it),
        StillOpen it => new EndingStory(reader).StillOpen(it),
        ReturnContested it => new ReturnStory(reader).Contested(it),
        ContestEscalated it => new ReturnStory(reader).Escalated(it),
        ContestVoted it => new ReturnStory(reader).Voted(it),
        ContestUpheld it => new ReturnStory(reader).Upheld(it),
        ContestOverturned it => new ReturnStory(reader).Overturned(it),
        SentAgain it => new ReturnStory(reader).Again(it),
        Recycled it => new ReturnStory(reader).Recycled(it),
        ConsentWithdrawn it => new EndingStory(reader).ConsentWithdrawn(it),
        LeadErased e => new EndingStory(reader).Erased(e),

        MessageOwed it => new OwedStory(reader).Owed(it.Message),
        MessageReleased it => new MessageStory(reader).Released(it.Number),
        MessageHeld it => new MessageStory(reader).Held(it),
        MessageOvertaken it => new MessageStory(reader).Overtaken(it.Number),
        MessageSent it => new MessageStory(reader).Sent(it.Number),
        MessageFailed it => new MessageStory(reader).Failed(it),
        MessageParked it => new MessageStory(reader).Parked(it),
        MessageRetried it => new MessageStory(reader).Retried(it),
        MessageDelivered it => new MessageStory(reader).Delivered(it.Number),
        MessageDeferred it => new MessageStory(reader).Deferred(it),
        MessageBounced it => new MessageStory(reader).Bounced(it),

        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "Every kind of event has a sentence."),
    };
}
