using NodaTime;

namespace Handoff.Leads;

/// <summary>Where a message is on its way to its recipient.</summary>
public enum DeliveryState
{
    /// <summary>Owed, and to go at once.</summary>
    Owed,

    /// <summary>Waits for the recipient's opening.</summary>
    Held,

    /// <summary>Could not be delivered so far, and is tried again.</summary>
    Retrying,

    /// <summary>An alert that waits for the recipient's next e-mail of alerts.</summary>
    Grouped,

    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>The recipient's server has it.</summary>
    Delivered,

    /// <summary>It came back, or was not sent on.</summary>
    Bounced,

    /// <summary>Not tried again unless somebody asks for it.</summary>
    Parked,

    /// <summary>What it was to say was no longer so; it was not sent.</summary>
    Overtaken,
}

/// <summary>A message of a lead and where it is.</summary>
/// <param name="Message">The message, to whom it went or goes.</param>
public sealed record MessageFate(OwedMessage Message, DeliveryState State, Instant At)
{
    /// <summary>The fate of every message that a lead ever owed, by number.</summary>
    /// <param name="events">The lead's events, in order.</param>
    public static IReadOnlyDictionary<int, MessageFate> Of(IReadOnlyCollection<LeadEvent> events)
    {
        var messages = MessageLedger.All(events);
        var fates = new SortedDictionary<int, MessageFate>();
        foreach (var happened in events)
        {
            if (Step(happened) is var (number, state) && messages.TryGetValue(number, out var message))
                fates[number] = new(message, state, happened.At);
        }

        return fates;
    }

    private static (int Number, DeliveryState State)? Step(LeadEvent happened) => happened switch
    {
        MessageOwed e => (e.Message.Number, e.Message.IsHeld ? DeliveryState.Held : DeliveryState.Owed),
        MessageReleased e => (e.Number, DeliveryState.Owed),
        MessageHeld e => (e.Number, DeliveryState.Held),
        MessageFailed e => (e.Number, DeliveryState.Retrying),
        MessageRetried e => (e.Number, DeliveryState.Owed),
        MessageSent e => (e.Number, DeliveryState.Sent),
        MessageDelivered e => (e.Number, DeliveryState.Delivered),
        MessageBounced e => (e.Number, DeliveryState.Bounced),
        MessageParked e => (e.Number, DeliveryState.Parked),
        MessageOvertaken e => (e.Number, DeliveryState.Overtaken),
        _ => null,
    };
}
