using System.Threading.RateLimiting;
using Handoff.Service.Health;

namespace Handoff.Service.Intake;

/// <summary>
/// Limits how many leads wait to be stored at once. Landing pages come first: while many wait, the runner holds back, and what it has to do
/// is done afterwards.
/// </summary>
/// <param name="time">The processors' real time, also where the product's clock runs faster.</param>
public sealed class IntakeLimit(TimeProvider time) : IDisposable
{
    /// <summary>How many wait at most; one more is told to come again (429).</summary>
    private const int Most = 5_000;

    /// <summary>From how many on the runner holds back.</summary>
    private const int Many = 48;

    /// <summary>For how long. Leads that share a commit are answered at once: for a moment none waits, until the next are posted.</summary>
    private static readonly TimeSpan HeldBack = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrencyLimiter _limiter = new(new() { PermitLimit = Most, QueueLimit = 0 });
    private long _wereMany;

    /// <summary>Whether so many wait, or waited a moment ago, that the runner is to hold back.</summary>
    public bool IsBusy => Volatile.Read(ref _wereMany) is > 0 and var at && time.GetElapsedTime(at) < HeldBack;

    /// <summary>Takes a place for one more; null: too many wait.</summary>
    public IDisposable? TryEnter()
    {
        var place = _limiter.AttemptAcquire();
        if (!place.IsAcquired)
        {
            place.Dispose();
            return null;
        }

        if (Most - _limiter.GetStatistics()!.CurrentAvailablePermits >= Many)
            Volatile.Write(ref _wereMany, time.GetTimestamp());
        return new Waiting(place);
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
