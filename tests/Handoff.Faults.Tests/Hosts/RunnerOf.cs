using Handoff.Faults.Tests.World;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Faults.Tests.Hosts;

/// <summary>
/// Runs streams as the embedded host's <see cref="Runner"/> does, step by step in simulated time: whatever is nudged, and whatever the
/// store says is due; one turn at a time per stream, tried again after a pause.
/// </summary>
internal sealed class RunnerOf(SimulatedWorld world, SimulatedHost host) : IWakeUps
{
    private const int Workers = 4;
    private static readonly Duration AfterFailure = Duration.FromSeconds(5);
    private static readonly Duration LongestSleep = Duration.FromSeconds(30);

    private readonly Queue<StreamId> _ready = new();
    private readonly Dictionary<StreamId, bool> _running = [];
    private Instant _nextLook = Instant.MaxValue;
    private int _working;

    public void Saved(SavedTurn turn)
    {
        // As in the embedded host: what is due is asked of the store.
        if (turn.Next is { } at)
            Nudge(turn.Stream, at);
    }

    public void Nudge(StreamId stream, Instant at)
    {
        if (at > host.GetCurrentInstant())
        {
            LookBy(at - host.Ahead);
            return;
        }

        if (world.Fleet.Misfortunes.Loses())
            LookBy(world.Now + LongestSleep);
        else
            Enqueue(stream);
    }

    /// <summary>Looks what is due.</summary>
    public void Look()
    {
        if (!host.IsReady)
            return;
        _nextLook = Instant.MaxValue;
        Errand.Run(world, host, FindDueAsync, ending =>
        {
            if (ending == Ending.Failed)
                LookBy(world.Now + AfterFailure);
        });
    }

    private async Task FindDueAsync()
    {
        var streams = host.Get<IStreamStore>();
        var due = await streams.FindDueAsync(host.GetCurrentInstant(), 500, default);
        foreach (var passed in due)
        {
            if (_running.TryAdd(passed.Stream, false))
                _ready.Enqueue(passed.Stream);
        }

        Work();
        var next = due.Count > 0 ? host.GetCurrentInstant() + Duration.FromSeconds(1) : await streams.FindNextWakeUpAsync(default);
        if (next is { } at)
            LookBy(Instant.Max(at, SimulatedWorld.Start) - host.Ahead);
    }

    /// <summary>
    /// The embedded host sleeps 30 seconds at the longest: so whatever another host has put into the store is seen by then. Here it is seen
    /// by the reconciler's next look, a little later.
    /// </summary>
    private void LookBy(Instant at)
    {
        at = Instant.Max(at, world.Now);
        if (at >= _nextLook)
            return;
        _nextLook = at;
        world.Time.At(at, () =>
        {
            if (_nextLook == at)
                Look();
        });
    }

    private void Enqueue(StreamId stream)
    {
        if (!_running.TryAdd(stream, false))
        {
            _running[stream] = true;
            return;
        }

        _ready.Enqueue(stream);
        // Not within the turn that nudges: as on another worker.
        world.Time.In(Duration.Zero, Work);
    }

    private void Work()
    {
        while (host.IsReady && _working < Workers && _ready.TryDequeue(out var stream))
        {
            _working++;
            _running[stream] = false;
            Errand.Run(world, host, () => host.Get<StreamWork>().RunAsync(stream, null, default), ending =>
            {
                _working--;
                if (ending == Ending.Failed)
                    LookBy(world.Now + AfterFailure);
                if (_running.Remove(stream, out var again) && again)
                    Enqueue(stream);
                world.Time.In(Duration.Zero, Work);
            });
        }
    }
}
