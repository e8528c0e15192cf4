using Handoff.Figures;
using Handoff.Leads;
using Handoff.People;
using Handoff.Rows;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Turns;

namespace Handoff.Service.Figures;

/// <summary>Finds the leads behind a number of the scorecard, from the facts by which it is counted.</summary>
public sealed class FigureLeadReading(FactReading facts, LeadTurns turns, CompanyInForce company)
{
    private const int AtOnce = 32;

    /// <summary>The leads that the viewer may see, the one received last first; and how many more the number counts.</summary>
    /// <param name="asked">The number.</param>
    /// <param name="slice">Of these leads alone; null: of all.</param>
    public async Task<(List<LeadId> Listed, int Hidden)> FindAsync(
        Viewer viewer, FigureLeads asked, FigureSlice? slice, CancellationToken cancellation)
    {
        var found = await facts.ReadAsync((_, book) => Find(book, asked, slice, company.Staff), cancellation);
        var listed = new List<LeadId>(found.Count);
        foreach (var some in found.OrderByDescending(one => one.ReceivedAt).ThenBy(one => one.Id.Value, StringComparer.Ordinal)
            .Chunk(AtOnce))
        {
            var seen = await Task.WhenAll(some.Select(async one => viewer.Sight.SeesTeam(one.Team)
                || (await RowAsync(one.Id, cancellation) is { } row && viewer.Sight.Lists(row))));
            listed.AddRange(some.Where((_, at) => seen[at]).Select(one => one.Id));
        }

        return (listed, found.Count - listed.Count);
    }

    /// <summary>The row of a lead; null: it is not there.</summary>
    public async Task<LeadRow?> RowAsync(LeadId id, CancellationToken cancellation) =>
        await turns.FindAsync(id, cancellation) is { Reception: not null } lead ? LeadRow.Of(lead) : null;

    private static List<(LeadId Id, Minute ReceivedAt, string Team)> Find(
        FactBook book, FigureLeads asked, FigureSlice? slice, Staff staff)
    {
        var found = new List<(LeadId, Minute, string)>();
        for (var place = 0; place < book.Count; place++)
        {
            ref readonly var lead = ref book.At(place);
            if (asked.Has(lead) && (slice is not { } one || one.Has(lead, staff)))
                found.Add((book.LeadAt(place), lead.ReceivedAt, lead.Traits.Team));
        }

        return found;
    }
}
