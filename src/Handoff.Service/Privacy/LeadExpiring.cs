using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Privacy;
using Handoff.Rows;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Privacy;

/// <summary>Erases leads whose time in the agreement is over, a few at a time: figures stay, and nobody is told.</summary>
public sealed class LeadExpiring(LeadRowReading rows, LeadTurns turns, LeadErasure erasure, CompanyInForce company, IClock clock)
{
    private const int MostAtOnce = 100;

    private static readonly RowQuery Ended = new() { Shelves = [LeadShelf.Ended, LeadShelf.Unsettled, LeadShelf.Returned] };

    /// <summary>Erases some of them: how many, and whether none is left.</summary>
    public async Task<(int Count, bool IsWhole)> EraseAsync(RetentionTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        List<LeadId> due = [];
        await foreach (var row in rows.ReadAsync(Ended, cancellation))
        {
            if (row.Status == LeadStatus.Erased || !await IsDueAsync(row, terms, now, cancellation))
                continue;
            due.Add(row.Id);
            if (due.Count == MostAtOnce)
                break;
        }

        foreach (var id in due)
            await erasure.EraseAsync(id.Value, isExpired: true, cancellation);
        return (due.Count, due.Count < MostAtOnce);
    }

    /// <summary>A return that a handoff followed goes with it: the person's data is still needed there.</summary>
    private async ValueTask<bool> IsDueAsync(LeadRow row, RetentionTerms terms, Instant now, CancellationToken cancellation)
    {
        if (row.Status == LeadStatus.Erased)
            return true;
        if (!(Retention.DueAt(row, terms, company.Agreement.TimeZone) <= now))
            return false;
        return row.FollowedBy is not { Lead: var next } || await turns.FindAsync(next, cancellation) is not { } following
            || await IsDueAsync(LeadRow.Of(following), terms, now, cancellation);
    }
}
