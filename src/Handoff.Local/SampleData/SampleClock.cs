using NodaTime;

namespace Handoff.Local.SampleData;

/// <summary>A clock that stands still until it is set: a quarter passes in seconds.</summary>
internal sealed class SampleClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves forward, to a tick that is not before <paramref name="to"/>; an instant that has passed changes nothing.</summary>
    public void Set(Instant to)
    {
        var ticks = to.ToDateTimeOffset().UtcTicks;
        if (Instant.FromDateTimeOffset(new(ticks, TimeSpan.Zero)) < to)
            ticks++;
        Volatile.Write(ref _ticks, Math.Max(_ticks, ticks));
    }
}
