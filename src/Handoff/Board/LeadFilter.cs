using Handoff.Leads;
using Handoff.Rows;
using NodaTime;

namespace Handoff.Board;

/// <summary>Which leads a list shows, whatever became of them; empty: all.</summary>
/// <param name="Status">In this state.</param>
/// <param name="Source">From this source.</param>
/// <param name="Team">Of this team.</param>
/// <param name="Tier">Of this tier.</param>
/// <param name="Owner">With whom it is or was last: an opaque id, or <see cref="LeadRow.Queue"/>.</param>
/// <param name="Dimension">The name of a dimension, with <paramref name="Value"/>.</param>
/// <param name="Value">The dimension's value; <see cref="Handoff.Agreements.Dimension.None"/> also of a lead that has none.</param>
/// <param name="ReceivedFrom">Received at or after.</param>
/// <param name="ReceivedBefore">Received before.</param>
public sealed record LeadFilter(
    LeadStatus? Status = null, string? Source = null, string? Team = null, string? Tier = null, string? Owner = null,
    string? Dimension = null, string? Value = null, Instant? ReceivedFrom = null, Instant? ReceivedBefore = null)
{
    /// <summary>Whether the lead is asked for.</summary>
    public bool Matches(LeadRow lead) =>
        (Status is null || Status == lead.Status) && Is(Source, lead.Source) && Is(Team, lead.Team) && Is(Tier, lead.Tier)
        && (Owner is null || Owner == (lead.LastOwner is { } last && !lead.HasClocks ? last.Value : lead.OwnerKey))
        && (Dimension is null || Value is null
            || Is(Value, lead.Dimensions.GetValueOrDefault(Dimension) ?? Handoff.Agreements.Dimension.None))
        && !(lead.ReceivedAt < ReceivedFrom) && !(lead.ReceivedAt >= ReceivedBefore);

    /// <summary>The shelves on which such leads stand.</summary>
    public IReadOnlyList<LeadShelf> Shelves => Status switch
    {
        null => LeadShelves.All,
        { } status when status.HasClocks() => LeadShelves.WithClocks,
        LeadStatus.SalesQualified => [LeadShelf.Open, LeadShelf.Unsettled, LeadShelf.Ended],
        _ => [LeadShelf.Unsettled, LeadShelf.Ended, LeadShelf.Returned],
    };

    private static bool Is(string? asked, string has) => asked is null || string.Equals(asked, has, StringComparison.Ordinal);
}
