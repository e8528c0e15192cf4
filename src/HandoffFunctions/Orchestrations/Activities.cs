using Handoff.Service.Running;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HandoffFunctions.Orchestrations;

/// <summary>The one step of an orchestration. It may run twice: a step that was done finds nothing left to do.</summary>
internal sealed class Activities(WorkAfterwards work, Nudges nudges, IClock clock, ILogger<Activities> log)
{
    /// <summary>Takes a turn of the stream and delivers what it owes.</summary>
    [Function(nameof(TakeTurn))]
    public async Task<Step> TakeTurn(
        [ActivityTrigger] string instance, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var stream = InstanceId.StreamOf(instance);
        string failure;
        try
        {
            var wakeUp = await nudges.TellAfterAsync(client, stream, () => work.RunAsync(stream, opened: null, cancellation));
            return new(Deadline.Of(wakeUp, clock.GetCurrentInstant()));
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
