namespace Handoff.Service.Intake;

/// <summary>
/// Takes requests of one person one after the other within this process: they join one handoff, so they would only overtake each other.
/// Other processes are told apart by the store.
/// </summary>
public sealed class SamePerson : IDisposable
{
    /// <summary>A power of two; whoever shares a place with a stranger waits for one write.</summary>
    private const int Places = 1_024;

    private readonly SemaphoreSlim[] _places = [.. Enumerable.Range(0, Places).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the person's turn; it ends when what is returned is disposed of.</summary>
    /// <param name="keys">Who asks; null: nobody can be told, so nobody waits.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<IDisposable?> EnterAsync(PersonKeys? keys, CancellationToken cancellation)
    {
        if ((keys?.ByAddress ?? keys?.ByPhone) is not { } key)
            return null;
        var place = _places[string.GetHashCode(key, StringComparison.Ordinal) & (Places - 1)];
        await place.WaitAsync(cancellation);
        return new Turn(place);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var place in _places)
            place.Dispose();
    }

    private sealed class Turn(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}
