using NodaTime;

namespace Handoff.Service.Running;

/// <summary>The rules' clock, told by the host's time.</summary>
public sealed class ProductClock(TimeProvider time) : IClock
{
    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
