using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Turns;

namespace Handoff.Service.Board;

/// <summary>Finds from where a person came: the touches of each request, the earlier handoffs, the first touch of all.</summary>
internal sealed class LeadOrigins(LeadTurns turns)
{
    private const int MostEarlier = 20;
    private const int MostTouches = 20;

    /// <summary>How the person came with each of the requests that joined the lead, by the request's id; the last 20.</summary>
    public async Task<IReadOnlyDictionary<LeadId, ImmutableSortedDictionary<string, string>>> TouchesAsync(
        Lead lead, CancellationToken cancellation)
    {
        var found = new Dictionary<LeadId, ImmutableSortedDictionary<string, string>>();
        foreach (var id in lead.Touches.TakeLast(MostTouches))
        {
            if (await turns.FindAsync(id, cancellation) is { Reception: { } known })
                found[id] = known.LastTouch;
        }

        return found;
    }

    /// <summary>The first touch, and the earlier handoffs of the person, the last first; those before the last 20 are left out.</summary>
    public async Task<ImmutableArray<TimelineEntry>> BeforeAsync(Viewer viewer, Lead lead, CancellationToken cancellation)
    {
        var entries = ImmutableArray.CreateBuilder<TimelineEntry>();
        var first = lead;
        while (entries.Count < MostEarlier && first.Known.Earlier is { } earlier
            && await turns.FindAsync(earlier, cancellation) is { Reception: not null } found)
        {
            first = found;
            entries.Add(new(found.ReceivedAt, TimelineTypes.EarlierLead, "", null)
            {
                Earlier = viewer.Sight.Sees(found) ? LeadRow.Of(found) : null,
            });
        }

        // The first request of all is the first touch, unless its form kept an earlier one.
        entries.Add(new(first.ReceivedAt, TimelineTypes.FirstTouch, "", null)
        {
            Touch = lead.Known.FirstTouch ?? lead.Known.LastTouch,
            IsBefore = first.Known.FirstTouch is not null || first.Known.Earlier is not null,
        });
        return entries.ToImmutable();
    }
}
