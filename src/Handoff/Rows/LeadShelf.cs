using Handoff.Leads;

namespace Handoff.Rows;

/// <summary>Where the row of a lead stands, so that those who look for a few rows need not read all. A row stands on one shelf.</summary>
public enum LeadShelf
{
    /// <summary>In a manager's queue: nobody could be asked, and capacity that becomes free is for these.</summary>
    Waiting,

    /// <summary>Its clocks run, and it is not in the queue.</summary>
    Open,

    /// <summary>Its clocks are over, but a message of it fails or is parked, or somebody could not be told.</summary>
    Unsettled,

    /// <summary>Its clocks are over, and nothing is left to do.</summary>
    Ended,

    /// <summary>It came back or is held back, and marketing has yet to act on it.</summary>
    Returned,
}

/// <summary>Which shelf a lead stands on.</summary>
public static class LeadShelves
{
    public static IReadOnlyList<LeadShelf> WithClocks { get; } = [LeadShelf.Waiting, LeadShelf.Open];

    /// <summary>The shelves of leads with which something is left to do.</summary>
    public static IReadOnlyList<LeadShelf> Unended { get; } = [LeadShelf.Waiting, LeadShelf.Open, LeadShelf.Unsettled];

    /// <summary>The shelves on which a lead may stand that came back or is held back.</summary>
    public static IReadOnlyList<LeadShelf> Returns { get; } = [LeadShelf.Unsettled, LeadShelf.Returned];

    public static IReadOnlyList<LeadShelf> All { get; } = [.. Enum.GetValues<LeadShelf>()];

    public static LeadShelf Of(Lead lead) =>
        lead is { Status: LeadStatus.Qualified, AwaitsRouting: false } ? LeadShelf.Waiting
        : lead.HasClocks ? LeadShelf.Open
        : lead.Status != LeadStatus.Erased && IsUnsettled(lead) ? LeadShelf.Unsettled
        : lead.IsBack || lead.Status == LeadStatus.Quarantined ? LeadShelf.Returned
        : LeadShelf.Ended;

    private static bool IsUnsettled(Lead lead) =>
        !lead.Parked.IsEmpty || lead.Milestones.UntoldAt is not null || lead.Outbox.Any(message => message.Attempts > 0);
}
