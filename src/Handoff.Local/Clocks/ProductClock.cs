using NodaTime;

namespace Handoff.Local.Clocks;

/// <summary>The rules' clock, told by the host's time.</summary>
internal sealed class ProductClock(TimeProvider time) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
