using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Handoff.Leads.Story.Italian;
using Handoff.People;

namespace Handoff.Leads.Story;

/// <summary>
/// Says every event of a lead in one plain sentence with the arithmetic in it, from the ledger alone (DESIGN promise 5). Events hold no
/// personal data of the lead, so no sentence does.
/// </summary>
public static class LeadStory
{
    private static readonly FrozenDictionary<Type, string> Types = typeof(LeadEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(one => one.DerivedType, one => (string)one.TypeDiscriminator!);

    /// <summary>The word under which the ledger keeps this kind of event: <c>clock_started</c>.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The discriminator that <see cref="LeadEvent"/> declares for its type.</returns>
    public static string TypeOf(LeadEvent happened) => Types[happened.GetType()];

    /// <summary>The type's name of a case of <see cref="LeadEvent"/>.</summary>
    /// <typeparam name="TEvent">The case; not the union itself.</typeparam>
    public static string TypeOf<TEvent>()
        where TEvent : LeadEvent => Types[typeof(TEvent)];

    /// <summary>
    /// What happened, with its figures. Times are local to the reader and cut to the minute; lengths are told to the second. Where somebody was
    /// chosen, the router's explanation follows the colon, and may take a second sentence for those who were not asked.
    /// </summary>
    /// <param name="happened">The event.</param>
    /// <param name="reader">Whom it is told to.</param>
    /// <returns>Text in the reader's language that ends with a full stop.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A kind of event has no sentence, which a test excludes.</exception>
    public static string Says(LeadEvent happened, StoryReader reader) => reader.Language switch
    {
        Language.En => InEnglish(happened, reader),
        Language.It => ItalianStory.Says(happened, reader),
        _ => throw new ArgumentOutOfRangeException(nameof(reader), reader.Language, "A story is told in every language."),
    };

    private static string InEnglish(LeadEvent happened, StoryReader reader) => happened switch
    {
        LeadReceived it => ReceivingStory.Received(it),
        LeadQualified => ReceivingStory.Qualified(reader),
        LeftWithMarketing it => ReceivingStory.BelowThePoints(it),
        TakenForSpam => ReceivingStory.Spam,
        JoinedOpenHandoff it => ReceivingStory.Joined(it),
        TouchAdded it => ReceivingStory.CameBack(it),

        ClockStarted it => ClockStory.Started(it, reader),
        ClockReplanned it => ClockStory.Replanned(it, reader),
        ClockPaused it => ClockStory.Paused(it, reader),
        ClockMet it => ClockStory.Met(it, reader),
        ClockCancelled it => ClockStory.Cancelled(it),
        ClockReopened it => ClockStory.Reopened(it),
        ClockBreached it => LadderStory.Breached(it, reader),
        RungPassed it => LadderStory.Passed(it, reader),
        AlertRepeated it => LadderStory.Repeated(it, reader),

        Offered it => OfferStory.Offered(it, reader),
        OfferDeclined it => OfferStory.Declined(it, reader),
        OfferLapsed it => OfferStory.Lapsed(it, reader),
        Queued it => OfferStory.Queued(it, reader),
        OfferAccepted it => OfferStory.Accepted(it, reader),
        AcceptanceUndone it => OfferStory.Undone(it, reader),

        Assigned it => HandStory.Assigned(it, reader),
        FirstContactRecorded it => HandStory.FirstContact(it, reader),
        AlertsSnoozed it => HandStory.Snoozed(it, reader),
        ReviewSet it => HandStory.Review(it, reader),

        FeedbackGiven it => EndingStory.Feedback(it, reader),
        ReplyUndone it => OfferStory.TakenBack(it, reader),
        LeadReturned it => EndingStory.Returned(it, reader),
        OutcomeRecorded it => EndingStory.Outcome(it),
        LeadErased => EndingStory.Erased,

        MessageOwed it => OwedStory.Owed(it, reader),
        MessageReleased it => MessageStory.Released(it, reader),
        MessageHeld it => MessageStory.Held(it, reader),
        MessageOvertaken it => MessageStory.Overtaken(it, reader),
        MessageSent it => MessageStory.Sent(it, reader),
        MessageFailed it => MessageStory.Failed(it, reader),
        MessageParked it => MessageStory.Parked(it, reader),
        MessageRetried it => MessageStory.Retried(it, reader),
        MessageDelivered it => MessageStory.Delivered(it, reader),
        MessageDeferred it => MessageStory.Deferred(it, reader),
        MessageBounced it => MessageStory.Bounced(it, reader),

        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "Every kind of event has a sentence."),
    };
}
