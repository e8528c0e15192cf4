using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Intake;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.Turns;

/// <summary>
/// Leads that were read or saved last, as they are in memory: within moments a lead is read again by its first turn, its e-mails and whoever answers it,
/// and reading its state costs more than deciding. A head's version says which state it holds, so a lead of that version is that state.
/// </summary>
/// <param name="pressure">While many leads arrive the first turns of those that wait for an offer come long after: to keep them would only be work for the collector.</param>
public sealed class RecentLeads(IntakePressure pressure)
{
    // Some 4 kB each. A power of two; who finds his slot taken by another lead reads the state.
    private const int Slots = 2_048;

    private readonly Entry?[] _slots = new Entry?[Slots];

    /// <summary>The lead that a head holds.</summary>
    public Lead Read(StreamHead head)
    {
        ref var slot = ref _slots[SlotOf(head.Stream.Id)];
        if (slot is { } known && known.Lead.Version == head.Version && known.Lead.Id.Value == head.Stream.Id)
            return known.Lead;
        var lead = LedgerJson.ReadLead(head.State.Span);
        // A head without an event bars an id; it is nobody's state.
        if (lead.Reception is not null)
            slot = new(lead, []);
        return lead;
    }

    /// <summary>The events of the turn that made this state, if it was saved here; else none.</summary>
    public ImmutableArray<LeadEvent> EventsOf(Lead lead) =>
        _slots[SlotOf(lead.Id.Value)] is { } known && ReferenceEquals(known.Lead, lead) ? known.Events : [];

    /// <summary>A lead's state is saved.</summary>
    /// <param name="lead">The state.</param>
    /// <param name="events">The events of the turn that made it.</param>
    /// <param name="isNew">Whether it is the lead's first.</param>
    public void Keep(Lead lead, ImmutableArray<LeadEvent> events, bool isNew)
    {
        if (!isNew || lead.Offer is not null || !pressure.IsHigh)
            _slots[SlotOf(lead.Id.Value)] = new(lead, events);
    }

    private static int SlotOf(string id) => string.GetHashCode(id, StringComparison.Ordinal) & (Slots - 1);

    private sealed record Entry(Lead Lead, ImmutableArray<LeadEvent> Events);
}
