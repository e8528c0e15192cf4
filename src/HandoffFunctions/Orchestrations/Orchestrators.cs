using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace HandoffFunctions.Orchestrations;

/// <summary>
/// The clock of a stream (design section 4). It holds no rule and no personal data: its history is ids and times. Changing the order or the
/// names of its calls breaks what is in flight; host.json's version says under which code an instance began.
/// </summary>
internal static class Orchestrators
{
    /// <summary>After so many steps and nudges it continues as new, so no history grows long. Each attempt of a step counts.</summary>
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

    /// <summary>The report to the two heads.</summary>
    [Function(nameof(Report))]
    public static Task Report([OrchestrationTrigger] TaskOrchestrationContext context) => RunAsync(context);

    /// <summary>The warnings of promises that will be missed.</summary>
    [Function(nameof(Warnings))]
    public static Task Warnings([OrchestrationTrigger] TaskOrchestrationContext context) => RunAsync(context);

    /// <summary>The meetings of the two heads.</summary>
    [Function(nameof(Meeting))]
    public static Task Meeting([OrchestrationTrigger] TaskOrchestrationContext context) => RunAsync(context);

    /// <summary>A changed agreement that has to be signed.</summary>
    [Function(nameof(Proposal))]
    public static Task Proposal([OrchestrationTrigger] TaskOrchestrationContext context) => RunAsync(context);

    /// <summary>A part of what a channel is to be told, while anything is.</summary>
    [Function(nameof(Channel))]
    public static Task Channel([OrchestrationTrigger] TaskOrchestrationContext context) => RunAsync(context);

    /// <summary>The erasure of leads that are kept no longer.</summary>
    [Function(nameof(Expiry))]
    public static Task Expiry([OrchestrationTrigger] TaskOrchestrationContext context) => RunAsync(context);

    /// <summary>
    /// Waits for what comes first, the deadline or a nudge; takes a step when the deadline has come. The step carries out what is due and
    /// answers when something will be due again. The input is the first deadline.
    /// </summary>
    internal static async Task RunAsync(TaskOrchestrationContext context)
    {
        var attempts = 0;
        var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(MostAttempts, FirstPause, PausesGrow)
        {
            HandleFailure = _ => ++attempts > 0,
        });
        // One waiter, raced with timers, of which only the timer is ever cancelled: a cancelled waiter would eat the next event.
        var nudge = context.WaitForExternalEvent<Nudge>(Nudges.EventName);
        var due = context.GetInput<DateTime?>();
        while (true)
        {
            for (; nudge.IsCompleted; nudge = context.WaitForExternalEvent<Nudge>(Nudges.EventName), attempts++)
                due = (await nudge).Moves(due);
            if (due is not { } deadline)
                return;
            if (attempts >= MostSteps)
                break;
            if (deadline > context.CurrentUtcDateTime)
            {
                await WaitAsync(context, deadline, nudge);
                if (nudge.IsCompleted)
                    continue;
            }

            try
            {
                var step = await context.CallActivityAsync<Step>(nameof(Activities.TakeTurn), context.InstanceId, retry);
                due = Later(step.WakeUp, context.CurrentUtcDateTime);
            }
            catch (TaskFailedException)
            {
                (due, attempts) = (context.CurrentUtcDateTime + Rest, MostSteps);
            }

            attempts++;
        }

        // Right after a step or a nudge: one that is dropped here all the same is found by the reconciler.
        context.ContinueAsNew(due, preserveUnprocessedEvents: true);
    }

    private static DateTime? Later(DateTime? wakeUp, DateTime now) => wakeUp < now + Shortest ? now + Shortest : wakeUp;

    private static async Task WaitAsync(TaskOrchestrationContext context, DateTime due, Task nudge)
    {
        using var nudged = new CancellationTokenSource();
        var timer = context.CreateTimer(due, nudged.Token);
        await Task.WhenAny(timer, nudge);
        // A timer that is left would keep the instance from ending.
        CancelNow(nudged);
    }

    /// <summary>Not CancelAsync: an orchestrator that awaits anything but its own context's tasks never goes on.</summary>
    private static void CancelNow(CancellationTokenSource source) => source.Cancel();
}
