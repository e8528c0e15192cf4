using Handoff.Service.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Handoff.Service.Running;

/// <summary>
/// Runs the reconciler once a period on the embedded host. The first look ends before the host runs anything, so that it sees what the
/// host's absence has made late.
/// </summary>
public sealed class ReconcilerLoop(Reconciler reconciler, TimeProvider time, ILogger<ReconcilerLoop> log) : BackgroundService
{
    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Reconciler.Period.ToTimeSpan(), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
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
