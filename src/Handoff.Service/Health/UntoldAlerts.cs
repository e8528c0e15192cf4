using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Rows;
using NodaTime;

namespace Handoff.Service.Health;

/// <summary>How often something was owed to somebody who cannot be reached, and nobody else could be told.</summary>
/// <param name="Count">How often, of leads that are not erased.</param>
/// <param name="LastAt">When it last happened, or null: never.</param>
public sealed record UntoldCount(int Count, Instant? LastAt);

/// <summary>
/// Counts what no mail can tell any more (a deputy's mail came back too), so that it is seen where the product's health is read. Probes
/// ask every few seconds and wait for one at most, so it is counted once a minute, and each time only what has changed is read.
/// </summary>
/// <param name="time">Real time, which probes have, also where the product's clock runs faster.</param>
public sealed class UntoldAlerts(LeadRowReading rows, IClock clock, TimeProvider time)
{
    private static readonly Duration CountedFor = Duration.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly Dictionary<LeadId, (int Count, Instant? LastAt)> _untold = [];
    private Instant? _countedAt;
    private Task<UntoldCount>? _counting;
    private UntoldCount _count = new(0, null);

    /// <summary>The count, at most a minute old; where the next takes its time the one before, and before the first none.</summary>
    public async ValueTask<UntoldCount> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await CountingAsync().WaitAsync(Patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            return Volatile.Read(ref _count);
        }
    }

    /// <summary>The count that those who ask now share.</summary>
    private Task<UntoldCount> CountingAsync()
    {
        lock (_gate)
        {
            var now = clock.GetCurrentInstant();
            if (_counting is null || (_counting.IsCompleted && !(now - _countedAt < CountedFor)))
                _counting = Task.Run(() => CountAsync(now), CancellationToken.None);
            return _counting;
        }
    }

    private async Task<UntoldCount> CountAsync(Instant now)
    {
        if (_countedAt is null)
            _untold.Clear();
        // At first those alone that may have some, the leads that are not settled.
        await foreach (var row in _countedAt is { } since ? rows.ReadChangedAsync(since, CancellationToken.None)
            : rows.ReadAsync(new() { Shelves = LeadShelves.Unended }, CancellationToken.None))
        {
            if (row.Untold > 0 && LeadShelves.Unended.Contains(row.Shelf))
                _untold[row.Id] = (row.Untold, row.Milestones.UntoldAt);
            else
                _untold.Remove(row.Id);
        }

        var count = new UntoldCount(_untold.Values.Sum(lead => lead.Count), _untold.Values.Max(lead => lead.LastAt));
        Volatile.Write(ref _count, count);
        _countedAt = now;
        return count;
    }
}
