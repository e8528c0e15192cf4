using System.Collections.Immutable;
using NodaTime;

namespace Handoff.Service.Health;

/// <summary>How the product is.</summary>
/// <param name="StoreAnswers">Whether the store can be read.</param>
/// <param name="Now">The product's time.</param>
/// <param name="ReconciledAt">The reconciler's heartbeat, or null before the first.</param>
/// <param name="Overdue">How many streams are overdue by more than two reconciler periods.</param>
/// <param name="OldestOverdue">The wake-up of the oldest of them.</param>
/// <param name="LatestLatenessSeconds">How late the latest wake-up was that the reconciler found; 0: none was.</param>
/// <param name="AgreementVersion">The agreement in force.</param>
/// <param name="AgreementMistakes">Mistakes of a changed folder that was refused; the last good one stays.</param>
/// <param name="Speed">How many times faster than real time the clock runs; 1 in production.</param>
public sealed record HealthReport(
    bool StoreAnswers, Instant Now, Instant? ReconciledAt, int Overdue, Instant? OldestOverdue, double LatestLatenessSeconds,
    string AgreementVersion, ImmutableArray<string> AgreementMistakes, double Speed);

/// <summary>Reads how the product is.</summary>
public sealed class HealthReading
{
    /// <summary>Reads it; never throws for a store that does not answer.</summary>
    public Task<HealthReport> ReadAsync(CancellationToken cancellation) => throw new NotSupportedException();
}
