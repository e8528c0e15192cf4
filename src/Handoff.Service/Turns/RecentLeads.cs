using Handoff.Leads;
using Handoff.Service.Intake;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.Turns;

/// <summary>
/// Leads that were read or saved last, as they are in memory: within moments a lead is read again by its first turn, its e-mails and whoever answers it,
/// and reading its state costs more than deciding. A head's version says which state it holds, so a lead of that version is that state.
/// </summary>
/// <param name="pressure">While many leads arrive their first turns come long after: to keep them would only be work for the collector.</param>
public sealed class RecentLeads(IntakePressure pressure)
{
    // Some 4 kB each. A power of two; who finds his slot taken by another lead reads the state.
    private const int Slots = 2_048;

    private readonly Lead?[] _slots = new Lead?[Slots];

    /// <summary>The lead that a head holds.</summary>
    public Lead Read(StreamHead head)
    {
        ref var slot = ref _slots[SlotOf(head.Stream.Id)];
        if (slot is { } known && known.Version == head.Version && known.Id.Value == head.Stream.Id)
            return known;
        var lead = LedgerJson.ReadLead(head.State.Span);
        // A head without an event bars an id; it is nobody's state.
        if (lead.Reception is not null)
            slot = lead;
        return lead;
    }

    /// <summary>A lead's state is saved.</summary>
    /// <param name="lead">The state.</param>
    /// <param name="isNew">Whether it is the lead's first.</param>
    public void Keep(Lead lead, bool isNew)
    {
        if (!isNew || !pressure.IsHigh)
            _slots[SlotOf(lead.Id.Value)] = lead;
    }

    private static int SlotOf(string id) => string.GetHashCode(id, StringComparison.Ordinal) & (Slots - 1);
}
