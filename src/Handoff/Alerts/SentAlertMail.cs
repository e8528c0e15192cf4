using System.Collections.Immutable;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Alerts;

/// <summary>Names one alert of one lead.</summary>
/// <param name="Number">The message's number there.</param>
public sealed record AlertName(LeadId Lead, int Number);

/// <summary>An e-mail that went out, remembered while the provider may still say what became of it.</summary>
/// <param name="Number">The e-mail's number.</param>
/// <param name="Fates">What the provider has told.</param>
public sealed record SentAlertMail(int Number, ImmutableArray<AlertName> Alerts, Instant At, ImmutableArray<MailFate> Fates);
