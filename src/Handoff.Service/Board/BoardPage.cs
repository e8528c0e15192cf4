using System.Collections.Immutable;
using Handoff.Board;
using Handoff.Rows;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>One handoff of a board.</summary>
/// <param name="OwnerName">The owner's name; of the queue, the name of the team's manager; empty: nobody is left.</param>
/// <param name="Left">What its clock shows, or null: no clock runs.</param>
/// <param name="ZoneId">The zone in which its clock counts, such as <c>Europe/Rome</c>; empty: by the wall.</param>
public sealed record BoardRow(LeadRow Handoff, LeadTitle Title, string OwnerName, TimeLeft? Left, string ZoneId)
{
    /// <summary>What the viewer can do about it.</summary>
    public RowActs Acts { get; init; }

    /// <summary>Until when its alerts are silent, or null: they are not.</summary>
    public Instant? SilentUntil { get; init; }
}

/// <summary>A value by which a board can be filtered.</summary>
/// <param name="Value">What stands in the address.</param>
/// <param name="Name">What people read.</param>
/// <param name="Count">How many handoffs have it, whatever else is filtered.</param>
public sealed record BoardChoice(string Value, string Name, int Count);

/// <summary>The values that the handoffs which a viewer may see have.</summary>
public sealed record BoardChoices(
    ImmutableArray<BoardChoice> Teams, ImmutableArray<BoardChoice> Owners, ImmutableArray<BoardChoice> Tiers,
    ImmutableArray<BoardChoice> Sources);

/// <summary>How many of the handoffs that a viewer may see and has not filtered away are what.</summary>
public sealed record BoardCounts(int Open, int Late, int InQueue, int Offered, int Accepted, int Contacted, int Opportunities, int Paused);

public sealed record BoardPage
{
    /// <summary>The product's time at which it was read.</summary>
    public required Instant Now { get; init; }

    /// <summary>The filter that it answers to.</summary>
    public required BoardFilter Filter { get; init; }

    /// <summary>The handoffs of this page, the most urgent first.</summary>
    public required ImmutableArray<BoardRow> Rows { get; init; }

    /// <summary>How many there are on all pages, of the filter's state.</summary>
    public required int Total { get; init; }

    /// <summary>Which page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages, at least 1.</summary>
    public required int Pages { get; init; }

    /// <summary>Counts over all pages, whatever state is filtered.</summary>
    public required BoardCounts Counts { get; init; }

    public required BoardChoices Choices { get; init; }

    /// <summary>How many the viewer may see without any filter.</summary>
    public required int Visible { get; init; }
}
