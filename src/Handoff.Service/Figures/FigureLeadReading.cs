using Handoff.Figures;
using Handoff.Leads;
using Handoff.People;
using Handoff.Rows;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using Handoff.Service.Turns;

namespace Handoff.Service.Figures;

/// <summary>Finds the leads behind a number of the scorecard, from the facts by which it is counted.</summary>
public sealed class FigureLeadReading(
    FactReading facts, LeadTurns turns, LeadRowReading rows, CompanyInForce company)
{
    /// <summary>The leads that the viewer may see, the one received last first; and how many more the number counts.</summary>
    /// <param name="asked">The number.</param>
    /// <param name="slice">Of these leads alone; null: of all.</param>
    public async Task<(List<LeadId> Listed, int Hidden)> FindAsync(
        Viewer viewer, FigureLeads asked, FigureSlice? slice, CancellationToken cancellation)
    {
        var found = await facts.ReadAsync((_, book) => Find(book, asked, slice, company.Staff), cancellation);
        var mine = found.Any(one => IsOpenElsewhere(viewer, one.Lead)) ? await OpenLeadsAsync(viewer, cancellation) : [];
        var listed = found.Where(one => Lists(viewer, one.Lead) || mine.Contains(one.Id))
            .OrderByDescending(one => one.Lead.ReceivedAt).ThenBy(one => one.Id.Value, StringComparer.Ordinal)
            .Select(one => one.Id).ToList();
        return (listed, found.Count - listed.Count);
    }

    /// <summary>The row of a lead; null: it is not there.</summary>
    public async Task<LeadRow?> RowAsync(LeadId id, CancellationToken cancellation) =>
        await turns.FindAsync(id, cancellation) is { Reception: not null } lead ? LeadRow.Of(lead) : null;

    /// <summary>What <see cref="Handoff.Board.Sight.Lists"/> says of a lead, as far as its fact tells.</summary>
    private static bool Lists(Viewer viewer, in LeadFact lead) => viewer.Sight.SeesTeam(lead.Traits.Team)
        || (viewer.Sight.SeesReturned && lead.Status == LeadStatus.Returned)
        || (!lead.Status.HasClocks() && viewer.Person is { } person && lead.Holder == person.Id);

    private static bool IsOpenElsewhere(Viewer viewer, in LeadFact lead) =>
        lead.Status.HasClocks() && viewer.Person is not null && !viewer.Sight.SeesTeam(lead.Traits.Team);

    /// <summary>Who has or is offered an open lead stands in its row alone; open leads are few, and are read at once.</summary>
    private async Task<HashSet<LeadId>> OpenLeadsAsync(Viewer viewer, CancellationToken cancellation) =>
        await rows.ReadAsync(RowQuery.WithClocks, cancellation).Where(viewer.Sight.Lists).Select(row => row.Id)
            .ToHashSetAsync(cancellationToken: cancellation);

    private static List<(LeadId Id, LeadFact Lead)> Find(
        FactBook book, FigureLeads asked, FigureSlice? slice, Staff staff)
    {
        var found = new List<(LeadId, LeadFact)>();
        var place = 0;
        foreach (ref readonly var lead in book.Facts)
        {
            if (asked.Has(lead) && (slice is not { } one || one.Has(lead, staff)))
                found.Add((book.Leads[place], lead));
            place++;
        }

        return found;
    }
}
