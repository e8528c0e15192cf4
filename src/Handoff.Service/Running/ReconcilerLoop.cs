using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace Handoff.Service.Running;

/// <summary>
/// Runs the reconciler once a period on the embedded host. The first look ends before the host runs anything, so that it sees what the
/// host's absence has made late.
/// </summary>
public sealed class ReconcilerLoop(Reconciler reconciler, TimeProvider time, ILogger<ReconcilerLoop> log)
    : PeriodicLook(Reconciler.Period.ToTimeSpan(), time)
{
    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await reconciler.ReconcileAsync(cancellation);
        }
        catch (Storage.StoreUnavailableException e)
        {
            log.LogError(LogEvents.StoreDown, e, "The store does not answer; reconciling again in a minute.");
        }
    }
}
