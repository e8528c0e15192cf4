using System.Collections.Immutable;

namespace Handoff.Leads;

/// <summary>Finds messages in a lead's ledger that its state no longer holds, because they were sent.</summary>
public static class MessageLedger
{
    /// <summary>The message of that number as it went out, or null when the lead never owed one.</summary>
    /// <param name="events">The lead's events, in order.</param>
    /// <param name="number">The message's number.</param>
    public static OwedMessage? Find(IEnumerable<LeadEvent> events, int number) => All(events).GetValueOrDefault(number);

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
