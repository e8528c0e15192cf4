using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads;

/// <summary>
/// A fact in the life of a lead. Facts are never changed; a reader must go on understanding every one that was ever written. They hold
/// references and figures, never the lead's personal data.
/// </summary>
/// <param name="At">When it happened, UTC.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(LeadReceived), "received")]
[JsonDerivedType(typeof(LeadQualified), "qualified")]
[JsonDerivedType(typeof(LeftWithMarketing), "left_with_marketing")]
[JsonDerivedType(typeof(TakenForSpam), "taken_for_spam")]
[JsonDerivedType(typeof(HeldBack), "held_back")]
[JsonDerivedType(typeof(AnswersFetched), "answers_fetched")]
[JsonDerivedType(typeof(FetchFailed), "fetch_failed")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(HeldDiscarded), "held_discarded")]
[JsonDerivedType(typeof(JoinedOpenHandoff), "joined")]
[JsonDerivedType(typeof(TouchAdded), "touch_added")]
[JsonDerivedType(typeof(ClockStarted), "clock_started")]
[JsonDerivedType(typeof(ClockReplanned), "clock_replanned")]
[JsonDerivedType(typeof(ClockPaused), "clock_paused")]
[JsonDerivedType(typeof(ClockMet), "clock_met")]
[JsonDerivedType(typeof(ClockBreached), "clock_breached")]
[JsonDerivedType(typeof(ClockCancelled), "clock_cancelled")]
[JsonDerivedType(typeof(ClockReopened), "clock_reopened")]
[JsonDerivedType(typeof(MeetingMoved), "meeting_moved")]
[JsonDerivedType(typeof(RungPassed), "rung_passed")]
[JsonDerivedType(typeof(AlertRepeated), "alert_repeated")]
[JsonDerivedType(typeof(Offered), "offered")]
[JsonDerivedType(typeof(OfferDeclined), "offer_declined")]
[JsonDerivedType(typeof(OfferLapsed), "offer_lapsed")]
[JsonDerivedType(typeof(Queued), "queued")]
[JsonDerivedType(typeof(OfferAccepted), "accepted")]
[JsonDerivedType(typeof(AcceptanceUndone), "acceptance_undone")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(FirstContactRecorded), "first_contact_recorded")]
[JsonDerivedType(typeof(ContactAttempted), "contact_attempted")]
[JsonDerivedType(typeof(FollowUpPlanned), "follow_up_planned")]
[JsonDerivedType(typeof(FollowUpDropped), "follow_up_dropped")]
[JsonDerivedType(typeof(FollowUpMoved), "follow_up_moved")]
[JsonDerivedType(typeof(FollowUpDue), "follow_up_due")]
[JsonDerivedType(typeof(FeedbackGiven), "feedback_given")]
[JsonDerivedType(typeof(LeadReturned), "returned")]
[JsonDerivedType(typeof(ReplyUndone), "reply_undone")]
[JsonDerivedType(typeof(ReturnContested), "contested")]
[JsonDerivedType(typeof(ContestEscalated), "contest_escalated")]
[JsonDerivedType(typeof(ContestVoted), "contest_voted")]
[JsonDerivedType(typeof(ContestUpheld), "contest_upheld")]
[JsonDerivedType(typeof(ContestOverturned), "contest_overturned")]
[JsonDerivedType(typeof(SentAgain), "sent_again")]
[JsonDerivedType(typeof(Recycled), "recycled")]
[JsonDerivedType(typeof(OutcomeRecorded), "outcome_recorded")]
[JsonDerivedType(typeof(StillOpen), "still_open")]
[JsonDerivedType(typeof(AlertsSnoozed), "alerts_snoozed")]
[JsonDerivedType(typeof(ReviewSet), "review_set")]
[JsonDerivedType(typeof(AskPlanned), "ask_planned")]
[JsonDerivedType(typeof(AskDropped), "ask_dropped")]
[JsonDerivedType(typeof(LeadAsked), "lead_asked")]
[JsonDerivedType(typeof(LeadAnswered), "lead_answered")]
[JsonDerivedType(typeof(MessageOwed), "message_owed")]
[JsonDerivedType(typeof(MessageReleased), "message_released")]
[JsonDerivedType(typeof(MessageHeld), "message_held")]
[JsonDerivedType(typeof(MessageOvertaken), "message_overtaken")]
[JsonDerivedType(typeof(MessageSent), "message_sent")]
[JsonDerivedType(typeof(MessageFailed), "message_failed")]
[JsonDerivedType(typeof(MessageParked), "message_parked")]
[JsonDerivedType(typeof(MessageRetried), "message_retried")]
[JsonDerivedType(typeof(MessageDelivered), "message_delivered")]
[JsonDerivedType(typeof(MessageDeferred), "message_deferred")]
[JsonDerivedType(typeof(MessageBounced), "message_bounced")]
[JsonDerivedType(typeof(ConsentWithdrawn), "consent_withdrawn")]
[JsonDerivedType(typeof(LeadErased), "erased")]
public abstract record LeadEvent(Instant At);

