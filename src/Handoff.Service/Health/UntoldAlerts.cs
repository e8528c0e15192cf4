using Handoff.Rows;
using Handoff.Service.Rows;
using NodaTime;

namespace Handoff.Service.Health;

/// <summary>How often something was owed to somebody who cannot be reached, and nobody else could be told.</summary>
/// <param name="Count">How often, of leads that are not erased.</param>
/// <param name="LastAt">When it last happened, or null: never.</param>
public sealed record UntoldCount(int Count, Instant? LastAt);

/// <summary>
/// Counts what no mail can tell any more (a deputy's mail came back too), so that it is seen where the product's health is read. It is
/// counted anew at most once a minute, since probes ask every few seconds.
/// </summary>
public sealed class UntoldAlerts(LeadRowReading rows, IClock clock)
{
    private static readonly Duration CountedFor = Duration.FromMinutes(1);

    private (Instant At, UntoldCount Count)? _counted;

    /// <summary>The count, at most a minute old.</summary>
    public async ValueTask<UntoldCount> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (_counted is { } known && now - known.At < CountedFor)
            return known.Count;
        var count = new UntoldCount(0, null);
        await foreach (var row in rows.ReadAsync(new() { Shelves = LeadShelves.Unended }, cancellation))
        {
            if (row.Untold > 0)
                count = new(count.Count + row.Untold, Later(count.LastAt, row.Milestones.UntoldAt));
        }

        _counted = (now, count);
        return count;
    }

    private static Instant? Later(Instant? one, Instant? other) => one is null || other > one ? other : one;
}
