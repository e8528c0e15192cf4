using NodaTime;

namespace Handoff.Agreements;

/// <summary>How alerts reach a person.</summary>
/// <param name="GroupWithin">After a first alert, what follows within this (elapsed) time goes as one e-mail.</param>
/// <param name="BehindPaceAt">Percent of a period after which a side behind pace is warned.</param>
public sealed record AlertTerms(Duration GroupWithin, int BehindPaceAt)
{
    /// <summary>What counts where the agreement does not say.</summary>
    public static AlertTerms Usual { get; } = new(Duration.FromMinutes(5), 50);

    /// <summary>When marketing hears of what came back, once a working day, in the agreement's zone.</summary>
    public LocalTime ReturnsAt { get; init; } = new(8, 30);

    /// <summary>How long, by the wall, whoever says "I am on it" gets no alerts about that lead.</summary>
    public Duration AcknowledgedFor { get; init; } = Duration.FromHours(1);

    /// <summary>Until when whoever says so now gets none.</summary>
    /// <param name="latest">Until when anybody may be left alone.</param>
    public Instant AcknowledgedUntil(Instant now, Instant latest) => Instant.Min(now + AcknowledgedFor, latest);
}
