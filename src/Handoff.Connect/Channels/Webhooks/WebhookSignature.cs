using System.Globalization;
using Handoff.Connect.Forms;
using NodaTime;

namespace Handoff.Connect.Channels.Webhooks;

/// <summary>Signs what goes out by Standard Webhooks 1.0.0: by each secret, so that a receiver may know either while they change.</summary>
internal static class WebhookSignature
{
    /// <param name="id">The event's id, the same over every attempt.</param>
    /// <param name="now">The time of this attempt.</param>
    public static Dictionary<string, string> Headers(string id, Instant now, byte[] body, IEnumerable<string> secrets)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signatures = secrets.Select(secret => StandardWebhooks.Sign(secret, id, time, body)).OfType<string>();
        return new(StringComparer.Ordinal)
        {
            [StandardWebhooks.Id] = id,
            [StandardWebhooks.Time] = time,
            [StandardWebhooks.Signatures] = string.Join(' ', signatures),
        };
    }
}
