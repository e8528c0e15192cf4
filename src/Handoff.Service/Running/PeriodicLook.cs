using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Handoff.Service.Running;

/// <summary>Work of the embedded host that is done once a period, one look after the other, until the host stops.</summary>
/// <param name="period">From one look to the next.</param>
/// <param name="time">By whose clock.</param>
/// <param name="looksAtOnce">Whether the first look does not wait for the period.</param>
public abstract class PeriodicLook(TimeSpan period, TimeProvider time, bool looksAtOnce = false) : BackgroundService
{
    /// <summary>Takes one look. What it throws ends the work.</summary>
    protected abstract Task LookAsync(CancellationToken cancellation);

    /// <summary>Takes a look whose failure is logged and nothing more: the next one tries again.</summary>
    /// <param name="what">What is done, such as "Reading calendars".</param>
    /// <param name="failed">The event of a failure that is not the store's silence.</param>
    protected static async Task TryAsync(
        Func<CancellationToken, Task> look, string what, EventId failed, ILogger log, CancellationToken cancellation)
    {
        try
        {
            await look(cancellation);
        }
        catch (StoreUnavailableException e)
        {
            log.LogError(LogEvents.StoreDown, e, "The store does not answer. {What} is tried again.", what);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(failed, e, "{What} failed and is tried again.", what);
        }
    }

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        try
        {
            if (looksAtOnce)
                await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }
}
