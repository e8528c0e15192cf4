using Grpc.Core;
using Handoff.Service.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HandoffFunctions.Timers;

/// <summary>
/// The histories of orchestrations that ended a while ago, which are purged: by when they ended, page by page, in as many runs as it takes.
/// A run that
/// has no time left keeps its place, and the next one goes on there.
/// </summary>
internal sealed class Histories(IFactStore facts, IClock clock, TimeProvider time, ILogger<Histories> log)
{
    /// <summary>How long the history of an orchestration that has ended is kept.</summary>
    public static readonly Duration Kept = Duration.FromDays(7);

    /// <summary>The name of the place where the next run begins.</summary>
    internal const string PlaceName = "histories";

    private const string Nowhere = "";
    private const string Beginning = "begin";
    private const string After = "after ";
    private const int AtOnce = 32;

    private static readonly OrchestrationRuntimeStatus[] Over =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>How many orchestrations are looked at in one request.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>How long a run takes; the last page comes on top. The host ends a function after ten minutes.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(7);

    /// <summary>Has the next run begin at the beginning, unless one is under way.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        if ((await facts.FindValueAsync(PlaceName, cancellation) ?? Nowhere) == Nowhere)
            await facts.SaveValueAsync(PlaceName, Beginning, cancellation);
    }

    /// <summary>Goes on where the last run stopped, if there is anything left.</summary>
    /// <returns>How many histories were purged; null: there was nothing to do.</returns>
    public async Task<int?> PurgeAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        if (await facts.FindValueAsync(PlaceName, cancellation) is not { } place || place == Nowhere)
            return null;
        var (begun, purged) = (time.GetTimestamp(), 0);
        var ended = (clock.GetCurrentInstant() - Kept).ToDateTimeOffset();
        // What ended by then was created by then, and the store can look for that alone.
        var query = new OrchestrationQuery(CreatedTo: ended, Statuses: Over, PageSize: PageSize);
        var pages = client.GetAllInstancesAsync(query).AsPages(place.StartsWith(After, StringComparison.Ordinal) ? place[After.Length..] : null, PageSize);
        try
        {
            await foreach (var page in pages.WithCancellation(cancellation))
            {
                purged += await PurgeAsync(client, page.Values.Where(one => one.LastUpdatedAt <= ended).Select(one => one.InstanceId), cancellation);
                place = page.ContinuationToken is { Length: > 0 } next ? After + next : Nowhere;
                if (place != Nowhere && time.GetElapsedTime(begun) >= Longest)
                    break;
            }
        }
        catch (RpcException) when (place.StartsWith(After, StringComparison.Ordinal))
        {
            // A place that is no good must not be kept for ever.
            await facts.SaveValueAsync(PlaceName, Beginning, cancellation);
            throw;
        }

        await facts.SaveValueAsync(PlaceName, place, cancellation);
        return purged;
    }

    /// <summary>One that was started again a moment ago may go too; the reconciler starts it once more when it is due.</summary>
    private async Task<int> PurgeAsync(DurableTaskClient client, IEnumerable<string> instances, CancellationToken cancellation)
    {
        var purged = 0;
        await Parallel.ForEachAsync(instances, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (instance, stop) =>
        {
            try
            {
                var result = await client.PurgeInstanceAsync(instance, options: null, stop);
                Interlocked.Add(ref purged, result.PurgedInstanceCount);
            }
            catch (RpcException e) when (!stop.IsCancellationRequested)
            {
                log.LogWarning(LogEvents.HistoryKept, e, "The history of {Instance} was not purged; tomorrow it is tried again.", instance);
            }
        });
        return purged;
    }
}
