using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Handoff.People;
using NodaTime;

namespace Handoff.Alerts;

/// <summary>A fact in a person's alerts.</summary>
/// <param name="At">When it happened, UTC.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AlertRaised), "alert_raised")]
[JsonDerivedType(typeof(WindowOpened), "window_opened")]
[JsonDerivedType(typeof(WindowHeld), "window_held")]
[JsonDerivedType(typeof(WindowClosed), "window_closed")]
[JsonDerivedType(typeof(AlertMailOwed), "mail_owed")]
[JsonDerivedType(typeof(AlertMailSent), "mail_sent")]
[JsonDerivedType(typeof(AlertMailFailed), "mail_failed")]
[JsonDerivedType(typeof(AlertMailParked), "mail_parked")]
[JsonDerivedType(typeof(AlertMailDelivered), "mail_delivered")]
[JsonDerivedType(typeof(AlertMailDeferred), "mail_deferred")]
[JsonDerivedType(typeof(AlertMailBounced), "mail_bounced")]
public abstract record AlertEvent(Instant At);

/// <summary>A lead raised an alert.</summary>
public sealed record AlertRaised(Instant At, PersonId Person, Alert Alert) : AlertEvent(At);

/// <summary>A window opened: what comes until its end waits for it.</summary>
public sealed record WindowOpened(Instant At, Instant EndsAt) : AlertEvent(At);

/// <summary>The window's end waits for the person's next opening; or no longer, for an alert that may go at any hour.</summary>
public sealed record WindowHeld(Instant At, Instant EndsAt) : AlertEvent(At);

/// <summary>The window ended with nothing that was still true.</summary>
public sealed record WindowClosed(Instant At) : AlertEvent(At);

/// <summary>
/// An e-mail is owed; it takes along what waited. <paramref name="Overtaken"/> alerts were no longer true and are dropped.
/// </summary>
public sealed record AlertMailOwed(Instant At, int Number, ImmutableArray<Alert> Alerts, int Overtaken) : AlertEvent(At);

/// <summary>The provider took the e-mail.</summary>
public sealed record AlertMailSent(Instant At, int Number) : AlertEvent(At);

/// <summary>A delivery failed and is tried again.</summary>
public sealed record AlertMailFailed(Instant At, int Number, Instant RetryAt, string Reason) : AlertEvent(At);

/// <summary>The e-mail is not tried again.</summary>
public sealed record AlertMailParked(Instant At, int Number, bool Refused, string Reason) : AlertEvent(At);

/// <summary>The provider says that the person's mail server has the e-mail.</summary>
public sealed record AlertMailDelivered(Instant At, int Number) : AlertEvent(At);

/// <summary>The provider says that the person's mail server does not take the e-mail for now.</summary>
public sealed record AlertMailDeferred(Instant At, int Number, string Reason) : AlertEvent(At);

/// <summary>
/// The e-mail did not reach the person, though the provider had taken it; each lead in it has been told, and alerts who stands in.
/// </summary>
public sealed record AlertMailBounced(Instant At, int Number, Leads.MailFate Fate, string Reason) : AlertEvent(At);
