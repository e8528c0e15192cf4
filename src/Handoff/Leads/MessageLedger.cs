namespace Handoff.Leads;

/// <summary>Finds messages in a lead's ledger that its state no longer holds, because they were sent.</summary>
public static class MessageLedger
{
    /// <summary>The message of that number as it went out, or null when the lead never owed one.</summary>
    /// <param name="events">The lead's events, in order.</param>
    /// <param name="number">The message's number.</param>
    public static OwedMessage? Find(IEnumerable<LeadEvent> events, int number)
    {
        OwedMessage? found = null;
        foreach (var happened in events)
        {
            if (happened is MessageOwed owed && owed.Message.Number == number)
                found = owed.Message;
            else if (happened is MessageHeld held && held.Number == number)
                found = found is null ? null : found with { To = held.To };
        }

        return found;
    }
}
