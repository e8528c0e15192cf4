using Handoff.AzureTables;
using Handoff.Service.Running;
using HandoffFunctions.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HandoffFunctions.Timers;

/// <summary>What is done by the clock alone.</summary>
internal sealed class TimerFunctions(Reconciler reconciler, AzureTablesStore store, Nudges nudges, IClock clock, ILogger<TimerFunctions> log)
{
    /// <summary>How long the history of an orchestration that has ended is kept.</summary>
    private static readonly Duration HistoryKept = Duration.FromDays(7);

    private static readonly OrchestrationRuntimeStatus[] Over =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>Every minute: any stream whose wake-up has passed is nudged, or its orchestration started again if it is gone.</summary>
    [Function(nameof(Reconcile))]
    public Task Reconcile([TimerTrigger("0 * * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        nudges.TellAfterAsync(client, own: null, () => reconciler.ReconcileAsync(cancellation));

    /// <summary>Every night: keys of deliveries that have expired, and histories of orchestrations that ended a week ago, are dropped.</summary>
    [Function(nameof(CleanUp))]
    public async Task CleanUp([TimerTrigger("0 17 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var expired = await store.DropExpiredAsync(now, cancellation);
        var before = (now - HistoryKept).ToDateTimeOffset();
        var purged = await client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedFrom: null, CreatedTo: before, Over), cancellation);
        log.LogInformation(LogEvents.Cleaned, "{Expired} expired keys and {Purged} histories were dropped.", expired, purged.PurgedInstanceCount);
    }
}
