using Handoff.Agreements;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads;

public enum MessageKind
{
    /// <summary>To a rep: take this lead, accept or decline.</summary>
    Offer,

    /// <summary>To a rep: a clock is running.</summary>
    Reminder,

    /// <summary>To a rep: the lead has moved on to somebody else.</summary>
    MovedOn,

    /// <summary>To the one who accepted: confirmation, with undo.</summary>
    Accepted,

    /// <summary>To a rep: an accepted lead is now yours.</summary>
    Assigned,

    GiveFeedback,

    /// <summary>To a rep: the person has asked again.</summary>
    CameBack,

    /// <summary>To the owner: the day has come on which they meant to get in touch again.</summary>
    FollowUp,

    /// <summary>To a manager: a promise is about to break or is broken.</summary>
    Breach,

    /// <summary>To a manager: nobody can take this lead.</summary>
    NobodyEligible,

    /// <summary>To a manager: a message cannot be delivered.</summary>
    DeliveryFailing,

    /// <summary>To a manager: the owner has been away longer than is excused.</summary>
    LongAbsence,

    /// <summary>To marketing, once a day: the lead has come back, and why; because of <see cref="MoveCause.TakenBack"/>: that was a
    /// mistake, and sales goes on.</summary>
    Returned,

    /// <summary>Not to a person: tells the open handoff of the same person that there is one more touch.</summary>
    Touch,

    /// <summary>To a manager: several alerts in one e-mail (of an alert stream, never of a lead).</summary>
    Digest,

    /// <summary>To the team's manager, or to a head: marketing contests a return; does it stand?</summary>
    Contested,

    /// <summary>To marketing: what was answered to a contest.</summary>
    ContestAnswered,

    /// <summary>Not to a person: begins the handoff that follows a returned one.</summary>
    HandAgain,

    /// <summary>To whoever sent the lead: has somebody called?</summary>
    AskLead,

    /// <summary>To a manager: whoever sent the lead says that nobody has called.</summary>
    LeadSaysNo,

    /// <summary>Not to a person: tells the channels what happened.</summary>
    News,
}

/// <summary>
/// What a message is about, in references and figures only (design section 4): the text is rendered when it is delivered.
/// </summary>
public sealed record MessageAbout
{
    /// <summary>The number of the offer, or 0.</summary>
    public int Offer { get; init; }

    /// <summary>The clock, or null.</summary>
    public ClockName? Clock { get; init; }

    /// <summary>The share of the clock at which the rung stands, in percent, or 0.</summary>
    public int Percent { get; init; }

    /// <summary>The deadline that the message speaks of.</summary>
    public Instant? Due { get; init; }

    /// <summary>The reason's code, of a return or decline.</summary>
    public string? Reason { get; init; }

    /// <summary>The other person: who has the lead now, who declined, whose mail fails.</summary>
    public PersonId? Other { get; init; }

    /// <summary>Why, in one of the words of <see cref="MoveCause"/>.</summary>
    public MoveCause? Cause { get; init; }

    /// <summary>The other lead, of a touch.</summary>
    public LeadId? Lead { get; init; }

    /// <summary>Who was to hear this alert and cannot be reached; whoever hears it instead is the last to be tried.</summary>
    public PersonId? InsteadOf { get; init; }

    /// <summary>The kind of message that cannot be delivered.</summary>
    public MessageKind? Failing { get; init; }

    /// <summary>Of news: it tells what happened after so many events.</summary>
    public int? After { get; init; }
}

/// <summary>A message that is owed: it exists exactly when the event that caused it exists.</summary>
public sealed record OwedMessage
{
    /// <summary>The number within the lead; the id is unique together with the lead's.</summary>
    public required int Number { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>Who gets it; <see cref="PersonId.Nobody"/> of a touch, and of what goes to the person of the lead.</summary>
    public required PersonId To { get; init; }

    public required MessageAbout About { get; init; }

    /// <summary>Since when it is owed.</summary>
    public required Instant OwedAt { get; init; }

    /// <summary>When it may go: now, at the recipient's next opening, or at the next try.</summary>
    public required Instant NotBefore { get; init; }

    /// <summary>Whether it waits for the recipient's opening and is decided again then.</summary>
    public bool IsHeld { get; init; }

    /// <summary>How often delivery has been tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When delivery was first tried; a day later it is parked.</summary>
    public Instant? FirstTriedAt { get; init; }

    /// <summary>Whether the recipient's calendar does not matter (an elapsed clock, or an answer to what the person just did).</summary>
    public bool AtAnyHour { get; init; }

    /// <summary>Whether it tells the recipient that a lead is theirs to answer for.</summary>
    public bool TellsOfLead => Kind is MessageKind.Offer or MessageKind.Assigned;

    public bool IsAlert => IsAlertKind(Kind);

    /// <summary>Whether it goes into a stream of the recipient's, which gathers several, instead of straight into the mail.</summary>
    public bool IsGathered => IsAlert || Kind == MessageKind.Returned;

    /// <summary>Whether a message of this kind is to another lead or to the channels, and no person reads it.</summary>
    public static bool IsToLead(MessageKind kind) => kind is MessageKind.Touch or MessageKind.HandAgain or MessageKind.News;

    /// <summary>Whether messages of this kind are alerts.</summary>
    public static bool IsAlertKind(MessageKind kind) =>
        kind is MessageKind.Breach or MessageKind.NobodyEligible or MessageKind.DeliveryFailing or MessageKind.LongAbsence
            or MessageKind.LeadSaysNo;
}

/// <summary>Why a lead changes hands.</summary>
public enum MoveCause
{
    /// <summary>The ladder's reassign rung.</summary>
    Reassigned,

    Declined,

    ShiftEnded,

    /// <summary>The rep is away, or no longer in the files.</summary>
    Absence,

    /// <summary>The rep's mail bounced.</summary>
    Undeliverable,

    Undone,

    /// <summary>A manager took the lead.</summary>
    Taken,

    /// <summary>A manager assigned the lead.</summary>
    AssignedByManager,

    /// <summary>Somebody else claimed it.</summary>
    ClaimedByOther,

    /// <summary>The rep returned it after acceptance with a reason that re-routes.</summary>
    Rerouted,

    Ended,

    /// <summary>Whoever had declined it or passed it on took that back.</summary>
    TakenBack,
}
