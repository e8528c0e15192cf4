using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Processes;

/// <summary>A fact of a process with a clock of its own that is no lead's: the report, the meeting, a proposal.</summary>
/// <remarks>Each event says by <see cref="StoredAsAttribute"/> under which name it is stored.</remarks>
/// <param name="At">When it happened, UTC.</param>
public abstract record ProcessEvent(Instant At);

/// <summary>A mail is owed.</summary>
/// <param name="Number">1 for the first of this process.</param>
/// <param name="About">What it tells of, by the process's own numbers.</param>
[StoredAs("letter_owed")]
public sealed record LetterOwed(Instant At, int Number, PersonId To, LetterKind Kind, int About) : ProcessEvent(At);

/// <summary>The provider took the mail.</summary>
[StoredAs("letter_sent")]
public sealed record LetterSent(Instant At, int Number) : ProcessEvent(At);

/// <summary>A delivery failed and is tried again.</summary>
[StoredAs("letter_failed")]
public sealed record LetterFailed(Instant At, int Number, Instant RetryAt, string Reason) : ProcessEvent(At);

/// <summary>The mail is not tried again.</summary>
[StoredAs("letter_parked")]
public sealed record LetterParked(Instant At, int Number, bool Refused, string Reason) : ProcessEvent(At);

/// <summary>The mail did not reach the person, though the provider had taken it.</summary>
[StoredAs("letter_bounced")]
public sealed record LetterBounced(Instant At, int Number, MailFate Fate, string Reason) : ProcessEvent(At);
