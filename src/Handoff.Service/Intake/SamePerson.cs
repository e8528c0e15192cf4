using Handoff.Service.Turns;

namespace Handoff.Service.Intake;

/// <summary>
/// Takes requests of one person one after the other within this process: they join one handoff, so they would only overtake each other.
/// Other processes are told apart by the store.
/// </summary>
public sealed class SamePerson
{
    private readonly KeyedLock _people = new();

    /// <summary>Waits for the person's turn; it ends when what is returned is disposed of.</summary>
    /// <param name="keys">Who asks; null: nobody can be told, so nobody waits.</param>
    public async ValueTask<IDisposable?> EnterAsync(PersonKeys? keys, CancellationToken cancellation) =>
        (keys?.ByAddress ?? keys?.ByPhone) is { } key ? await _people.EnterAsync(key, cancellation) : null;
}
