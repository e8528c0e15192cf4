using Handoff.Leads.Deciding;
using NodaTime;

namespace Handoff.Leads;

/// <summary>How events change the messages that a lead owes.</summary>
internal static class MessageEvolution
{
    /// <summary>A mail that takes longer than this to go has told nobody in time.</summary>
    private static readonly Duration Late = Duration.FromMinutes(1);

    /// <summary>The state after one event; one that does not concern messages leaves it as it is.</summary>
    public static Lead Apply(Lead lead, LeadEvent happened) => happened switch
    {
        MessageOwed e => Owe(lead, e),
        MessageReleased e => Change(lead, e.Number, message => message with { IsHeld = false, NotBefore = e.At }),
        MessageHeld e => Change(lead, e.Number, message => message with { IsHeld = true, To = e.To, NotBefore = e.Until }),
        MessageFailed e => Change(lead, e.Number, message => message with
        {
            Attempts = message.Attempts + 1,
            FirstTriedAt = message.FirstTriedAt ?? e.At,
            NotBefore = e.RetryAt,
        }),
        MessageSent e => Owed(lead, e.Number) is { } sent && e.At - sent.NotBefore >= Late
            ? Tell(Drop(lead, e.Number), sent with { NotBefore = e.At })
            : Drop(lead, e.Number),
        MessageOvertaken e => Owed(lead, e.Number) is { TellsOfLead: true } overtaken
            ? NeverTold(Drop(lead, e.Number), overtaken)
            : Drop(lead, e.Number),
        MessageParked e =>
            e.IsLost ? Report(Park(lead, e.Number), new(e.Number, MailFate.Undeliverable, IsLost: true)) : Park(lead, e.Number),
        MessageRetried e => Retry(lead, e),
        MessageDelivered e => Report(lead, new(e.Number, MailFate.Delivered)),
        MessageDeferred e => Report(lead, new(e.Number, MailFate.Deferred)),
        MessageBounced e => Report(Drop(lead, e.Number), new(e.Number, e.Fate, e.IsLost)),
        _ => lead,
    };

    private static Lead Owe(Lead lead, MessageOwed e)
    {
        var owing = lead with { Outbox = lead.Outbox.Add(e.Message), Messages = Math.Max(lead.Messages, e.Message.Number) };
        if (e.Message.Kind == MessageKind.CameBack)
            owing = owing with { TouchToldAt = e.Message.NotBefore };
        return e.Message.NotBefore > e.At ? Tell(owing, e.Message) : owing;
    }

    private static Lead Park(Lead lead, int number) => Owed(lead, number) is { } message
        ? Tell(Drop(lead, number) with { Parked = lead.Parked.Add(message) }, message with { NotBefore = Instant.MaxValue })
        : lead;

    /// <summary>Who has not been told of a lead does not answer for its clock: not before the mail can go.</summary>
    private static Lead Tell(Lead lead, OwedMessage message) =>
        message.TellsOfLead ? lead with { Clocks = ClockEvolution.Tell(lead.Clocks, message.To, message.NotBefore) } : lead;

    /// <summary>
    /// What still says something was dropped because its recipient, who has the lead, is not in the files: nobody was told. Else they no
    /// longer have it, or took it themselves.
    /// </summary>
    private static Lead NeverTold(Lead lead, OwedMessage message) => Overtaking.StillSays(lead, message)
        ? Tell(lead, message with { NotBefore = Instant.MaxValue })
        : lead with { Clocks = ClockEvolution.NeverTold(lead.Clocks, message.To) };

    /// <summary>It is owed as on the first day, and waits for its recipient's opening like any other.</summary>
    private static Lead Retry(Lead lead, MessageRetried e)
    {
        if (lead.Parked.FirstOrDefault(message => message.Number == e.Number) is not { } parked)
            return lead;
        var message = parked with { IsHeld = true, NotBefore = e.At, Attempts = 0, FirstTriedAt = null };
        return Tell(lead with { Parked = lead.Parked.Remove(parked), Outbox = lead.Outbox.Add(message) }, message);
    }

    private static Lead Change(Lead lead, int number, Func<OwedMessage, OwedMessage> change)
    {
        if (Owed(lead, number) is not { } message)
            return lead;
        var changed = change(message);
        return Tell(lead with { Outbox = lead.Outbox.Replace(message, changed) }, changed);
    }

    private static Lead Drop(Lead lead, int number) =>
        Owed(lead, number) is { } message ? lead with { Outbox = lead.Outbox.Remove(message) } : lead;

    private static Lead Report(Lead lead, MailReport report) => lead with { Reports = lead.Reports.Add(report) };

    /// <summary>The message of that number, which is given once; null: it is not owed.</summary>
    private static OwedMessage? Owed(Lead lead, int number) => lead.Outbox.FirstOrDefault(message => message.Number == number);
}
