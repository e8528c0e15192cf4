using System.Collections.Immutable;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Alerts;

/// <summary>
/// What the provider tells of a person's e-mails, each fate once. Who hears instead of a person who cannot be reached is each lead's own
/// matter (<see cref="ReportMail"/>): whoever records a failure here has told the leads before.
/// </summary>
public static class AlertMailReports
{
    /// <summary>How long an e-mail is remembered after it went out: longer than a provider goes on trying.</summary>
    private static readonly Duration Remembered = Duration.FromDays(4);

    /// <summary>How many e-mails are remembered at most.</summary>
    private const int MostRemembered = 100;

    /// <summary>What follows when the provider tells a fate.</summary>
    /// <returns>None when it is known, or the e-mail is not or no longer.</returns>
    public static ImmutableArray<AlertEvent> Report(AlertBox box, int number, MailFate fate, string reason, Instant now)
    {
        if (AlertsOf(box, number).IsEmpty || IsKnown(box, number, fate))
            return [];
        return
        [
            fate switch
            {
                MailFate.Delivered => new AlertMailDelivered(now, number),
                MailFate.Deferred => new AlertMailDeferred(now, number, reason),
                _ => new AlertMailBounced(now, number, fate, reason),
            },
        ];
    }

    /// <summary>What an e-mail lists that is owed or went out lately; empty: there is none of that number.</summary>
    public static ImmutableArray<AlertName> AlertsOf(AlertBox box, int number)
    {
        if (box.Outbox.FirstOrDefault(mail => mail.Number == number) is { } owed)
            return Names(owed.Alerts);
        return box.Sent.FirstOrDefault(mail => mail.Number == number)?.Alerts ?? [];
    }

    /// <summary>Whether the fate of this e-mail has been told before.</summary>
    public static bool IsKnown(AlertBox box, int number, MailFate fate) =>
        box.Sent.Any(mail => mail.Number == number && mail.Fates.Contains(fate));

    /// <summary>The state when an e-mail has gone out.</summary>
    internal static AlertBox Remember(AlertBox box, int number, Instant at)
    {
        if (box.Sent.Any(mail => mail.Number == number) || box.Outbox.FirstOrDefault(mail => mail.Number == number) is not { } owed)
            return box;
        var recent = box.Sent.RemoveAll(mail => at - mail.At > Remembered).Add(new(number, Names(owed.Alerts), at, []));
        return box with { Sent = recent.Length > MostRemembered ? recent[^MostRemembered..] : recent };
    }

    /// <summary>The state when a fate has been told.</summary>
    internal static AlertBox Told(AlertBox box, int number, MailFate fate, Instant at)
    {
        // The provider may be quicker than the turn that records that it took the e-mail.
        var known = Remember(box, number, at);
        return known with
        {
            Sent = [.. known.Sent.Select(mail => mail.Number == number ? mail with { Fates = mail.Fates.Add(fate) } : mail)],
            Outbox = fate.IsFailure() ? known.Outbox.RemoveAll(mail => mail.Number == number) : known.Outbox,
            Bounced = known.Bounced + (fate.IsFailure() ? 1 : 0),
        };
    }

    private static ImmutableArray<AlertName> Names(ImmutableArray<Alert> alerts) =>
        [.. alerts.Select(alert => new AlertName(alert.Lead, alert.Number))];
}
