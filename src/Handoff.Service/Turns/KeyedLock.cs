namespace Handoff.Service.Turns;

/// <summary>Takes those of one key one after the other within this process, in the order in which they came.</summary>
public sealed class KeyedLock : IDisposable
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

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var place in _places)
            place.Dispose();
    }

    private sealed class Holder(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}
