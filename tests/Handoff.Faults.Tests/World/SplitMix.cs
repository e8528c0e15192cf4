using NodaTime;

namespace Handoff.Faults.Tests.World;

/// <summary>The one source of chance of a simulated world (splitmix64): the same seed, the same world.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Whether something happens that happens so often in a thousand.</summary>
    public bool Chance(int inAThousand) => Below(1_000) < inAThousand;

    /// <summary>A time from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public Duration Between(Duration least, Duration most) =>
        least + Duration.FromMilliseconds((long)(Next() % (ulong)Math.Max(1, (long)(most - least).TotalMilliseconds + 1)));

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>A source of its own, so that what is switched off in one does not move the others.</summary>
    public SplitMix Apart(string purpose)
    {
        var mixed = _state;
        foreach (var letter in purpose)
            mixed = (mixed ^ letter) * 0x100000001B3;
        return new(new SplitMix(mixed).Next());
    }
}
