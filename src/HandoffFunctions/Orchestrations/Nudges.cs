using System.Collections.Concurrent;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HandoffFunctions.Orchestrations;

/// <summary>
/// Gathers what a function's work told about streams, and tells their orchestrations afterwards. A nudge carries no data, and losing one costs the
/// reconciler's period; so what cannot be told is logged and left.
/// </summary>
internal sealed class Nudges(ILogger<Nudges> log) : IWakeUps
{
    /// <summary>The name of the one event that orchestrations wait for.</summary>
    public const string EventName = "nudge";

    private const int AtOnce = 16;

    /// <summary>One that runs, or is about to, is left alone; one that has ended is started again.</summary>
    private static readonly OrchestrationRuntimeStatus[] Alive =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private static readonly AsyncLocal<ConcurrentDictionary<StreamId, Told>?> Gathered = new();

    private enum Told
    {
        Begun,
        Nudged,
        Ended,
    }

    public void Begin(StreamId stream, Instant at) => Gathered.Value?.AddOrUpdate(stream, Told.Begun, (_, _) => Told.Begun);

    public void Nudge(StreamId stream, Instant at) => Gathered.Value?.AddOrUpdate(stream, Told.Nudged, (_, told) => told == Told.Begun ? told : Told.Nudged);

    public void End(StreamId stream) => Gathered.Value?.TryAdd(stream, Told.Ended);

    /// <summary>Does the work, then tells the orchestrations of the streams that it concerned.</summary>
    /// <param name="client">Reaches the orchestrations.</param>
    /// <param name="own">The stream whose own orchestration asks for the work: it sees for itself.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Cancels the telling.</param>
    public async Task<T> TellAfterAsync<T>(DurableTaskClient client, StreamId? own, Func<Task<T>> work, CancellationToken cancellation)
    {
        var gathered = Gathered.Value = [];
        try
        {
            return await work();
        }
        finally
        {
            Gathered.Value = null;
            var others = gathered.Where(one => one.Key != own);
            await Parallel.ForEachAsync(others, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (one, stop) =>
                await TellAsync(client, one.Key, one.Value, stop));
        }
    }

    private async Task TellAsync(DurableTaskClient client, StreamId stream, Told told, CancellationToken cancellation)
    {
        var instance = InstanceId.Of(stream);
        try
        {
            if (told == Told.Begun)
                await StartAsync(client, stream, cancellation);
            else if (!await IsRaisedAsync(client, instance, cancellation) && told == Told.Nudged)
                await StartAsync(client, stream, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(LogEvents.NudgeLost, e, "The orchestration {Instance} was not told; the reconciler finds the stream when it is due.", instance);
        }
    }

    private static async Task<bool> IsRaisedAsync(DurableTaskClient client, string instance, CancellationToken cancellation)
    {
        try
        {
            await client.RaiseEventAsync(instance, EventName, eventPayload: null, cancellation);
            return true;
        }
        // It was never started, was purged, or has ended.
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            return false;
        }
    }

    private static async Task StartAsync(DurableTaskClient client, StreamId stream, CancellationToken cancellation)
    {
        try
        {
            var options = new StartOrchestrationOptions(InstanceId.Of(stream)).WithDedupeStatuses(Alive);
            await client.ScheduleNewOrchestrationInstanceAsync(InstanceId.OrchestratorOf(stream), input: null, options, cancellation);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Somebody else has started it: its first turn sees everything that is saved.
        }
    }
}
