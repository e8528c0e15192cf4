using System.Collections.Immutable;
using Handoff.Leads;

namespace Handoff.Service.Turns;

/// <summary>What came of a turn.</summary>
/// <param name="Lead">The state after it, or null: there is no such lead.</param>
/// <param name="Answer">What whoever asked is told.</param>
public sealed record TurnOutcome(Lead? Lead, Answer Answer)
{
    /// <summary>
    /// The lead's last events as far as they are at hand: those of this turn, or where nothing happened in it of the one before; else none.
    /// </summary>
    public ImmutableArray<LeadEvent> Latest { get; init; } = [];

    /// <summary>The lead for the next step, or null: it has to be read.</summary>
    public OpenedLead? Opened { get; init; }
}
