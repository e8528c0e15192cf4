namespace Handoff.Figures.Statistics;

/// <summary>
/// How long something takes, of times that have ended and times that run on (censored), whose end nobody knows: the estimate of Kaplan and
/// Meier 1958.
/// </summary>
public sealed class KaplanMeier
{
    private readonly List<(int Time, bool HasEnded)> _times = [];

    /// <summary>How many times there are.</summary>
    public int Count => _times.Count;

    /// <summary>How many of them run on.</summary>
    public int Censored { get; private set; }

    /// <summary>Adds a time.</summary>
    /// <param name="time">How long it took, or how long it has run.</param>
    /// <param name="hasEnded">Whether it has ended.</param>
    public void Add(int time, bool hasEnded)
    {
        _times.Add((time, hasEnded));
        Censored += hasEnded ? 0 : 1;
    }

    /// <summary>
    /// The shortest time within which at least this share has ended; null: so many have not, as far as can be known.
    /// </summary>
    public int? Quantile(double share)
    {
        // Of equal times those that have ended come first: who is censored was still at risk then.
        _times.Sort(static (one, other) =>
            one.Time != other.Time ? one.Time.CompareTo(other.Time) : other.HasEnded.CompareTo(one.HasEnded));
        var left = 1.0;
        for (var i = 0; i < _times.Count;)
        {
            var (time, ended, first) = (_times[i].Time, 0, i);
            for (; i < _times.Count && _times[i].Time == time; i++)
                ended += _times[i].HasEnded ? 1 : 0;
            left *= 1 - ((double)ended / (_times.Count - first));
            // A share that is met exactly must not be lost to rounding.
            if (ended > 0 && left <= 1 - share + 1e-12)
                return time;
        }

        return null;
    }
}