/// <summary>A request arrived and was stored.</summary>
public sealed record LeadReceived(Instant At, Reception Reception) : LeadEvent(At);

/// <summary>The lead meets the agreement's definition: it is an MQL, and the handoff begins.</summary>
public sealed record LeadQualified(Instant At) : LeadEvent(At);

/// <summary>The lead is below the agreed points and stays with marketing.</summary>
public sealed record LeftWithMarketing(Instant At, int QualifiedAt) : LeadEvent(At);

/// <summary>The honeypot field was filled in.</summary>
public sealed record TakenForSpam(Instant At) : LeadEvent(At);

/// <summary>The same person has an open handoff; this request joined it.</summary>
public sealed record JoinedOpenHandoff(Instant At, LeadId Of) : LeadEvent(At);

/// <summary>The same person asked again.</summary>
public sealed record TouchAdded(Instant At, LeadId From) : LeadEvent(At);

/// <summary>A promise was given.</summary>
/// <param name="Holder">Who had the lead, or null: the team.</param>
/// <param name="MeetingEnds">The end of the meeting from which the time counts; null: it counts from now.</param>
public sealed record ClockStarted(
    Instant At, ClockName Clock, Within Within, ClockMode Mode, string Ladder, PersonId? Holder, ClockPlan Plan,
    Instant? MeetingEnds = null) : LeadEvent(At);

/// <summary>
/// A clock's remaining time was planned anew, on the calendar of the new owner or after a pause; nothing that ran was lost.
/// </summary>
public sealed record ClockReplanned(Instant At, ClockName Clock, ReplanCause Cause, ClockPlan Plan) : LeadEvent(At);

/// <summary>A clock stands still for an excused absence of the owner, at most until <paramref name="Until"/>.</summary>
public sealed record ClockPaused(Instant At, ClockName Clock, Instant AbsentSince, Instant Until, Duration Ran, int DaysRun)
    : LeadEvent(At);

/// <summary>The promise was kept, late if it was breached before.</summary>
public sealed record ClockMet(Instant At, ClockName Clock) : LeadEvent(At);

/// <summary>The clock ran past 100 %.</summary>
public sealed record ClockBreached(Instant At, ClockName Clock, Instant Due, ImmutableArray<Charge> Charges) : LeadEvent(At);

/// <summary>The clock no longer counts.</summary>
/// <param name="Withdrawn">Whether the promise itself was withdrawn (an undo), so that a breach of it counts no more.</param>
public sealed record ClockCancelled(Instant At, ClockName Clock, bool Withdrawn = false) : LeadEvent(At);

/// <summary>A meeting with the person was moved, and no promise with it.</summary>
/// <param name="Ends">When it ends now.</param>
public sealed record MeetingMoved(Instant At, Instant Ends) : LeadEvent(At);

/// <summary>After an undo: the clock runs on as if it had never been met.</summary>
public sealed record ClockReopened(Instant At, ClockName Clock) : LeadEvent(At);

/// <summary>A rung fell due and was carried out, once.</summary>
/// <param name="At">When it was carried out.</param>
/// <param name="Index">Which rung, from 0.</param>
/// <param name="Percent">The share of the clock.</param>
/// <param name="DueAt">When it fell due; <c>At</c> less this is how late it was.</param>
/// <param name="Overtaken">Whether what it was to do had become needless meanwhile.</param>
/// <param name="RepeatAt">Of the last rung: when its alert is repeated.</param>
public sealed record RungPassed(
    Instant At, ClockName Clock, int Index, int Percent, Instant DueAt, bool Overtaken, Instant? RepeatAt) : LeadEvent(At);

/// <summary>After the last rung: the alert was repeated, as once a working day.</summary>
public sealed record AlertRepeated(Instant At, ClockName Clock, Instant DueAt, Instant RepeatAt) : LeadEvent(At);

/// <summary>A rep (in claim mode: several) was asked to take the lead.</summary>
/// <param name="Number">1 for the first offer of this lead, and so on.</param>
/// <param name="IsClaim">Whether the first of several has it.</param>
/// <param name="Team">In whose rota the offer counts.</param>
/// <param name="By">The manager who named the rep, or null: the routing chose.</param>
/// <param name="Choice">Why this rep and why not the others.</param>
/// <param name="ReviewAt">When the rep's shift ends or absence begins.</param>
public sealed record Offered(
    Instant At, int Number, ImmutableArray<PersonId> To, bool IsClaim, string Team, PersonId? By, RoutingChoice? Choice, Instant? ReviewAt)
    : LeadEvent(At);

