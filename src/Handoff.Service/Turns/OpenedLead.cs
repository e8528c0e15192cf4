using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Leads;
using Handoff.Service.Storage;

namespace Handoff.Service.Turns;

/// <summary>
/// A lead as it was last read or saved, handed from one step to the next so that none reads it again: from decide to courier to mail to the
/// next decide, and from link to page. A turn that rests on it is guarded by the head's tag: where somebody else has written meanwhile it
/// conflicts, and the lead is read anew.
/// </summary>
/// <param name="Head">Its head; null: not stored yet, or the store did not tell the tag, so that the next turn reads it.</param>
/// <param name="Agreement">The agreement under which it qualified.</param>
public sealed record OpenedLead(StreamHead? Head, Lead Lead, Agreement Agreement)
{
    /// <summary>Its key, where that was asked for on the way; null: it was not.</summary>
    public byte[]? Key { get; init; }

    /// <summary>Its personal data, where that was opened on the way; null: it was not.</summary>
    public LeadRecord? Record { get; init; }

    /// <summary>The events of the turn that made this state, where that was taken on the way; else none.</summary>
    public ImmutableArray<LeadEvent> Latest { get; init; } = [];

    public static StreamId StreamOf(LeadId id) => new(StreamKind.Lead, id.Value);
}
