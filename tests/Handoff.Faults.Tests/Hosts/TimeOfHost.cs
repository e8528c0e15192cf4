using Handoff.Faults.Tests.World;
using NodaTime;

namespace Handoff.Faults.Tests.Hosts;

/// <summary>Real time as a host has it: the world's. Its timers fire while the host lives.</summary>
internal sealed class TimeOfHost(SimulatedWorld world, SimulatedHost host) : TimeProvider
{
    public override long TimestampFrequency => NodaConstants.TicksPerSecond;

    public override long GetTimestamp() => world.Now.ToUnixTimeTicks();

    public override DateTimeOffset GetUtcNow() => world.Now.ToDateTimeOffset();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan)
            throw new NotSupportedException("What the product waits for happens once.");
        var timer = new Timer(world, host, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(SimulatedWorld world, SimulatedHost host, Action fires) : ITimer
    {
        private int _set;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var set = ++_set;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                world.Time.In(Duration.FromTimeSpan(dueTime), () =>
                {
                    if (set == _set && host.IsAlive)
                        fires();
                });
            }

            return true;
        }

        public void Dispose() => _set++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
