using Handoff.Service.Health;

namespace Handoff.Service.Intake;

/// <summary>
/// How many leads wait to be stored. Landing pages come first: in a flood the runner holds back most of its workers, and the backlog is
/// drained afterwards.
/// </summary>
/// <param name="time">Real time: what competes are the processors.</param>
public sealed class IntakePressure(TimeProvider time)
{
    // A commit answers all who wait at once, and in a flood they come again within milliseconds: the number of the moment says little.
    // So it is averaged, an earlier moment counting less and less.
    private const double High = 24;
    private static readonly TimeSpan Fading = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private int _waiting;
    private double _average;
    private long _averagedAt = time.GetTimestamp();

    /// <summary>Whether the runner is to hold back.</summary>
    public bool IsHigh
    {
        get
        {
            lock (_lock)
            {
                Average();
                return _average >= High;
            }
        }
    }

    /// <summary>One more waits; returns how many there are.</summary>
    public int Enter()
    {
        Measures.Waits(1);
        return Change(1);
    }

    /// <summary>One is stored or answered.</summary>
    public void Leave()
    {
        Measures.Waits(-1);
        Change(-1);
    }

    private int Change(int change)
    {
        lock (_lock)
        {
            Average();
            return _waiting += change;
        }
    }

    private void Average()
    {
        var now = time.GetTimestamp();
        var kept = Math.Exp(-(time.GetElapsedTime(_averagedAt, now) / Fading));
        _average = (_average * kept) + (_waiting * (1 - kept));
        _averagedAt = now;
    }
}
