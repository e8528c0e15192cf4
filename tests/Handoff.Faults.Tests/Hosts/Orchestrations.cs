using Handoff.Faults.Tests.World;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Faults.Tests.Hosts;

/// <summary>
/// Runs streams as the Functions app does: an orchestration for each, which outlives hosts and waits on the infrastructure's own clock; its steps run on
/// any host, and again on another when that one stops.
/// </summary>
internal sealed class Orchestrations(SimulatedWorld world)
{
    private const int MostAttempts = 3;
    private const int MostSteps = 20;
    private static readonly Duration Rest = Duration.FromMinutes(5);
    private static readonly Duration Shortest = Duration.FromSeconds(1);

    private readonly SplitMix _chance = world.Chance.Apart("orchestrations");
    private readonly Dictionary<StreamId, Orchestration> _alive = [];

    private sealed class Orchestration
    {
        public bool IsNudged { get; set; }

        /// <summary>Ends the wait that there is; null: it is not waiting.</summary>
        public TaskCompletionSource? Waiting { get; set; }
    }

    /// <summary>Begins an orchestration, or raises its event; <paramref name="starts"/>: starts it when there is none.</summary>
    public void Tell(StreamId stream, bool starts)
    {
        if (_alive.TryGetValue(stream, out var running))
        {
            running.IsNudged = true;
            running.Waiting?.TrySetResult();
        }
        else if (starts)
        {
            _ = LiveAsync(stream, _alive[stream] = new());
        }
    }

    private async Task LiveAsync(StreamId stream, Orchestration it)
    {
        while (true)
        {
            it.IsNudged = false;
            var step = await StepAsync(stream, host => host.Get<StreamSteps>().TakeTurnAsync(stream, default));
            for (var steps = 1; step is { Owed: [var number, ..] } && steps < MostSteps; steps++)
                step = await StepAsync(stream, host => host.Get<StreamSteps>().DeliverAsync(stream, number, default));
            if (step is { NextWakeUp: null } && !it.IsNudged)
                break;
            if (!it.IsNudged)
                await WaitAsync(it, step is null ? world.Now + Rest : Instant.Max(step.NextWakeUp ?? world.Now, world.Now + Shortest));
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

    /// <summary>A step on any host, tried three times; null: it failed in every attempt.</summary>
    private async Task<StreamStep?> StepAsync(StreamId own, Func<SimulatedHost, Task<StreamStep>> take)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await AttemptAsync(own, take) is { } step)
                return step;
            if (attempt == MostAttempts)
                return null;
            await TimeAsync(Duration.FromSeconds(attempt == 1 ? 5 : 20));
        }
    }

    private async Task<StreamStep?> AttemptAsync(StreamId own, Func<SimulatedHost, Task<StreamStep>> take)
    {
        while (true)
        {
            if (world.Fleet.Any() is not { } host)
            {
                await TimeAsync(Duration.FromSeconds(10));
                continue;
            }

            var ended = new TaskCompletionSource<Ending>();
            StreamStep? step = null;
            Errand.Run(world, host, async () =>
            {
                NudgesOf.Own.Value = own;
                step = await take(host);
            }, ending => ended.TrySetResult(ending));
            var how = await ended.Task;
            if (how != Ending.Lost)
                return how == Ending.Done ? step : null;
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

/// <summary>Tells the orchestrations what a host's work told, a little later; a nudge may get lost.</summary>
internal sealed class NudgesOf(SimulatedWorld world, Orchestrations orchestrations, SimulatedHost host) : IWakeUps
{
    private readonly SplitMix _chance = world.Chance.Apart("nudges");

    /// <summary>The stream whose own orchestration asks for the work: it sees for itself.</summary>
    public static AsyncLocal<StreamId?> Own { get; } = new();

    public void Begin(StreamId stream, Instant at) => Tell(stream, starts: true);

    public void Nudge(StreamId stream, Instant at) => Tell(stream, starts: true);

    public void End(StreamId stream) => Tell(stream, starts: false);

    private void Tell(StreamId stream, bool starts)
    {
        if (Own.Value == stream || world.Fleet.Misfortunes.Loses())
            return;
        world.Time.In(_chance.Between(Duration.Zero, Duration.FromSeconds(2)), () =>
        {
            if (host.IsAlive)
                orchestrations.Tell(stream, starts);
        });
    }
}
