using System.Collections.Immutable;
using NodaTime;

namespace Handoff.Service.Leads;

/// <summary>What <c>GET /api/leads/{id}</c> shows.</summary>
public sealed record LeadView(
    string Id, string Status, string Tier, int Score, string? Owner, ImmutableArray<ClockView> Clocks, ImmutableArray<EventView> Events);

/// <summary>A clock: <c>name</c> is <c>accept</c>, <c>first_contact</c> or <c>feedback</c>; <c>state</c> as DESIGN section 8 lists it.</summary>
public sealed record ClockView(string Name, string Within, Instant StartedAt, Instant Due, string State);

/// <summary>An event and what it says in one plain sentence.</summary>
public sealed record EventView(Instant At, string Type, string Says);
