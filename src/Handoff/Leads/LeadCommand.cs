using Handoff.Agreements;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads;

/// <summary>What somebody or something asks of a lead. Carried out at once by the decider.</summary>
public abstract record LeadCommand;

/// <summary>A request arrived: the first command of every lead.</summary>
/// <param name="Reception">What is known of it.</param>
/// <param name="Verdict">What the qualification, the honeypot and the search for duplicates said.</param>
/// <param name="Of">The open handoff of the same person, of a duplicate.</param>
/// <param name="Held">Why it is held back, of one that is.</param>
public sealed record Receive(Reception Reception, ReceptionVerdict Verdict, LeadId? Of = null, QuarantineCause? Held = null)
    : LeadCommand;

/// <summary>What becomes of a request when it is received.</summary>
public enum ReceptionVerdict
{
    /// <summary>The handoff begins.</summary>
    Qualified,

    /// <summary>Below the agreed points.</summary>
    BelowThePoints,

    Spam,

    /// <summary>The same person has an open handoff.</summary>
    Duplicate,

    /// <summary>It is authentic, and not understood or suspect.</summary>
    Quarantined,
}

/// <summary>Look what is due: offers, rungs, held messages, absences. Idempotent.</summary>
public sealed record TakeTurn : LeadCommand;

/// <summary>A rep accepts an offer.</summary>
public sealed record AcceptOffer(PersonId By, int Offer) : LeadCommand;

/// <summary>A rep declines an offer.</summary>
public sealed record DeclineOffer(PersonId By, int Offer, string Reason) : LeadCommand;

/// <summary>The one who accepted takes it back.</summary>
public sealed record UndoAccept(PersonId By) : LeadCommand;

/// <summary>Who declined, recorded the contact, gave feedback or told the outcome takes it back.</summary>
public sealed record UndoReply(PersonId By, ReplyKind Reply) : LeadCommand;

/// <summary>Who got the lead from a manager says that they have it.</summary>
public sealed record ConfirmLead(PersonId By) : LeadCommand;

/// <summary>The owner has made the first contact, or tried to.</summary>
/// <param name="Next">When they mean to get in touch again, or null: not said.</param>
public sealed record RecordContact(PersonId By, ContactWay How, FollowUpDay? Next = null) : LeadCommand;

/// <summary>The owner says what came of it: qualified (no reason), or returned with a reason.</summary>
public sealed record GiveFeedback(PersonId By, string? Reason) : LeadCommand;

/// <summary>A manager takes the lead, or a meeting is booked with whoever has it from now on.</summary>
/// <param name="MeetingEnds">When that meeting ends; null: there is none.</param>
public sealed record TakeLead(PersonId By, Instant? MeetingEnds = null) : LeadCommand;

/// <summary>The meeting was moved: the first contact is promised from its new end on, where it still is. Told once.</summary>
public sealed record MoveMeeting(Instant Ends) : LeadCommand;

/// <summary>A manager gives the lead to a named rep.</summary>
public sealed record AssignLead(PersonId By, PersonId To) : LeadCommand;

/// <summary>A manager silences alerts about this lead.</summary>
public sealed record SnoozeAlerts(PersonId By, Instant Until) : LeadCommand;

/// <summary>A manager is on it: no more alerts about this lead to that manager for the agreed time. Clocks and other rungs go on.</summary>
public sealed record AcknowledgeAlerts(PersonId By) : LeadCommand;

/// <summary>A manager hears alerts about this lead again before the silence is over.</summary>
public sealed record EndSnooze(PersonId By) : LeadCommand;

/// <summary>Marketing says that a return was wrong; once, and for a while.</summary>
public sealed record ContestReturn(PersonId By) : LeadCommand;

/// <summary>The manager, or later a head, says whether a contested return stands.</summary>
/// <param name="Again">The id of the handoff that follows one that is overturned.</param>
public sealed record AnswerContest(PersonId By, bool Overturns, LeadId Again) : LeadCommand;

/// <summary>Marketing has corrected a returned lead and hands it over again.</summary>
/// <param name="Again">The id of the handoff that follows.</param>
public sealed record SendAgain(PersonId By, LeadId Again) : LeadCommand;

/// <summary>Marketing keeps a returned lead warm.</summary>
public sealed record Recycle(PersonId By) : LeadCommand;

/// <summary>The CRM, or its owner, says what became of it.</summary>
/// <param name="By">Its owner; null: the CRM.</param>
public sealed record RecordOutcome(Outcome Outcome, decimal? Amount, string? Currency, bool HasReason, PersonId? By = null) : LeadCommand;

/// <summary>The owner of an opportunity says what became of it, where that is promised.</summary>
/// <param name="Outcome">Won or lost; null: it is still open.</param>
/// <param name="Next">Of one still open, when they mean to get in touch again, or null: not said.</param>
/// <param name="Amount">Of one that was won, what it is worth, in <paramref name="Currency"/>; null: not said.</param>
public sealed record TellOutcome(
    PersonId By, Outcome? Outcome, FollowUpDay? Next = null, decimal? Amount = null, string? Currency = null) : LeadCommand;

/// <summary>The same person asked again; idempotent by the other lead's id.</summary>
/// <param name="Meeting">What it says of a meeting with the person, or null.</param>
public sealed record AddTouch(LeadId From, MeetingNews? Meeting = null) : LeadCommand;

/// <summary>What became of an attempt to deliver a message.</summary>
/// <param name="Number">The message's number.</param>
/// <param name="Result">What the provider said.</param>
/// <param name="RetryAfter">The provider's own pause, if it named one.</param>
/// <param name="Reason">Why it failed, without personal data.</param>
public sealed record RecordDelivery(int Number, DeliveryResult Result, Duration? RetryAfter = null, string Reason = "") : LeadCommand;

/// <summary>The result of an attempt to deliver.</summary>
public enum DeliveryResult
{
    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>It may be tried again.</summary>
    Failed,

    /// <summary>It will never be taken.</summary>
    Refused,
}

/// <summary>Try a parked message again. Idempotent: one that is owed already is only not parked.</summary>
/// <param name="By">Who asks, or null: who runs the product.</param>
/// <param name="Number">The message's number.</param>
public sealed record RetryMessage(PersonId? By, int Number) : LeadCommand;

/// <summary>The provider says what became of a message that it took. Idempotent by the message and its fate.</summary>
/// <param name="Message">The message as the ledger has it.</param>
/// <param name="Reason">Why, without personal data.</param>
public sealed record ReportMail(OwedMessage Message, MailFate Fate, string Reason = "") : LeadCommand;

/// <summary>Destroy the personal data: the ledger keeps the counts.</summary>
/// <param name="IsExpired">Whether because the agreement keeps it no longer; else somebody asks for it.</param>
public sealed record EraseLead(bool IsExpired = false) : LeadCommand;
