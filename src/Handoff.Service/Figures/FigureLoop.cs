using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace Handoff.Service.Figures;

/// <summary>
/// Freezes figures on the embedded host, and keeps the facts for the next start, a look a minute. What goes wrong here is logged and tried
/// again: leads go on without figures.
/// </summary>
public sealed class FigureLoop(FrozenFigures figures, FactKeeping facts, TimeProvider time, ILogger<FigureLoop> log)
    : PeriodicLook(TimeSpan.FromMinutes(1), time, looksAtOnce: true)
{
    /// <inheritdoc/>
    protected override async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await figures.FreezeAsync(cancellation);
            await facts.KeepAsync(evenUnread: false, cancellation);
        }
        catch (StoreUnavailableException e)
        {
            log.LogError(LogEvents.StoreDown, e, "The store does not answer; figures are frozen when it does.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(LogEvents.FiguresNotKept, e, "Figures of a period could not be frozen; it is tried again.");
        }
    }
}
