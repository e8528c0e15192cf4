using Handoff.Service.Running;
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
    protected override Task LookAsync(CancellationToken cancellation) =>
        TryAsync(FreezeAsync, "Freezing figures", LogEvents.FiguresNotKept, log, cancellation);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(facts.KeepLastAsync, "Keeping facts", LogEvents.FiguresNotKept, log, cancellationToken);
    }

    private async Task FreezeAsync(CancellationToken cancellation)
    {
        await figures.FreezeAsync(cancellation);
        await facts.KeepAsync(evenUnread: false, cancellation);
    }
}
