using Handoff.AzureTables.Agreements;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HandoffFunctions.Hosting;

/// <summary>Puts the published agreement in force before this instance takes its first request, and again when it changes.</summary>
internal sealed class AgreementWatch(AgreementKeeping agreement, Reconciler reconciler, TimeProvider time, ILogger<AgreementWatch> log)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    /// <summary>
    /// An instance without an agreement could answer nothing: it does not start. What a restored store still has is erased first.
    /// </summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await agreement.BeginAsync(cancellationToken);
        await reconciler.ApplyErasuresAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await agreement.LookAsync(stoppingToken);
            }
            catch (StoreUnavailableException e)
            {
                log.LogError(
                    LogEvents.StoreDown, e, "The published agreement cannot be read; looking again in {Seconds} s.", Period.TotalSeconds);
            }
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
