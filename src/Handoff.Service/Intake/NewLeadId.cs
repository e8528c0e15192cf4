using Handoff.Leads;
using NodaTime;

namespace Handoff.Service.Intake;

public static class NewLeadId
{
    /// <summary>An id that nobody has, of a lead that begins now: ids of later leads are greater.</summary>
    public static LeadId At(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()).ToString("N"));
}
