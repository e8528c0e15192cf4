using System.Collections.Immutable;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>What a reader may choose from on a link page.</summary>
public sealed record LinkChoices
{
    /// <summary>Reasons: code and text in the reader's language.</summary>
    public ImmutableArray<(string Code, string Text)> Reasons { get; init; } = [];

    /// <summary>Reps to assign to, who can act now first.</summary>
    public ImmutableArray<RepChoice> Reps { get; init; } = [];

    /// <summary>The latest time until which alerts can be silenced.</summary>
    public Instant? SnoozeLatest { get; init; }

    /// <summary>Until when the reader has silenced the lead's alerts, or null.</summary>
    public Instant? SnoozedUntil { get; init; }

    /// <summary>The day of the next contact, which the reader has named; null: none.</summary>
    public FollowUpDay? Planned { get; init; }

    /// <summary>In which currency an opportunity is counted, as far as the lead or the agreement says; null: neither does.</summary>
    public string? Currency { get; init; }

    /// <summary>Until when whoever says "I am on it" now would hear nothing more of it, or null: that cannot be said now.</summary>
    public Instant? OnItUntil { get; init; }

    /// <summary>Who else has said to be on it, and until when, or null.</summary>
    public (string Name, Instant Until)? IsOnIt { get; init; }

    /// <summary>Whether the reader, a manager, has the lead already.</summary>
    public bool HasIt { get; init; }

    /// <summary>Who had the lead until a manager gave it to somebody else a moment ago, or null.</summary>
    public RepChoice? GiveBackTo { get; init; }

    /// <summary>Whether the reader is away now, on an absence page.</summary>
    public bool IsAway { get; init; }
}
