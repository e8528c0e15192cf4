using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace Handoff.Service.Fetching;

/// <summary>Has the embedded host look through vendors' forms. What goes wrong is logged and tried again.</summary>
public sealed class BackfillLoop(Backfill backfill, TimeProvider time, ILogger<BackfillLoop> log)
    : PeriodicLook(TimeSpan.FromMinutes(10), time)
{
    /// <inheritdoc/>
    protected override async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await backfill.RunAsync(cancellation);
        }
        catch (StoreUnavailableException e)
        {
            log.LogError(LogEvents.StoreDown, e, "The store does not answer; forms are looked through when it does.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(LogEvents.BackfillFailed, e, "Forms could not be looked through; it is tried again.");
        }
    }
}
