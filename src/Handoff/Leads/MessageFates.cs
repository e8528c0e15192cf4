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
            if (StateAfter(happened) is { } state && messages.TryGetValue(MessageLedger.NumberOf(happened), out var message))
                fates[message.Number] = new(message, state, happened.At);
        }

        return fates;
    }

    private static DeliveryState? StateAfter(LeadEvent happened) => happened switch
    {
        MessageOwed e => e.Message.IsHeld ? DeliveryState.Held : DeliveryState.Owed,
        MessageReleased or MessageRetried => DeliveryState.Owed,
        MessageHeld => DeliveryState.Held,
        MessageFailed => DeliveryState.Retrying,
        MessageSent => DeliveryState.Sent,
        MessageDelivered => DeliveryState.Delivered,
        MessageBounced => DeliveryState.Bounced,
        MessageParked => DeliveryState.Parked,
        MessageOvertaken => DeliveryState.Overtaken,
        _ => null,
    };
}
