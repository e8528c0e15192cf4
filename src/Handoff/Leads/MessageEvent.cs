using Handoff.People;
using NodaTime;

namespace Handoff.Leads;

public sealed record MessageOwed(Instant At, OwedMessage Message) : LeadEvent(At);

/// <summary>A held message may go.</summary>
public sealed record MessageReleased(Instant At, int Number) : LeadEvent(At);

/// <summary>A held message waits longer, or goes to the deputy.</summary>
public sealed record MessageHeld(Instant At, int Number, PersonId To, Instant Until) : LeadEvent(At);

/// <summary>What the message was to say is no longer so; it is not sent.</summary>
public sealed record MessageOvertaken(Instant At, int Number) : LeadEvent(At);

/// <summary>The provider took the message.</summary>
public sealed record MessageSent(Instant At, int Number) : LeadEvent(At);

/// <summary>A delivery failed and is tried again.</summary>
public sealed record MessageFailed(Instant At, int Number, Instant RetryAt, string Reason) : LeadEvent(At);

/// <summary>The message is not tried again: refused for good (a bounce), or failing for a day.</summary>
/// <param name="Number">The message's number.</param>
/// <param name="Refused">Whether it was refused for good.</param>
/// <param name="Reason">Why, without personal data.</param>
/// <param name="IsLost">Whether nobody else could be told that its recipient cannot be reached.</param>
public sealed record MessageParked(Instant At, int Number, bool Refused, string Reason, bool IsLost = false) : LeadEvent(At);

/// <summary>Somebody asked that a parked message be tried again.</summary>
/// <param name="Number">The message's number.</param>
/// <param name="By">Who asked, or null: who runs the product.</param>
public sealed record MessageRetried(Instant At, int Number, PersonId? By) : LeadEvent(At);

/// <summary>The provider says that the recipient's server has the message.</summary>
public sealed record MessageDelivered(Instant At, int Number) : LeadEvent(At);

/// <summary>The provider says that the recipient's server does not take the message for now.</summary>
public sealed record MessageDeferred(Instant At, int Number, string Reason) : LeadEvent(At);

/// <summary>The message did not reach the recipient, though the provider (or the recipient's alerts) had taken it.</summary>
/// <param name="Number">The message's number.</param>
/// <param name="To">Who cannot be reached.</param>
/// <param name="Reason">Why, without personal data.</param>
/// <param name="IsLost">Whether it was an alert that still mattered and nobody else could be told.</param>
public sealed record MessageBounced(Instant At, int Number, PersonId To, MailFate Fate, string Reason, bool IsLost = false) : LeadEvent(At);
