using Handoff.AzureTables;
using Handoff.Service.Busy;
using Handoff.Service.Fetching;
using Handoff.Service.Figures;
using Handoff.Service.Running;
using HandoffFunctions.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Status = Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace HandoffFunctions.Timers;

/// <summary>What is done by the clock alone.</summary>
internal sealed class TimerFunctions(
    Reconciler reconciler, FrozenFigures figures, FactKeeping facts, Backfill backfill, BusyCalendars calendars, AzureTablesStore store,
    Sweep sweep, Nudges nudges, IClock clock, ILogger<TimerFunctions> log)
{
    internal const string Histories = "histories";

    /// <summary>Every minute: any stream whose wake-up has passed is nudged, or its orchestration started again if it is gone.</summary>
    [Function(nameof(Reconcile))]
    public Task Reconcile(
        [TimerTrigger("0 * * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        nudges.TellAfterAsync(client, own: null, () => reconciler.ReconcileAsync(cancellation));

    /// <summary>
    /// Every ten minutes: what was said of a period that has ended is kept, whoever writes it first; and once an hour the facts for an
    /// instance that starts.
    /// </summary>
    [Function(nameof(FreezeFigures))]
    public async Task FreezeFigures([TimerTrigger("0 3/10 * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellation)
    {
        await figures.FreezeAsync(cancellation);
        await facts.KeepAsync(evenUnread: true, cancellation);
    }

    /// <summary>Every hour: the forms of vendors that only send notices are looked through, each once a day.</summary>
    [Function(nameof(BackfillForms))]
    public Task BackfillForms(
        [TimerTrigger("0 41 * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        nudges.TellAfterAsync(client, own: null, async () =>
        {
            await backfill.RunAsync(cancellation);
            return true;
        });

    /// <summary>Every hour: people's own calendars are read, and open leads that an absence concerns are nudged.</summary>
    [Function(nameof(ReadCalendars))]
    public Task ReadCalendars(
        [TimerTrigger("0 23 * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        nudges.TellAfterAsync(client, own: null, async () =>
        {
            await calendars.RunAsync(cancellation);
            return true;
        });

    /// <summary>
    /// Every night: keys of deliveries that have expired are dropped, and <see cref="PurgeHistories"/> is given its work.
    /// </summary>
    [Function(nameof(CleanUp))]
    public async Task CleanUp([TimerTrigger("0 17 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await sweep.BeginAsync(Histories, cancellation);
        var expired = await store.DropExpiredAsync(clock.GetCurrentInstant(), cancellation);
        log.LogInformation(LogEvents.Cleaned, "{Expired} expired keys were dropped.", expired);
    }

    /// <summary>Every quarter of an hour: goes on with the histories of orchestrations that ended a week ago, until none is left.</summary>
    [Function(nameof(PurgeHistories))]
    public async Task PurgeHistories(
        [TimerTrigger("0 7/15 * * * *", UseMonitor = false)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var ended = (clock.GetCurrentInstant() - Duration.FromDays(7)).ToDateTimeOffset();
        // What ended by then was created by then, and the store can look for that alone.
        var query = new OrchestrationQuery(CreatedTo: ended, Statuses: [Status.Completed, Status.Failed, Status.Terminated], PageSize: 500);
        var pages = (string? place) => client.GetAllInstancesAsync(query).AsPages(place).Select(page => new SweptPage(
            [.. page.Values.Where(one => one.LastUpdatedAt <= ended).Select(one => one.InstanceId)], page.ContinuationToken));
        if (await sweep.GoOnAsync(Histories, pages, client.PurgeInstanceAsync, cancellation) is { } purged)
            log.LogInformation(LogEvents.Cleaned, "{Purged} histories were dropped.", purged);
    }
}
