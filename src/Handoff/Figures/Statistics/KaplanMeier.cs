using System.Runtime.InteropServices;

namespace Handoff.Figures.Statistics;

/// <summary>
/// How long something takes, of times that have ended and times that run on (censored), whose end nobody knows: the estimate of Kaplan and
/// Meier 1958. Equal times are kept as one, so a million take little.
/// </summary>
public sealed class KaplanMeier
{
    // A working week of minutes: most times are short, and are found without a hash.
    private const int Short = 2_400;

    private readonly (int Ended, int Censored)[] _short = new (int, int)[Short];
    private readonly Dictionary<int, (int Ended, int Censored)> _long = [];

    /// <summary>How many times there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them run on.</summary>
    public int Censored { get; private set; }

    /// <summary>Adds a time.</summary>
    /// <param name="time">How long it took, or how long it has run.</param>
    /// <param name="hasEnded">Whether it has ended.</param>
    public void Add(int time, bool hasEnded)
    {
        ref var same = ref (uint)time < Short
            ? ref _short[time] : ref CollectionsMarshal.GetValueRefOrAddDefault(_long, time, out _);
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
        foreach (var (time, (ended, censored)) in Times())
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

    private IEnumerable<(int Time, (int Ended, int Censored))> Times()
    {
        for (var time = 0; time < Short; time++)
        {
            if (_short[time] != default)
                yield return (time, _short[time]);
        }

        foreach (var (time, counts) in _long.OrderBy(one => one.Key))
            yield return (time, counts);
    }
}
