using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Leads;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>An e-mail that was sent about a lead.</summary>
/// <param name="Id">Under which it is found.</param>
/// <param name="At">When it was handed to the provider.</param>
/// <param name="IsAlert">Whether it lists alerts of its recipient, of this lead and perhaps of others.</param>
public sealed record TimelineMail(string Id, Instant At, string To, string Subject, bool IsAlert);

/// <summary>One thing that happened.</summary>
/// <param name="Type">Its word in the ledger; <c>alert_mailed</c> of an alert's e-mail, which the ledger of the lead does not hold.</param>
/// <param name="Says">One plain sentence in the viewer's language; empty of an alert's e-mail.</param>
/// <param name="Who">The name of the person who did it, or null: nobody in person.</param>
public sealed record TimelineEntry(Instant At, string Type, string Says, string? Who)
{
    /// <summary>Of a message that came to be owed: what became of it.</summary>
    public MessageFate? Fate { get; init; }

    /// <summary>The e-mail that was sent, which can be looked at.</summary>
    public TimelineMail? Mail { get; init; }
}

/// <summary>A message of the lead.</summary>
/// <param name="To">The recipient's name; empty of a message to another lead.</param>
/// <param name="Mail">The e-mail, or null: it was not sent, or not by e-mail.</param>
public sealed record TimelineMessage(MessageFate Fate, string To, TimelineMail? Mail);

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

    /// <summary>What happened, oldest first.</summary>
    public required ImmutableArray<TimelineEntry> Entries { get; init; }

    /// <summary>Its messages, by their numbers.</summary>
    public required ImmutableArray<TimelineMessage> Messages { get; init; }
}
