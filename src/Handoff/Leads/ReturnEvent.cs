using System.Collections.Immutable;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads;

/// <summary>Marketing says that a return was wrong. Why stands in a note of the lead's personal data.</summary>
/// <param name="AnswerBy">Until when the team's manager may answer; then both heads are asked.</param>
public sealed record ReturnContested(Instant At, PersonId By, Instant AnswerBy) : LeadEvent(At);

/// <summary>Nobody answered the contest in time: both heads are asked, and both have to agree.</summary>
public sealed record ContestEscalated(Instant At, ImmutableArray<PersonId> Heads) : LeadEvent(At);

/// <summary>A head said what to do with the contest; the last that a head said counts.</summary>
public sealed record ContestVoted(Instant At, PersonId By, bool Overturns) : LeadEvent(At);

/// <summary>The return stands.</summary>
/// <param name="By">The manager, or the head with whose word both agreed.</param>
public sealed record ContestUpheld(Instant At, PersonId By) : LeadEvent(At);

/// <summary>The return was wrong: it counts against nobody, and a new handoff follows.</summary>
/// <inheritdoc cref="ContestUpheld"/>
public sealed record ContestOverturned(Instant At, PersonId By) : LeadEvent(At);

/// <summary>A new handoff of the same person follows this one; it has no count of its own.</summary>
/// <param name="To">The lead that begins it.</param>
public sealed record SentAgain(Instant At, PersonId By, LeadId To, FollowCause Cause) : LeadEvent(At);

/// <summary>Marketing keeps a lead warm that had come back.</summary>
public sealed record Recycled(Instant At, PersonId By) : LeadEvent(At);
