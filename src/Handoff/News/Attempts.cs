using System.Collections.Immutable;
using NodaTime;

namespace Handoff.News;

/// <summary>When an event that did not arrive is sent again: ten attempts over three days (Standard Webhooks 1.0.0).</summary>
public static class Attempts
{
    private static readonly ImmutableArray<Duration> Pauses =
    [
        Duration.FromSeconds(5), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2), Duration.FromHours(5),
        Duration.FromHours(10), Duration.FromHours(14), Duration.FromHours(20), Duration.FromHours(24),
    ];

    /// <summary>How often an event is sent at most.</summary>
    public static int Most => Pauses.Length + 1;

    /// <summary>A pause that the receiver asks for is kept up to this.</summary>
    public static Duration LongestAsked { get; } = Duration.FromDays(1);

    /// <summary>A pause is so much longer at most, so that those who failed together do not come back together.</summary>
    private const double MostJitter = 0.1;

    /// <summary>The pause before the next attempt; null: there is none.</summary>
    /// <param name="made">How many were made, 1 or more.</param>
    /// <param name="asked">The pause that the receiver asks for; null: it does not.</param>
    /// <param name="of">The stream whose event it is: by it and the attempt the pauses differ.</param>
    public static Duration? After(int made, Duration? asked, string of)
    {
        if (made >= Most)
            return null;
        var pause = Pauses[made - 1] * (1 + (MostJitter * StableHash.Share($"{of}#{made}")));
        return asked is { } wanted ? Duration.Max(pause, Duration.Min(wanted, LongestAsked)) : pause;
    }
}
