using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Leads;
using NodaTime;

namespace Handoff.Service.Returns;

/// <summary>What came back and waits for marketing, the last first.</summary>
/// <param name="Reasons">The reasons there are, with how many of each; of all pages.</param>
/// <param name="Total">How many there are of the reason that is shown.</param>
/// <param name="Page">Which page this is, from 1.</param>
public sealed record ReturnsPage(
    ImmutableArray<ReturnedLead> Leads, ImmutableArray<(string Code, string Says, int Count)> Reasons, int Total, int Page, int Pages,
    Instant Now)
{
    /// <summary>What is held back from sales, the last first; the newest where there are many.</summary>
    public ImmutableArray<HeldLead> Held { get; init; } = [];

    /// <summary>How many are held back.</summary>
    public int HeldTotal { get; init; }
}

/// <summary>A lead that is held back, with what it says.</summary>
/// <param name="Record">The lead's personal data; null: it cannot be read.</param>
public sealed record HeldLead(LeadRow Row, LeadRecord? Record)
{
    public Quarantine Quarantine => Row.Quarantine!;
}

/// <summary>One of them, with what marketing needs: who it is, why, and who to ask. No rep is named.</summary>
/// <param name="Record">The lead's personal data; null: it cannot be read.</param>
/// <param name="Says">The reason, in the reader's language.</param>
/// <param name="Notes">What sales noted on it, the oldest first.</param>
/// <param name="Ask">The name of the team's manager.</param>
public sealed record ReturnedLead(LeadRow Row, LeadRecord? Record, string Says, ImmutableArray<string> Notes, string Ask)
{
    public LeadEnding Ending => Row.Milestones.Ending!;

    /// <summary>Whether it may still be contested.</summary>
    public bool MayContest(Instant now) => Row.Contest is null && Ending.ContestUntil is { } until && now <= until;
}
