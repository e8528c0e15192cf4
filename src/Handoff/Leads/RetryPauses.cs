using NodaTime;

namespace Handoff.Leads;

/// <summary>The growing pauses between attempts to deliver a message.</summary>
public static class RetryPauses
{
    private static readonly Duration[] Pauses =
    [
        Duration.FromSeconds(10), Duration.FromSeconds(30), Duration.FromMinutes(1), Duration.FromMinutes(2), Duration.FromMinutes(5),
        Duration.FromMinutes(10), Duration.FromMinutes(20), Duration.FromMinutes(30),
    ];

    /// <summary>The pause after the attempt of this number, from 1: 10 s, 30 s, 1, 2, 5, 10, 20, 30 minutes, then every hour.</summary>
    public static Duration After(int attempt) => attempt <= Pauses.Length ? Pauses[Math.Max(1, attempt) - 1] : Duration.FromHours(1);
}
