using System.Text.Json.Serialization;
using Handoff.Agreements.Signing;
using Handoff.Meetings;
using Handoff.Leads;
using Handoff.News;
using Handoff.People;
using Handoff.Privacy;
using NodaTime;

namespace Handoff.Processes;

/// <summary>A fact of a process with a clock of its own that is no lead's: the report, the meeting, a proposal.</summary>
/// <param name="At">When it happened, UTC.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(LetterOwed), "letter_owed")]
[JsonDerivedType(typeof(LetterSent), "letter_sent")]
[JsonDerivedType(typeof(LetterFailed), "letter_failed")]
[JsonDerivedType(typeof(LetterParked), "letter_parked")]
[JsonDerivedType(typeof(LetterBounced), "letter_bounced")]
[JsonDerivedType(typeof(ReportPlanned), "report_planned")]
[JsonDerivedType(typeof(ReportMade), "report_made")]
[JsonDerivedType(typeof(MeetingPlanned), "meeting_planned")]
[JsonDerivedType(typeof(MeetingInvited), "meeting_invited")]
[JsonDerivedType(typeof(MeetingCancelled), "meeting_cancelled")]
[JsonDerivedType(typeof(MeetingHeld), "meeting_held")]
[JsonDerivedType(typeof(DecisionMade), "decision_made")]
[JsonDerivedType(typeof(DecisionClosed), "decision_closed")]
[JsonDerivedType(typeof(DecisionReminded), "decision_reminded")]
[JsonDerivedType(typeof(PaceLooked), "pace_looked")]
[JsonDerivedType(typeof(PaceWarned), "pace_warned")]
[JsonDerivedType(typeof(SourceWarned), "source_warned")]
[JsonDerivedType(typeof(ProposalMade), "proposal_made")]
[JsonDerivedType(typeof(ProposalSigned), "proposal_signed")]
[JsonDerivedType(typeof(ProposalAgreed), "proposal_agreed")]
[JsonDerivedType(typeof(ProposalReminded), "proposal_reminded")]
[JsonDerivedType(typeof(ProposalInForce), "proposal_in_force")]
[JsonDerivedType(typeof(ProposalVoided), "proposal_voided")]
[JsonDerivedType(typeof(ProposalExpired), "proposal_expired")]
[JsonDerivedType(typeof(ProposalUnfit), "proposal_unfit")]
[JsonDerivedType(typeof(NewsTaken), "news_taken")]
[JsonDerivedType(typeof(NewsBehind), "news_behind")]
[JsonDerivedType(typeof(NewsArrived), "news_arrived")]
[JsonDerivedType(typeof(NewsRested), "news_rested")]
[JsonDerivedType(typeof(NewsCovered), "news_covered")]
[JsonDerivedType(typeof(DealTold), "deal_told")]
[JsonDerivedType(typeof(DealRead), "deal_read")]
[JsonDerivedType(typeof(DealFailed), "deal_failed")]
[JsonDerivedType(typeof(DealGivenUp), "deal_given_up")]
[JsonDerivedType(typeof(NewsFailed), "news_failed")]
[JsonDerivedType(typeof(NewsGivenUp), "news_given_up")]
[JsonDerivedType(typeof(ChannelStopped), "channel_stopped")]
[JsonDerivedType(typeof(ChannelResumed), "channel_resumed")]
[JsonDerivedType(typeof(ExpiryPlanned), "expiry_planned")]
[JsonDerivedType(typeof(LeadsExpired), "leads_expired")]
public abstract record ProcessEvent(Instant At);

/// <summary>A mail is owed.</summary>
/// <param name="Number">1 for the first of this process.</param>
/// <param name="About">What it tells of, by the process's own numbers.</param>
public sealed record LetterOwed(Instant At, int Number, PersonId To, LetterKind Kind, int About) : ProcessEvent(At);

/// <summary>The provider took the mail.</summary>
public sealed record LetterSent(Instant At, int Number) : ProcessEvent(At);

/// <summary>A delivery failed and is tried again.</summary>
public sealed record LetterFailed(Instant At, int Number, Instant RetryAt, string Reason) : ProcessEvent(At);

/// <summary>The mail is not tried again.</summary>
public sealed record LetterParked(Instant At, int Number, bool Refused, string Reason) : ProcessEvent(At);

/// <summary>The mail did not reach the person, though the provider had taken it.</summary>
public sealed record LetterBounced(Instant At, int Number, MailFate Fate, string Reason) : ProcessEvent(At);
