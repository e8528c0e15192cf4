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
    // Some 4 kB each.
    private const int Most = 2_048;

    private readonly Lock _lock = new();
    private readonly LatestEntries<string, Entry> _leads = new(Most);

    private sealed record Entry(Lead Lead, ImmutableArray<LeadEvent> Events);

    /// <summary>The lead that a head holds.</summary>
    public Lead Read(StreamHead head) => Find(head.Stream.Id) is { } known && known.Lead.Version == head.Version ? known.Lead : ReadStored(head);

    /// <summary>The events of the turn that made this state, if it was saved here; else none.</summary>
    public ImmutableArray<LeadEvent> EventsOf(Lead lead) =>
        Find(lead.Id.Value) is { } known && ReferenceEquals(known.Lead, lead) ? known.Events : [];

    /// <summary>A lead's state is saved.</summary>
    /// <param name="lead">The state.</param>
    /// <param name="events">The events of the turn that made it.</param>
    /// <param name="isNew">Whether it is the lead's first.</param>
    public void Keep(Lead lead, ImmutableArray<LeadEvent> events, bool isNew)
    {
        if (!isNew || lead.Offer is not null || !pressure.IsHigh)
            Keep(new(lead, events));
    }

    private Lead ReadStored(StreamHead head)
    {
        var lead = LedgerJson.ReadLead(head.State.Span);
        // A head without an event bars an id; it is nobody's state.
        if (lead.Reception is not null)
            Keep(new(lead, []));
        return lead;
    }

    private Entry? Find(string id)
    {
        lock (_lock)
            return _leads.TryGet(id, out var known) ? known : null;
    }

    private void Keep(Entry entry)
    {
        lock (_lock)
            _leads.Keep(entry.Lead.Id.Value, entry);
    }
}
