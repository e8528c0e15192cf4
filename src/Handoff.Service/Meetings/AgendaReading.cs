using Handoff.Meetings;
using Handoff.Rows;
using Handoff.Service.Company;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Meetings;

/// <summary>Finds the leads to be talked about at a meeting.</summary>
public sealed class AgendaReading(LeadRowReading rows, CompanyInForce company)
{
    /// <summary>What came back or came to something since an instant, and what waits for the answer to a contest.</summary>
    public async Task<AgendaLeads> ReadAsync(Instant since, CancellationToken cancellation)
    {
        var agenda = new AgendaFold(since, company.Agreement.Tiers);
        await foreach (var row in rows.ReadAsync(RowQuery.All with { ChangedFrom = since }, cancellation))
            agenda.Add(row);
        // A contest waits for as long as nobody answers it.
        await foreach (var row in rows.ReadAsync(RowQuery.All with { Shelves = LeadShelves.Returns }, cancellation))
        {
            if (row.Contest is { IsOpen: true } && row.ChangedAt < since)
                agenda.Add(row);
        }

        return agenda.Build();
    }
}
