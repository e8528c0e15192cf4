using NodaTime;

namespace Handoff.Leads;

/// <summary>The person, or a program in their name, asked not to be contacted any more.</summary>
/// <param name="ByPerson">Whether the person said so by a link of theirs.</param>
public sealed record ConsentWithdrawn(Instant At, bool ByPerson) : LeadEvent(At);

/// <summary>
/// Consent to be contacted is withdrawn. It ends no handoff, for that is for people to say, but nothing goes to the person any more
/// (<see cref="Lead.MayBeWrittenTo"/>). Idempotent.
/// </summary>
/// <param name="ByPerson">Whether the person said so by a link of theirs.</param>
public sealed record WithdrawConsent(bool ByPerson) : LeadCommand;
