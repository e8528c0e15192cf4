using NodaTime;

namespace Handoff.Local.Clocks;

/// <summary>
/// The store's clock. A demonstration's clock is set by what the store holds, so the store is opened on the real one; from then on it must
/// follow the product's, else what has expired for the product still stands for the store.
/// </summary>
internal sealed class StoreClock(TimeProvider first) : IClock
{
    private volatile TimeProvider _time = first;

    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(_time.GetUtcNow());

    public void Follow(TimeProvider time) => _time = time;
}
