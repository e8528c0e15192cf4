namespace Handoff.Service.Turns;

/// <summary>Takes those of one key one after the other within this process, in the order in which they came.</summary>
/// <remarks>
/// It has nothing to dispose of, for nobody asks its semaphores for their wait handles: who is inside when a host ends can leave.
/// </remarks>
public sealed class KeyedLock
{
    /// <summary>A power of two; keys that share a place wait for each other.</summary>
    private const int Places = 1_024;

    private readonly SemaphoreSlim[] _places = [.. Enumerable.Range(0, Places).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the key; it is free again when what is returned is disposed of.</summary>
    public async ValueTask<IDisposable> EnterAsync(string key, CancellationToken cancellation)
    {
        var place = _places[string.GetHashCode(key, StringComparison.Ordinal) & (Places - 1)];
        await place.WaitAsync(cancellation);
        return new Holder(place);
    }

    private sealed class Holder(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}
