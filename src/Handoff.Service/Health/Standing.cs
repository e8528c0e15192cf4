using Handoff.Service.Running;
using NodaTime;

namespace Handoff.Service.Health;

/// <summary>Whether the product keeps its promises now; where several things are wrong, the first of them.</summary>
public enum Standing
{
    /// <summary>Every clock is running.</summary>
    Running,

    /// <summary>The store does not answer.</summary>
    StoreDown,

    /// <summary>The reconciler has not looked for two of its periods, or not yet.</summary>
    Silent,

    /// <summary>Something is overdue by more than two periods of the reconciler.</summary>
    Late,

    /// <summary>No e-mail has gone for a quarter of an hour, though some should have.</summary>
    DeliveriesStuck,

    /// <summary>The changed agreement was refused; the last good one stays in force.</summary>
    AgreementRefused,
}

/// <summary>Tells how the product stands.</summary>
public static class Standings
{
    /// <summary>How long the reconciler may not have looked: one look may come late, two may not.</summary>
    private static readonly Duration Silence = Reconciler.Period * 2;

    private static readonly Duration Stuck = Duration.FromMinutes(15);

    public static Standing Of(HealthReport health) => health switch
    {
        { StoreAnswers: false } => Standing.StoreDown,
        { ReconciledAt: null } => Standing.Silent,
        { ReconciledAt: { } at } when health.Now - at > Silence => Standing.Silent,
        { Overdue: > 0 } => Standing.Late,
        { DeliveriesFailSince: { } since } when health.Now - since >= Stuck => Standing.DeliveriesStuck,
        { AgreementMistakes.IsEmpty: false } => Standing.AgreementRefused,
        _ => Standing.Running,
    };
}
