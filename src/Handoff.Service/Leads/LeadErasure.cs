namespace Handoff.Service.Leads;

/// <summary>Erases a lead's personal data everywhere (promise 7).</summary>
public sealed class LeadErasure
{
    /// <summary>Erases; false when there is no such lead. Erasing twice is the same.</summary>
    public Task<bool> EraseAsync(string id, CancellationToken cancellation) => throw new NotSupportedException();
}
