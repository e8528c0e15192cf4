using System.Collections.Immutable;
using Handoff.Service.News;
using NodaTime;

namespace Handoff.Service.Leads;

/// <summary>What <c>GET /api/leads/{id}</c> shows.</summary>
public sealed record LeadView(
    string Id, string Status, string Tier, int Score, string? Owner, ImmutableArray<ClockView> Clocks, ImmutableArray<EventView> Events)
{
    /// <summary>What the lead is counted by, such as its campaign.</summary>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>How the person came the first time, by part.</summary>
    public required IReadOnlyDictionary<string, string> FirstTouch { get; init; }

    /// <summary>How the person came to this request, by part.</summary>
    public required IReadOnlyDictionary<string, string> LastTouch { get; init; }

    /// <summary>Which channels were given something of it, and when; it stays when the lead is erased.</summary>
    public required ImmutableArray<ToldChannel> ToldTo { get; init; }
}

/// <summary>
/// A clock: <c>name</c> is <c>accept</c>, <c>first_contact</c> or <c>feedback</c>; <c>state</c> as design section 8 lists it.
/// </summary>
public sealed record ClockView(string Name, string Within, Instant StartedAt, Instant Due, string State);

/// <summary>An event and what it says in one plain sentence.</summary>
public sealed record EventView(Instant At, string Type, string Says);
