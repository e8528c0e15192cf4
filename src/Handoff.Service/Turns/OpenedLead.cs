using Handoff.Leads;
using Handoff.Service.Leads;
using Handoff.Service.Storage;

namespace Handoff.Service.Turns;

/// <summary>
/// A lead as it was last read or saved, handed from one step to the next so that none reads it again. A turn that rests on it is guarded by
/// the head's tag: where somebody else has written meanwhile it conflicts, and the lead is read anew.
/// </summary>
/// <param name="Head">Its head.</param>
/// <param name="Lead">Its state.</param>
public sealed record OpenedLead(StreamHead Head, Lead Lead)
{
    /// <summary>Its personal data, where that was opened on the way; null: it was not.</summary>
    public LeadRecord? Record { get; init; }
}
