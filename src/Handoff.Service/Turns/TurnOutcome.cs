using Handoff.Leads;

namespace Handoff.Service.Turns;

/// <summary>What came of a turn.</summary>
/// <param name="Opened">The lead after it, or null: there is no such lead.</param>
/// <param name="Answer">What whoever asked is told.</param>
public sealed record TurnOutcome(OpenedLead? Opened, Answer Answer)
{
    /// <summary>The state after it, or null: there is no such lead.</summary>
    public Lead? Lead => Opened?.Lead;
}
