using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.Turns;

/// <summary>
/// How a head holds its lead. A turn that only says that messages went out leaves the state as it is, where the store would have it so
/// (<see cref="IStreamStore.SparesStates"/>): that is every second turn of a handoff, and its state would be the one before without the message. The
/// state says how many events it adds up; whoever reads it adds the rest.
/// </summary>
public static class LeadHead
{
    /// <summary>Whether these events may be left for the reader to add.</summary>
    internal static bool SparesState(ImmutableArray<LeadEvent> events)
    {
        foreach (var happened in events)
        {
            if (happened is not MessageSent)
                return false;
        }

        return true;
    }

    /// <summary>The lead that a head holds.</summary>
    /// <param name="head">The head as it was read.</param>
    /// <param name="streams">Where the events are that its state lacks.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="InvalidDataException">The store has lost events of the lead.</exception>
    public static async ValueTask<Lead> ReadAsync(StreamHead head, IStreamStore streams, CancellationToken cancellation)
    {
        var lead = LedgerJson.ReadLead(head.State.Span);
        if (lead.Version >= head.Version)
            return lead;
        foreach (var stored in await streams.ReadEventsAsync(head.Stream, lead.Version, cancellation))
        {
            // What was written since the head was read belongs to the next.
            if (stored.Sequence <= head.Version)
                lead = LeadEvolution.Evolve(lead, LedgerJson.ReadLeadEvent(stored.Json.Span));
        }

        return lead.Version == head.Version
            ? lead
            : throw new InvalidDataException($"Stream {head.Stream.Id} has {head.Version} events by its head, and {lead.Version} are found. The store is damaged: restore a backup.");
    }
}
