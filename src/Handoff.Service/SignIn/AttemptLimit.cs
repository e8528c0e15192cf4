using NodaTime;

namespace Handoff.Service.SignIn;

/// <summary>
/// Counts attempts by a key in fixed windows, in the memory of one process: a host of several processes lets through so many times as much.
/// Whoever makes it count very many keys loses what was counted of old ones, not the limit of the present ones.
/// </summary>
internal sealed class AttemptLimit(int most, Duration window, IClock clock)
{
    private const int MostKeys = 10_000;

    private readonly Dictionary<string, (Instant Until, int Count)> _counts = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Counts one attempt; false when there were enough of them.</summary>
    /// <param name="anyway">Whether it is made even if there were: then a new window begins with it.</param>
    public bool Count(string key, bool anyway = false)
    {
        var now = clock.GetCurrentInstant();
        lock (_gate)
        {
            if (_counts.Count >= MostKeys)
                DropOldest(now);
            var (until, count) = _counts.GetValueOrDefault(key);
            if (until <= now || anyway)
                (until, count) = (now + window, 0);
            _counts[key] = (until, Math.Min(count, most) + 1);
            return count < most;
        }
    }

    private void DropOldest(Instant now)
    {
        foreach (var key in _counts.Where(one => one.Value.Until <= now).Select(one => one.Key).ToList())
            _counts.Remove(key);
        foreach (var key in _counts.OrderBy(one => one.Value.Until).Take(_counts.Count - MostKeys + 1).Select(one => one.Key).ToList())
            _counts.Remove(key);
    }
}
