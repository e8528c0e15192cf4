using Handoff.Service.Running;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace Handoff.Service.Fetching;

/// <summary>Has the embedded host look through vendors' forms. What goes wrong is logged and tried again.</summary>
public sealed class BackfillLoop(Backfill backfill, TimeProvider time, ILogger<BackfillLoop> log)
    : PeriodicLook(TimeSpan.FromMinutes(10), time)
{
    /// <inheritdoc/>
    protected override Task LookAsync(CancellationToken cancellation) =>
        TryAsync(backfill.RunAsync, "Looking through forms", LogEvents.BackfillFailed, log, cancellation);
}
