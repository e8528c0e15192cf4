using Handoff.Faults.Tests.World;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Hosts;

/// <summary>
/// Runs streams as the Functions app does: an orchestration for each, which outlives hosts and waits on the infrastructure's own clock; its
/// steps run on any host, and again on another when that one stops.
/// </summary>
internal sealed class Orchestrations(SimulatedWorld world)
{
    private const int MostAttempts = 3;
    private static readonly Duration Rest = Duration.FromMinutes(5);
    private static readonly Duration Shortest = Duration.FromSeconds(1);

    private readonly SplitMix _chance = world.Chance.Apart("orchestrations");
    private readonly Dictionary<StreamId, Orchestration> _alive = [];

    private sealed class Orchestration
    {
        /// <summary>The wake-ups that it was told and has not looked at; null: the life is over.</summary>
        public Queue<Instant?> Nudges { get; } = new();

        /// <summary>Ends the wait that there is; null: it is not waiting.</summary>
        public TaskCompletionSource? Waiting { get; set; }
    }

    /// <summary>How a step ended: in every attempt it failed, or it answered the next wake-up.</summary>
    private readonly record struct Stepped(bool IsDone, Instant? Next);

    /// <summary>Starts an orchestration or raises its event, as the Functions app does.</summary>
    public void Tell(StreamId stream, OrchestrationSignal signal)
    {
        var running = _alive.GetValueOrDefault(stream);
        switch (signal)
        {
            case OrchestrationSignal.Start start when running is null:
                Start(stream, start.At);
                break;
            case OrchestrationSignal.Start:
                break;
            case OrchestrationSignal.Earlier earlier when running is null:
                Start(stream, earlier.At);
                break;
            case OrchestrationSignal.Earlier earlier:
                Nudge(running, earlier.At);
                break;
            case OrchestrationSignal.Ended when running is not null:
                Nudge(running, null);
                break;
        }
    }

    private void Start(StreamId stream, Instant at) => _ = LiveAsync(stream, _alive[stream] = new(), at);

    private static void Nudge(Orchestration it, Instant? at)
    {
        it.Nudges.Enqueue(at);
        it.Waiting?.TrySetResult();
    }

    private async Task LiveAsync(StreamId stream, Orchestration it, Instant? due)
    {
        while (true)
        {
            while (it.Nudges.TryDequeue(out var nudge))
                due = nudge is { } at && due < at ? due : nudge;
            if (due is not { } deadline)
                break;
            if (deadline > world.Now)
            {
                await WaitAsync(it, deadline);
                if (it.Nudges.Count > 0)
                    continue;
            }

            var step = await StepAsync(stream);
            due = !step.IsDone ? world.Now + Rest : step.Next is { } next ? Instant.Max(next, world.Now + Shortest) : null;
        }

        _alive.Remove(stream);
    }

    private async Task WaitAsync(Orchestration it, Instant until)
    {
        var over = it.Waiting = new();
        world.Time.At(until, () => over.TrySetResult());
        await over.Task;
        it.Waiting = null;
    }

    /// <summary>A step on any host, tried three times.</summary>
    private async Task<Stepped> StepAsync(StreamId stream)
    {
        for (var attempt = 1; ; attempt++)
        {
            var step = await AttemptAsync(stream);
            if (step.IsDone || attempt == MostAttempts)
                return step;
            await TimeAsync(Duration.FromSeconds(attempt == 1 ? 5 : 20));
        }
    }

    private async Task<Stepped> AttemptAsync(StreamId stream)
    {
        while (true)
        {
            if (world.Fleet.Any() is not { } host)
            {
                await TimeAsync(Duration.FromSeconds(10));
                continue;
            }

            var ended = new TaskCompletionSource<Ending>();
            Instant? next = null;
            Errand.Run(
                world, host, async () => next = await host.Get<WorkAfterwards>().RunAsync(stream, null, default), ending =>
                ended.TrySetResult(ending), own: stream);
            var how = await ended.Task;
            if (how != Ending.Lost)
                return new(how == Ending.Done, next);
            // What a host had in hand is visible again after a while.
            await TimeAsync(_chance.Between(Duration.FromSeconds(10), Duration.FromMinutes(5)));
        }
    }

    private Task TimeAsync(Duration time)
    {
        var over = new TaskCompletionSource();
        world.Time.In(time, over.SetResult);
        return over.Task;
    }
}
