using System.Collections.Immutable;
using Handoff.People;
using Handoff.Processes;
using NodaTime;

namespace Handoff.Agreements.Signing;

/// <summary>An agreement was proposed.</summary>
/// <param name="Since">When it took the place of the one before.</param>
[StoredAs("proposal_made")]
public sealed record ProposalMade(Instant At, Instant Since, ProposalTerms Terms) : ProcessEvent(At);

/// <summary>Somebody signed.</summary>
/// <param name="Content">Names what was signed.</param>
/// <param name="For">For which side.</param>
[StoredAs("proposal_signed")]
public sealed record ProposalSigned(Instant At, PersonId By, string Content, ImmutableArray<SigningOffice> For) : ProcessEvent(At);

/// <summary>Everybody has signed.</summary>
/// <param name="InForceAt">When it comes into force.</param>
[StoredAs("proposal_agreed")]
public sealed record ProposalAgreed(Instant At, Instant InForceAt) : ProcessEvent(At);

/// <summary>Those who had not signed were reminded.</summary>
[StoredAs("proposal_reminded")]
public sealed record ProposalReminded(Instant At) : ProcessEvent(At);

/// <summary>It came into force.</summary>
/// <param name="From">Since when.</param>
[StoredAs("proposal_in_force")]
public sealed record ProposalInForce(Instant At, Instant From) : ProcessEvent(At);

/// <summary>It cannot come into force any more, with all its signatures.</summary>
/// <param name="ByNewer">Whether another one took its place; else it was taken back.</param>
[StoredAs("proposal_voided")]
public sealed record ProposalVoided(Instant At, bool ByNewer) : ProcessEvent(At);

/// <summary>Its time passed before everybody had signed.</summary>
[StoredAs("proposal_expired")]
public sealed record ProposalExpired(Instant At) : ProcessEvent(At);

/// <summary>Its day came, and it did not go with the people of then.</summary>
[StoredAs("proposal_unfit")]
public sealed record ProposalUnfit(Instant At) : ProcessEvent(At);
