using System.Threading.RateLimiting;
using Handoff.Service.Health;

namespace Handoff.Service.Intake;

/// <summary>
/// Limits how many leads wait to be stored at once. Landing pages come first: while many wait, the runner holds back, and what it has to do
/// is done afterwards.
/// </summary>
public sealed class IntakeLimit : IDisposable
{
    /// <summary>How many wait at most; one more is told to come again (429).</summary>
    private const int Most = 5_000;

    /// <summary>From how many on the runner holds back.</summary>
    private const int Many = 48;

    private readonly ConcurrencyLimiter _limiter = new(new() { PermitLimit = Most, QueueLimit = 0 });

    /// <summary>Whether so many wait that the runner is to hold back.</summary>
    public bool IsBusy => Most - _limiter.GetStatistics()!.CurrentAvailablePermits >= Many;

    /// <summary>Takes a place for one more; null: too many wait.</summary>
    public IDisposable? TryEnter()
    {
        var place = _limiter.AttemptAcquire();
        if (place.IsAcquired)
            return new Waiting(place);
        place.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    private sealed class Waiting : IDisposable
    {
        private readonly RateLimitLease _place;

        public Waiting(RateLimitLease place)
        {
            _place = place;
            Measures.Waits(1);
        }

        public void Dispose()
        {
            _place.Dispose();
            Measures.Waits(-1);
        }
    }
}
