using NodaTime;

namespace Handoff.Sqlite.Writing;

/// <summary>Deletes lookups that have expired, a few with each group.</summary>
internal sealed class Expiry
{
    private const int Most = 200;
    private static readonly Duration Every = Duration.FromMinutes(1);

    // An expired lookup stays an hour, so that its version cannot come again under somebody who has read it.
    private static readonly Duration Kept = Duration.FromHours(1);

    private Instant _next = Instant.MinValue;

    public void Sweep(WriteGroup group)
    {
        if (group.Now < _next)
            return;
        var swept = group.Main.Run(
            "DELETE FROM lookups WHERE key IN (SELECT key FROM lookups WHERE expires_at <= ?1 ORDER BY expires_at LIMIT ?2)",
            group.Now - Kept, Most);
        if (swept < Most)
            _next = group.Now + Every;
    }
}
