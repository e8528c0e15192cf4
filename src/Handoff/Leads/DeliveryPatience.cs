using NodaTime;

namespace Handoff.Leads;

/// <summary>How long a delivery that fails is tried: of every message, whoever owes it.</summary>
public static class DeliveryPatience
{
    /// <summary>How long a message is tried before it is parked.</summary>
    private static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>
    /// When a delivery that was not taken is tried again: after a growing pause, or the provider's own if that is longer.
    /// </summary>
    /// <param name="delivery">What became of the attempt.</param>
    /// <param name="attempts">How often it was tried before.</param>
    /// <param name="firstTriedAt">When it was first tried; null: now.</param>
    /// <param name="now">The product's time.</param>
    /// <returns>Null: it was refused, or has been tried for a day, and is given up.</returns>
    public static Instant? RetryAt(RecordDelivery delivery, int attempts, Instant? firstTriedAt, Instant now)
    {
        // A provider may ask for any pause, but after a day somebody is told.
        var end = (firstTriedAt ?? now) + Longest;
        if (delivery.Result == DeliveryResult.Refused || now >= end)
            return null;
        return Instant.Min(now + Duration.Max(RetryPauses.After(attempts + 1), delivery.RetryAfter ?? Duration.Zero), end);
    }
}
