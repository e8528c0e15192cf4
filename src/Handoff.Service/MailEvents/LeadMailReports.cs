using Handoff.Leads;
using Handoff.Service.Leads;
using Handoff.Service.Turns;

namespace Handoff.Service.MailEvents;

/// <summary>Tells a lead what became of one of its messages.</summary>
public sealed class LeadMailReports(LeadTurns turns, LeadStories stories)
{
    /// <summary>Records a fate and acts on it; nothing when it is known, or when there is no such lead or message.</summary>
    public async Task ReportAsync(LeadId id, int number, MailFate fate, string reason, CancellationToken cancellation)
    {
        // A message that was sent is no longer in the state. It does not change any more, so the ledger may be read before the turn.
        if (MessageLedger.Find(await stories.EventsAsync(id, cancellation), number) is { } message)
            await turns.DecideAsync(id, new ReportMail(message, fate, reason), cancellation);
    }
}
