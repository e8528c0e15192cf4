namespace Handoff.Service.Leads;

/// <summary>Reads the life of a lead.</summary>
public sealed class LeadLedger
{
    /// <summary>The lead, or null when there is none.</summary>
    public Task<LeadView?> FindAsync(string id, CancellationToken cancellation) => throw new NotSupportedException();
}
