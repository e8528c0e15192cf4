using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Tests.Board;

/// <summary>Rows of leads.</summary>
internal static class GivenRow
{
    /// <summary>The row of a lead that waits in the queue.</summary>
    public static LeadRow Of(string id) => new()
    {
        Id = new(id),
        Status = LeadStatus.Qualified,
        Shelf = LeadShelf.Open,
        Tier = "warm",
        Team = "italy",
        Source = "website",
        Agreement = "1",
        Score = 50,
        Completeness = 100,
        ReceivedAt = Instant.FromUtc(2026, 11, 30, 8, 0),
        ChangedAt = Instant.FromUtc(2026, 11, 30, 8, 0),
        Dimensions = ImmutableSortedDictionary<string, string>.Empty,
        LastTouch = ImmutableSortedDictionary<string, string>.Empty,
        Owner = Owner.ManagerQueue,
        Asked = [],
        Requests = 1,
        Milestones = Milestones.None,
        Clocks = [],
    };

    /// <summary>The row as a store has it.</summary>
    public static StoredRow Stored(LeadRow row) => new(row.Id.Value, LedgerJson.Write(row), row.Id.Value);
}
