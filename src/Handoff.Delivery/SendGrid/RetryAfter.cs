using System.Globalization;
using System.Net.Http.Headers;
using NodaTime;

namespace Handoff.Delivery.SendGrid;

/// <summary>How long a provider asks us to wait.</summary>
internal static class RetryAfter
{
    /// <summary>The longest wait that is believed: beyond it, a wrong clock or a wrong header is likelier than a wish.</summary>
    public static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>
    /// The wait from <paramref name="now"/>, from zero to <see cref="Longest"/>: <c>Retry-After</c> in seconds or as a date, else
    /// <c>X-RateLimit-Reset</c> (seconds since 1970, UTC); null when neither is there or can be read.
    /// </summary>
    /// <param name="headers">The answer's headers.</param>
    public static Duration? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => Duration.FromTimeSpan(delta),
            { Date: { } date } => Duration.FromTimeSpan(date - now),
            _ => UntilReset(headers, now),
        };
        return wait is { } asked ? Duration.Max(Duration.Zero, Duration.Min(asked, Longest)) : null;
    }

    private static Duration? UntilReset(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.TryGetValues("X-RateLimit-Reset", out var values)
        && uint.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
            ? Duration.FromTimeSpan(DateTimeOffset.FromUnixTimeSeconds(reset) - now)
            : null;
}
