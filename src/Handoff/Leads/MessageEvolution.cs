using System.Collections.Immutable;
using NodaTime;

namespace Handoff.Leads;

/// <summary>How events change the messages that a lead owes.</summary>
internal static class MessageEvolution
{
    /// <summary>A mail that takes longer than this to go has told nobody in time.</summary>
    private static readonly Duration Late = Duration.FromMinutes(1);

    /// <summary>Changes a state by one more event; false: the event does not concern messages.</summary>
    public static bool Apply(ref LeadState lead, LeadEvent happened)
    {
        switch (happened)
        {
            case MessageOwed e:
                lead.Outbox = lead.Outbox.Add(e.Message);
                lead.Messages = Math.Max(lead.Messages, e.Message.Number);
                if (e.Message.NotBefore > e.At)
                    Tell(ref lead, e.Message);
                return true;
            case MessageReleased e:
                Change(ref lead, e.Number, e, static (message, e) => message with { IsHeld = false, NotBefore = e.At });
                return true;
            case MessageHeld e:
                Change(ref lead, e.Number, e, static (message, e) => message with { IsHeld = true, To = e.To, NotBefore = e.Until });
                return true;
            case MessageFailed e:
                Change(ref lead, e.Number, e, static (message, e) => message with
                {
                    Attempts = message.Attempts + 1,
                    FirstTriedAt = message.FirstTriedAt ?? e.At,
                    NotBefore = e.RetryAt,
                });
                return true;
            case MessageSent e:
                if (Drop(ref lead, e.Number) is { } sent && e.At - sent.NotBefore >= Late)
                    Tell(ref lead, sent with { NotBefore = e.At });
                return true;
            case MessageOvertaken e:
                if (Drop(ref lead, e.Number) is { TellsOfLead: true } overtaken)
                    lead.Clocks = ClockEvolution.NeverTold(lead.Clocks, overtaken.To);
                return true;
            case MessageParked e:
                Park(ref lead, e.Number);
                if (e.IsLost)
                    Report(ref lead, new(e.Number, MailFate.Undeliverable, IsLost: true));
                return true;
            case MessageRetried e:
                Retry(ref lead, e);
                return true;
            case MessageDelivered e:
                Report(ref lead, new(e.Number, MailFate.Delivered));
                return true;
            case MessageDeferred e:
                Report(ref lead, new(e.Number, MailFate.Deferred));
                return true;
            case MessageBounced e:
                Drop(ref lead, e.Number);
                Report(ref lead, new(e.Number, e.Fate, e.IsLost));
                return true;
            default:
                return false;
        }
    }

    private static void Park(ref LeadState lead, int number)
    {
        if (At(lead.Outbox, number) is not (>= 0 and var at))
            return;
        Tell(ref lead, lead.Outbox[at] with { NotBefore = Instant.MaxValue });
        (lead.Parked, lead.Outbox) = (lead.Parked.Add(lead.Outbox[at]), lead.Outbox.RemoveAt(at));
    }

    /// <summary>Who has not been told of a lead does not answer for its clock: not before the mail can go.</summary>
    private static void Tell(ref LeadState lead, OwedMessage message)
    {
        if (message.TellsOfLead)
            lead.Clocks = ClockEvolution.Tell(lead.Clocks, message.To, message.NotBefore);
    }

    /// <summary>It is owed as on the first day, and waits for its recipient's opening like any other.</summary>
    private static void Retry(ref LeadState lead, MessageRetried e)
    {
        if (At(lead.Parked, e.Number) is not (>= 0 and var at))
            return;
        var message = lead.Parked[at] with { IsHeld = true, NotBefore = e.At, Attempts = 0, FirstTriedAt = null };
        (lead.Parked, lead.Outbox) = (lead.Parked.RemoveAt(at), lead.Outbox.Add(message));
        Tell(ref lead, message);
    }

    private static void Change<TEvent>(ref LeadState lead, int number, TEvent happened, Func<OwedMessage, TEvent, OwedMessage> change)
    {
        if (At(lead.Outbox, number) is >= 0 and var at)
        {
            lead.Outbox = lead.Outbox.SetItem(at, change(lead.Outbox[at], happened));
            Tell(ref lead, lead.Outbox[at]);
        }
    }

    private static OwedMessage? Drop(ref LeadState lead, int number)
    {
        if (At(lead.Outbox, number) is not (>= 0 and var at))
            return null;
        var message = lead.Outbox[at];
        lead.Outbox = lead.Outbox.RemoveAt(at);
        return message;
    }

    private static void Report(ref LeadState lead, MailReport report) => lead.Reports = lead.Reports.Add(report);

    /// <summary>Where the message of that number is; -1: nowhere. A number is given once.</summary>
    private static int At(ImmutableArray<OwedMessage> messages, int number)
    {
        for (var i = 0; i < messages.Length; i++)
        {
            if (messages[i].Number == number)
                return i;
        }

        return -1;
    }
}
