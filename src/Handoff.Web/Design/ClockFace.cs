using Handoff.Leads;
using NodaTime;

namespace Handoff.Web.Design;

/// <summary>A clock as people see it: its state, of which "at risk" is a shade of running, and its deadline.</summary>
/// <param name="IsAtRisk">Whether it runs and a rung of its ladder has fallen due: the agreement itself says that somebody should
/// look.</param>
/// <param name="MetAt">When the promise was kept, late or not; null: it was not.</param>
public sealed record ClockFace(ClockState State, bool IsAtRisk, Instant Due, Instant? MetAt)
{
    /// <summary>The colour of its state.</summary>
    public Tone Tone => State switch
    {
        ClockState.Running => IsAtRisk ? Tone.AtRisk : Tone.Running,
        ClockState.Paused or ClockState.Cancelled => Tone.Still,
        ClockState.Met => Tone.Met,
        ClockState.Breached => Tone.Breached,
        _ => throw new InvalidOperationException("Every state has a tone."),
    };

    /// <summary>Whether the deadline still matters: the promise is not kept, the clock neither stands still nor is cancelled.</summary>
    public bool Counts => MetAt is null && State is ClockState.Running or ClockState.Breached;

    /// <summary>The face of a lead's clock. A deadline that has passed shows as broken even before the turn that records it.</summary>
    public static ClockFace Of(ClockRun clock, Instant now)
    {
        var state = clock.State == ClockState.Running && clock.Plan.Due <= now ? ClockState.Breached : clock.State;
        var atRisk = state == ClockState.Running && clock.Plan.Rungs.Any(rung => rung <= now);
        return new(state, atRisk, clock.Plan.Due, clock.MetAt);
    }
}
