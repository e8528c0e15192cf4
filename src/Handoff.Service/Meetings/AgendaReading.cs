using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Meetings;
using Handoff.Rows;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Meetings;

/// <summary>Finds the leads to be talked about at a meeting.</summary>
public sealed class AgendaReading(LeadRowReading rows)
{
    private const int MostReturned = 20;
    private const int MostVoices = 2;

    /// <summary>What came back or was won since an instant, and what waits for the answer to a contest.</summary>
    public async Task<AgendaLeads> ReadAsync(Instant since, CancellationToken cancellation)
    {
        List<AgendaLead> returned = [], won = [];
        await foreach (var row in rows.ReadAsync(RowQuery.All with { ChangedFrom = since }, cancellation))
            Take(row);
        // A contest waits for as long as nobody answers it.
        await foreach (var row in rows.ReadAsync(RowQuery.All with { Shelves = LeadShelves.Returns }, cancellation))
        {
            if (row.Contest is { IsOpen: true } && row.ChangedAt < since)
                Take(row);
        }

        return new(
            [.. returned.OrderByDescending(one => one.IsContested).ThenByDescending(one => one.At).Take(MostReturned)],
            [.. won.OrderByDescending(one => one.Won!.Amount).Take(MostVoices)],
            [.. returned.OrderByDescending(one => one.At).Take(MostVoices)]);

        void Take(LeadRow row)
        {
            if (row.IsTest)
                return;
            var from = row.Dimensions.GetValueOrDefault(Dimension.Campaign, Dimension.None);
            var contested = row.Contest is { IsOpen: true };
            if (row.Milestones.Ending is { Fault: Fault.Marketing } ending && (contested || ending.At >= since))
                returned.Add(new(row.Id, ending.At, from, ending.Reason, null, contested));
            if (row is { Outcome: Outcome.Won, Milestones: { Amount: { } amount, OutcomeAt: { } at } } && at >= since)
                won.Add(new(row.Id, at, from, null, new(at, amount, row.Milestones.Currency), false));
        }
    }
}
