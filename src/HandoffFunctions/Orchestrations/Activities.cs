using Handoff.Service.Running;
using Handoff.Service.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace HandoffFunctions.Orchestrations;

/// <summary>The two steps of an orchestration. Each may run twice: a step that was done finds nothing left to do.</summary>
internal sealed class Activities(StreamSteps steps, Nudges nudges, ILogger<Activities> log)
{
    /// <summary>Takes a turn of the stream.</summary>
    [Function(nameof(TakeTurn))]
    public Task<Step> TakeTurn([ActivityTrigger] string instance, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        TakeAsync(instance, client, stream => steps.TakeTurnAsync(stream, cancellation), cancellation);

    /// <summary>Delivers one message and records what came of it.</summary>
    [Function(nameof(DeliverMessage))]
    public Task<Step> DeliverMessage([ActivityTrigger] Owed owed, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        TakeAsync(owed.Instance, client, stream => steps.DeliverAsync(stream, owed.Number, cancellation), cancellation);

    private async Task<Step> TakeAsync(string instance, DurableTaskClient client, Func<StreamId, Task<StreamStep>> take, CancellationToken cancellation)
    {
        var stream = InstanceId.StreamOf(instance);
        string failure;
        try
        {
            return Step.Of(await nudges.TellAfterAsync(client, stream, () => take(stream), cancellation));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(LogEvents.TurnFailed, e, "A step of {Instance} failed; it is taken again.", instance);
            failure = e.GetType().Name;
        }

        // The history keeps what is thrown, and texts of exceptions may quote anything.
        throw new InvalidOperationException($"A step failed by {failure}; the log has the reason.");
    }
}
