using DurableTask.Core.Exceptions;
using Grpc.Core;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HandoffFunctions.Orchestrations;

/// <summary>Tells orchestrations what they have to know after a function's work. A lost nudge costs the reconciler's period.</summary>
internal sealed class Nudges(WorkAfterwards afterwards, IClock clock, ILogger<Nudges> log)
{
    /// <summary>The name of the one event that orchestrations wait for.</summary>
    public const string EventName = "nudge";

    /// <summary>One that runs, or is about to, is left alone; one that has ended is started again.</summary>
    private static readonly OrchestrationRuntimeStatus[] Alive =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <summary>Does the work and what follows from it, then tells the orchestrations of the streams that it concerned.</summary>
    /// <param name="client">Reaches the orchestrations.</param>
    /// <param name="own">The stream whose own orchestration asks for the work: it sees for itself.</param>
    public Task<T> TellAfterAsync<T>(DurableTaskClient client, StreamId? own, Func<Task<T>> work) =>
        afterwards.DoAsync(own, work, (stream, signal) => TellAsync(client, stream, signal));

    private async Task TellAsync(DurableTaskClient client, StreamId stream, OrchestrationSignal signal)
    {
        try
        {
            switch (signal)
            {
                case OrchestrationSignal.Start start:
                    await StartAsync(client, stream, start.At);
                    break;
                case OrchestrationSignal.Earlier earlier:
                    if (!await IsRaisedAsync(client, stream, new(Deadline.Of(earlier.At, clock.GetCurrentInstant()))))
                        await StartAsync(client, stream, earlier.At);
                    break;
                case OrchestrationSignal.Ended:
                    await IsRaisedAsync(client, stream, new(WakeUp: null));
                    break;
                default:
                    throw new InvalidOperationException($"No rule for {signal.GetType().Name}.");
            }
        }
        catch (Exception e)
        {
            log.LogWarning(
                LogEvents.NudgeLost, e, "The orchestration {Instance} was not told; the reconciler finds the stream when it is due.",
                InstanceId.Of(stream));
        }
    }

    private static async Task<bool> IsRaisedAsync(DurableTaskClient client, StreamId stream, Nudge nudge)
    {
        try
        {
            await client.RaiseEventAsync(InstanceId.Of(stream), EventName, nudge, CancellationToken.None);
            return true;
        }
        // It was never started, was purged, or has ended.
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            return false;
        }
    }

    private async Task StartAsync(DurableTaskClient client, StreamId stream, Instant at)
    {
        try
        {
            var options = new StartOrchestrationOptions(InstanceId.Of(stream)).WithDedupeStatuses(Alive);
            var first = Deadline.Of(at, clock.GetCurrentInstant());
            await client.ScheduleNewOrchestrationInstanceAsync(InstanceId.OrchestratorOf(stream), first, options, CancellationToken.None);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Somebody else has started it: it looks no later than who started it knew, and the reconciler finds what comes before.
        }
    }
}
