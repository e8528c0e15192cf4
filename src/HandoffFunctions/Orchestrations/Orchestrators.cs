using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace HandoffFunctions.Orchestrations;

/// <summary>
/// The clock and courier of a stream (DESIGN section 4). It holds no rule and no personal data: its history is ids, numbers and times. Changing the order
/// or the names of its calls breaks what is in flight; host.json's version says under which code an instance began.
/// </summary>
internal static class Orchestrators
{
    /// <summary>After so many steps it continues as new, so no history grows long. Each attempt of a step counts.</summary>
    internal const int MostSteps = 20;

    private const int MostAttempts = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private const double PausesGrow = 4;

    /// <summary>How long a stream rests whose step failed in every attempt; a nudge of the reconciler ends it.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>The clocks of two machines differ: a timer that fires a moment early would find nothing due.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>The life of one lead; the instance id is the lead's.</summary>
    [Function(nameof(LeadHandoff))]
    public static Task LeadHandoff([OrchestrationTrigger] TaskOrchestrationContext context) => RunAsync(context);

    /// <summary>The alerts of one person, while there are any.</summary>
    [Function(nameof(Alerts))]
    public static Task Alerts([OrchestrationTrigger] TaskOrchestrationContext context) => RunAsync(context);

    /// <summary>Takes a turn, delivers what is owed, waits for what comes first: the deadline or a nudge.</summary>
    internal static async Task RunAsync(TaskOrchestrationContext context)
    {
        var attempts = 0;
        var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(MostAttempts, FirstPause, PausesGrow)
        {
            HandleFailure = _ => ++attempts > 0,
        });
        // One waiter, raced with timers, of which only the timer is ever cancelled: a cancelled waiter would eat the next event.
        var nudge = context.WaitForExternalEvent<object?>(Nudges.EventName);
        while (true)
        {
            // The turn that follows answers every nudge until here.
            while (nudge.IsCompleted)
                nudge = context.WaitForExternalEvent<object?>(Nudges.EventName);

            DateTime? wakeUp;
            var isTired = false;
            try
            {
                var step = await context.CallActivityAsync<Step>(nameof(Activities.TakeTurn), context.InstanceId, retry);
                for (attempts++; step.Owed.Length > 0 && attempts < MostSteps; attempts++)
                    step = await context.CallActivityAsync<Step>(nameof(Activities.DeliverMessage), new Owed(context.InstanceId, step.Owed[0]), retry);
                wakeUp = step.WakeUp;
            }
            catch (TaskFailedException)
            {
                (wakeUp, isTired) = (context.CurrentUtcDateTime + Rest, true);
            }

            if (wakeUp is null && !nudge.IsCompleted)
                return;
            if (!isTired && attempts >= MostSteps)
                break;
            if (wakeUp is { } due && !nudge.IsCompleted)
                await WaitAsync(context, due, nudge);
            if (isTired)
                break;
        }

        // Right after a turn: a nudge that is dropped here all the same is found by the reconciler.
        context.ContinueAsNew(preserveUnprocessedEvents: true);
    }

    private static async Task WaitAsync(TaskOrchestrationContext context, DateTime due, Task nudge)
    {
        using var nudged = new CancellationTokenSource();
        var soonest = context.CurrentUtcDateTime + Shortest;
        var timer = context.CreateTimer(due > soonest ? due : soonest, nudged.Token);
        await Task.WhenAny(timer, nudge);
        // A timer that is left would keep the instance from ending.
        CancelNow(nudged);
    }

    /// <summary>Not CancelAsync: an orchestrator that awaits anything but its own context's tasks never goes on.</summary>
    private static void CancelNow(CancellationTokenSource source) => source.Cancel();
}
