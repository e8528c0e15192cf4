namespace Handoff.Local.Clocks;

/// <summary>
/// A clock for demonstrations: it starts at an instant of its own and runs so many times faster. Timers fire at its own time, so a minute's
/// wait at 60 takes a second.
/// </summary>
internal sealed class FastTimeProvider(TimeProvider real, DateTimeOffset start, double times) : TimeProvider
{
    private readonly long _since = real.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + (real.GetElapsedTime(_since) * times);

    public override long GetTimestamp() => (GetUtcNow() - start).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, Slow(dueTime), Slow(period));

    private TimeSpan Slow(TimeSpan fast) =>
        fast <= TimeSpan.Zero ? fast : TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, (long)(fast.Ticks / times)));
}
