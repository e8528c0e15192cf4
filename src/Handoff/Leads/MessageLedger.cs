using System.Collections.Immutable;

namespace Handoff.Leads;

/// <summary>Finds messages in a lead's ledger that its state no longer holds, because they were sent.</summary>
public static class MessageLedger
{
    /// <summary>The message of that number as it went out, or null when the lead never owed one.</summary>
    /// <param name="events">The lead's events, in order.</param>
    /// <param name="number">The message's number.</param>
    public static OwedMessage? Find(IEnumerable<LeadEvent> events, int number) => All(events).GetValueOrDefault(number);

    /// <summary>The number of the message to which something happened; 0: it happened to none.</summary>
    public static int NumberOf(LeadEvent happened) => happened switch
    {
        MessageOwed e => e.Message.Number,
        MessageReleased e => e.Number,
        MessageHeld e => e.Number,
        MessageOvertaken e => e.Number,
        MessageSent e => e.Number,
        MessageFailed e => e.Number,
        MessageParked e => e.Number,
        MessageRetried e => e.Number,
        MessageDelivered e => e.Number,
        MessageDeferred e => e.Number,
        MessageBounced e => e.Number,
        _ => 0,
    };

    /// <summary>Every message that the lead ever owed, by its number, to whom it went out in the end.</summary>
    /// <param name="events">The lead's events, in order.</param>
    public static ImmutableDictionary<int, OwedMessage> All(IEnumerable<LeadEvent> events)
    {
        var found = ImmutableDictionary.CreateBuilder<int, OwedMessage>();
        foreach (var happened in events)
        {
            if (happened is MessageOwed owed)
                found[owed.Message.Number] = owed.Message;
            else if (happened is MessageHeld held && found.TryGetValue(held.Number, out var message))
                found[held.Number] = message with { To = held.To };
        }

        return found.ToImmutable();
    }
}
