using System.Runtime.InteropServices;

namespace Handoff.Figures.Statistics;

/// <summary>
/// How long something takes, of times that have ended and times that run on (censored), whose end nobody knows: the estimate of Kaplan and
/// Meier 1958. Equal times are kept as one, so a million take little.
/// </summary>
public sealed class KaplanMeier
{
    private readonly Dictionary<int, (int Ended, int Censored)> _times = [];

    /// <summary>How many times there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them run on.</summary>
    public int Censored { get; private set; }

    /// <summary>Adds a time.</summary>
    /// <param name="time">How long it took, or how long it has run.</param>
    /// <param name="hasEnded">Whether it has ended.</param>
    public void Add(int time, bool hasEnded)
    {
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(_times, time, out _);
        same = hasEnded ? (same.Ended + 1, same.Censored) : (same.Ended, same.Censored + 1);
        Count++;
        Censored += hasEnded ? 0 : 1;
    }

    /// <summary>
    /// The shortest time within which at least this share has ended; null: so many have not, as far as can be known.
    /// </summary>
    public int? Quantile(double share)
    {
        var (left, atRisk) = (1.0, Count);
        foreach (var (time, (ended, censored)) in _times.OrderBy(one => one.Key))
        {
            // Who is censored at a time was still at risk then.
            left *= 1 - ((double)ended / atRisk);
            atRisk -= ended + censored;
            // A share that is met exactly must not be lost to rounding.
            if (ended > 0 && left <= 1 - share + 1e-12)
                return time;
        }

        return null;
    }
}
