using Handoff.Service.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Handoff.Service.Running;

/// <summary>Runs the reconciler once a period on the embedded host.</summary>
public sealed class ReconcilerLoop(Reconciler reconciler, TimeProvider time, ILogger<ReconcilerLoop> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Reconciler.Period.ToTimeSpan(), time);
        try
        {
            do
            {
                try
                {
                    await reconciler.ReconcileAsync(stoppingToken);
                }
                catch (Storage.StoreUnavailableException e)
                {
                    log.LogError(LogEvents.StoreDown, e, "The store does not answer; reconciling again in a minute.");
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }
}
