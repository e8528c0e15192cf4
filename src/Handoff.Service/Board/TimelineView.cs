using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Leads;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>An e-mail that was sent about a lead.</summary>
/// <param name="Id">Under which it is found.</param>
/// <param name="At">When it was handed to the provider.</param>
/// <param name="IsAlert">Whether it lists alerts of its recipient, of this lead and perhaps of others.</param>
public sealed record TimelineMail(string Id, Instant At, string To, string Subject, bool IsAlert);

/// <summary>One thing that happened.</summary>
/// <param name="Type">Its word in the ledger, or one of <see cref="TimelineTypes"/>.</param>
/// <param name="Says">One plain sentence in the viewer's language; empty where the other members say it.</param>
/// <param name="Who">The name of the person who did it, or to whom a message goes; null: nobody in person.</param>
public sealed record TimelineEntry(Instant At, string Type, string Says, string? Who)
{
    /// <summary>Of a message: which it is and where it is.</summary>
    public MessageFate? Fate { get; init; }

    /// <summary>The e-mail that was sent, which can be looked at.</summary>
    public TimelineMail? Mail { get; init; }

    /// <summary>Of a message that was repeated: how often it stands here.</summary>
    public int Times { get; init; } = 1;

    /// <summary>What is folded into it, the last first.</summary>
    public ImmutableArray<TimelineEntry> Folded { get; init; } = [];

    /// <summary>How the person came, by part (campaign, source, ...).</summary>
    public ImmutableSortedDictionary<string, string>? Touch { get; init; }

    /// <summary>Of an earlier handoff of the person, the lead; null: it is none, or not the viewer's to see.</summary>
    public LeadRow? Earlier { get; init; }

    /// <summary>Whether it happened before <see cref="At"/>, and nobody knows when.</summary>
    public bool IsBefore { get; init; }
}

/// <summary>What the journey of a lead tells beside the events of its ledger.</summary>
public static class TimelineTypes
{
    /// <summary>How the person came for the first time.</summary>
    public const string FirstTouch = "first_touch";

    /// <summary>An earlier handoff of the person.</summary>
    public const string EarlierLead = "earlier_lead";

    /// <summary>A message, whatever became of it.</summary>
    public const string Message = "message";
}

/// <summary>The life of a lead.</summary>
public sealed record TimelineView
{
    /// <summary>The product's time.</summary>
    public required Instant Now { get; init; }

    public required Lead Lead { get; init; }

    /// <summary>The personal data, or null: erased.</summary>
    public required LeadRecord? Record { get; init; }

    /// <summary>As a row of the board, or null: its clocks are over.</summary>
    public required BoardRow? Row { get; init; }

    /// <summary>Who answers for it; empty: nobody in sales.</summary>
    public required string OwnerName { get; init; }

    /// <summary>From the first touch to what happened last, the last first.</summary>
    public required ImmutableArray<TimelineEntry> Entries { get; init; }
}
