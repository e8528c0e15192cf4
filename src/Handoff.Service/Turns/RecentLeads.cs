using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Routing;
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

    private readonly Kept?[] _slots = new Kept?[Slots];

    private sealed record Kept(Lead Lead, RoutingChoice? Choice);

    /// <summary>The lead that a head holds.</summary>
    public Lead Read(StreamHead head)
    {
        ref var slot = ref _slots[SlotOf(head.Stream.Id)];
        if (slot is { Lead: var known } && known.Version == head.Version && known.Id.Value == head.Stream.Id)
            return known;
        var lead = LedgerJson.ReadLead(head.State.Span);
        // A head without an event bars an id; it is nobody's state.
        if (lead.Reception is not null)
            slot = new(lead, null);
        return lead;
    }

    /// <summary>The last choice of a rep for a lead, if it was made here lately; null: its events tell.</summary>
    public RoutingChoice? ChoiceOf(Lead lead) =>
        _slots[SlotOf(lead.Id.Value)] is { } kept && kept.Lead.Version == lead.Version && kept.Lead.Id == lead.Id ? kept.Choice : null;

    /// <summary>A lead's state is saved.</summary>
    /// <param name="lead">The state.</param>
    /// <param name="events">The events that led to it from the state before.</param>
    public void Keep(Lead lead, ImmutableArray<LeadEvent> events)
    {
        var before = lead.Version - events.Length;
        if (before == 0 && pressure.IsHigh)
            return;
        ref var slot = ref _slots[SlotOf(lead.Id.Value)];
        var moved = events.LastOrDefault(static happened => happened is Offered or Assigned or Queued);
        var choice = moved is not null ? ChoiceOf(moved)
            : slot is { } kept && kept.Lead.Version == before && kept.Lead.Id == lead.Id ? kept.Choice
            : null;
        slot = new(lead, choice);
    }

    /// <summary>The choice by which a lead came to whoever has it since that event; null: it was not by a choice of the rules.</summary>
    internal static RoutingChoice? ChoiceOf(LeadEvent moved) => moved switch
    {
        Offered it => it.Choice,
        Assigned it => it.Choice,
        Queued it => it.Choice,
        _ => null,
    };

    private static int SlotOf(string id) => string.GetHashCode(id, StringComparison.Ordinal) & (Slots - 1);
}
