using Handoff.Agreements;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Fetching;

/// <summary>Erases the lead of a submission that its vendor says was deleted by the person.</summary>
public sealed class VendorErasing(LookupKeys keys, ILookupStore lookups, LeadErasure erasure, IClock clock)
{
    /// <summary>Erases it; one that never came, or came too long ago to be known, is none.</summary>
    /// <param name="deliveryKey">The vendor's id of the submission.</param>
    public async Task EraseAsync(LeadSource source, string deliveryKey, CancellationToken cancellation)
    {
        var key = await keys.DeliveryAsync(source.Name, DeliveryMemory.VendorKey(deliveryKey), cancellation);
        if (await lookups.FindLookupAsync(key, clock.GetCurrentInstant(), cancellation) is { } known)
            await erasure.EraseAsync(known.LeadId, cancellation);
    }
}