public sealed record OfferDeclined(Instant At, int Number, PersonId By, string Reason, Fault Fault, bool CreditBack) : LeadEvent(At);

/// <summary>An offer ended unanswered.</summary>
public sealed record OfferLapsed(Instant At, int Number, ImmutableArray<PersonId> Who, MoveCause Cause, bool CreditBack) : LeadEvent(At);

/// <summary>Nobody is to be asked: the lead is in the manager's queue.</summary>
/// <param name="Cause">Why its last holder lost it, or null: it had none.</param>
/// <param name="Choice">Why nobody can take it, or null: its team is no longer in the files.</param>
/// <param name="ReviewAt">When somebody of the team is next on shift who is away now: then they are asked.</param>
public sealed record Queued(Instant At, MoveCause? Cause, RoutingChoice? Choice, Instant? ReviewAt = null) : LeadEvent(At);

/// <summary>A rep took the lead, or a manager did (then <paramref name="Offer"/> is 0).</summary>
public sealed record OfferAccepted(Instant At, PersonId By, int Offer, Instant? ReviewAt) : LeadEvent(At);

/// <summary>The one who accepted took it back.</summary>
public sealed record AcceptanceUndone(Instant At, PersonId By, bool CreditBack) : LeadEvent(At);

/// <summary>
/// An accepted lead changed hands; <c>Team</c> is in whose rota it counts, or null: a manager has it, whose capacity is not counted.
/// </summary>
public sealed record Assigned(
    Instant At, PersonId From, PersonId To, MoveCause Cause, string? Team, RoutingChoice? Choice, Instant? ReviewAt, bool CreditBack)
    : LeadEvent(At);

public sealed record FirstContactRecorded(Instant At, PersonId By, ContactWay How) : LeadEvent(At);

/// <summary>
/// The owner tried to reach the person in a way that the agreement does not count; the first contact is still to be made.
/// </summary>
public sealed record ContactAttempted(Instant At, PersonId By, ContactWay How) : LeadEvent(At);

/// <summary>Sales says that it is a real opportunity.</summary>
public sealed record FeedbackGiven(Instant At, PersonId? By) : LeadEvent(At);

/// <summary>The lead left sales with a reason: back to marketing, kept warm, or thrown away.</summary>
/// <param name="ContestUntil">Until when marketing may contest that; null: it was returned before anybody could.</param>
public sealed record LeadReturned(
    Instant At, PersonId? By, string Reason, ReasonEffect Effect, Fault Fault, bool CreditBack, Instant? ContestUntil = null)
    : LeadEvent(At);

/// <summary>A decline, a first contact, a feedback or an outcome was taken back: the lead is as it was before, with who had it.</summary>
/// <param name="By">Who had told it and takes it back.</param>
/// <param name="Reply">What is taken back.</param>
/// <param name="Team">In whose rota the turn counts again, or null: in none.</param>
/// <param name="PaidAgain">What the turn costs again, where it had been given back.</param>
public sealed record ReplyUndone(Instant At, PersonId By, ReplyKind Reply, string? Team, ImmutableArray<RotaDelta> PaidAgain)
    : LeadEvent(At);

/// <summary>What became of it.</summary>
/// <param name="By">The owner who said so; null: the CRM.</param>
public sealed record OutcomeRecorded(
    Instant At, Outcome Outcome, decimal? Amount, string? Currency, bool HasReason, PersonId? By = null) : LeadEvent(At);

/// <summary>The owner says that an opportunity is still open, as was promised.</summary>
public sealed record StillOpen(Instant At, PersonId By) : LeadEvent(At);

/// <summary>A manager silenced the alerts about this lead to himself.</summary>
/// <param name="IsOnIt">Whether the manager said to be on it, for the agreed time.</param>
public sealed record AlertsSnoozed(Instant At, PersonId By, Instant Until, bool IsOnIt = false) : LeadEvent(At);

/// <summary>
/// The next change (a shift or an absence that begins or ends) of who holds the lead, or in the queue of who may, was looked at again.
/// </summary>
public sealed record ReviewSet(Instant At, Instant? ReviewAt) : LeadEvent(At);

/// <summary>The personal data is destroyed.</summary>
/// <param name="IsExpired">Whether because the agreement kept it no longer; else somebody asked for it.</param>
public sealed record LeadErased(Instant At, bool IsExpired = false) : LeadEvent(At);
