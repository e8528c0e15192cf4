using Microsoft.Extensions.Hosting;

namespace Handoff.Service.Running;

/// <summary>Work of the embedded host that is done once a period, one look after the other, until the host stops.</summary>
/// <param name="period">From one look to the next.</param>
/// <param name="time">By whose clock.</param>
/// <param name="looksAtOnce">Whether the first look does not wait for the period.</param>
public abstract class PeriodicLook(TimeSpan period, TimeProvider time, bool looksAtOnce = false) : BackgroundService
{
    /// <summary>Takes one look. What it throws ends the work.</summary>
    protected abstract Task LookAsync(CancellationToken cancellation);

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
