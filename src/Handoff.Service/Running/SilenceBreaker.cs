using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Running;

/// <summary>
/// Looks in the reconciler's place when it is silent: timers have been seen to stop after a deployment while requests were answered
/// (azure-functions-host#11828). Called after requests; it asks the store at most once a period.
/// </summary>
public sealed class SilenceBreaker(Reconciler reconciler, IFactStore facts, IClock clock, ILogger<SilenceBreaker> log)
{
    private static readonly Duration Silence = Reconciler.Period * 3;
    private long _nextLook;

    /// <summary>
    /// Reconciles if the reconciler's last look is more than three periods old. A store that fails is left to a later request.
    /// </summary>
    public async Task<bool> ReconcileIfSilentAsync(CancellationToken cancellation)
    {
        try
        {
            return await LookAsync(cancellation);
        }
        catch (StoreUnavailableException e)
        {
            log.LogError(LogEvents.StoreDown, e, "The store does not answer; reconciling after a later request.");
            return false;
        }
    }

    private async Task<bool> LookAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var next = Interlocked.Read(ref _nextLook);
        if (now.ToUnixTimeTicks() < next
            || Interlocked.CompareExchange(ref _nextLook, (now + Reconciler.Period).ToUnixTimeTicks(), next) != next)
            return false;
        var heartbeat = await facts.FindValueAsync(Reconciler.HeartbeatName, cancellation);
        if (heartbeat is not null && now - InstantPattern.ExtendedIso.Parse(heartbeat).Value <= Silence)
            return false;
        await reconciler.ReconcileAsync(cancellation);
        return true;
    }
}
