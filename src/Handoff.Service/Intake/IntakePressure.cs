using Handoff.Service.Health;

namespace Handoff.Service.Intake;

/// <summary>
/// How many leads wait to be stored. Landing pages come first: while many wait, the runner holds back most of its workers, and the backlog is
/// drained afterwards.
/// </summary>
public sealed class IntakePressure
{
    private const int High = 16;

    private int _waiting;

    /// <summary>Whether the runner is to hold back.</summary>
    public bool IsHigh => Volatile.Read(ref _waiting) >= High;

    /// <summary>One more waits; returns how many there are.</summary>
    public int Enter()
    {
        Measures.Waits(1);
        return Interlocked.Increment(ref _waiting);
    }

    /// <summary>One is stored or answered.</summary>
    public void Leave()
    {
        Measures.Waits(-1);
        Interlocked.Decrement(ref _waiting);
    }
}
