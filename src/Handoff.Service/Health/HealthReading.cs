using System.Collections.Immutable;
using System.Globalization;
using Handoff.Service.Company;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Health;

/// <summary>How the product is.</summary>
/// <param name="StoreAnswers">Whether the store can be read.</param>
/// <param name="Now">The product's time.</param>
/// <param name="ReconciledAt">The reconciler's heartbeat, or null before the first.</param>
/// <param name="Overdue">How many streams are overdue by more than two reconciler periods.</param>
/// <param name="OldestOverdue">The wake-up of the oldest of them.</param>
/// <param name="LatestLatenessSeconds">How late the latest wake-up was that the reconciler found; 0: none was.</param>
/// <param name="AgreementMistakes">Mistakes of a changed folder that was refused; the last good one stays.</param>
/// <param name="UntoldAlerts">How often neither the reader of a mail nor anybody else could be told; 0 until it is counted.</param>
/// <param name="LastUntoldAt">When that last happened, or null.</param>
/// <param name="Speed">How many times faster than real time the clock runs; 1 in production.</param>
/// <param name="DeliveriesFailSince">Since when e-mails fail, one after the other; null: the last one went.</param>
public sealed record HealthReport(
    bool StoreAnswers, Instant Now, Instant? ReconciledAt, int Overdue, Instant? OldestOverdue, double LatestLatenessSeconds,
    string AgreementVersion, ImmutableArray<string> AgreementMistakes, int UntoldAlerts, Instant? LastUntoldAt, double Speed,
    Instant? DeliveriesFailSince = null);

/// <summary>Reads how the product is.</summary>
public sealed class HealthReading(
    IStreamStore streams, IFactStore facts, UntoldAlerts untoldAlerts, DeliveryStreak deliveries, CompanyInForce company, IClock clock,
    ClockSpeed speed)
{
    private const int Most = 1_000;

    /// <summary>Reads it; never throws for a store that does not answer.</summary>
    public async Task<HealthReport> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var mistakes = company.Refused.Select(mistake => mistake.ToString()).ToImmutableArray();
        try
        {
            var overdue = await streams.FindDueAsync(now - (Reconciler.Period * 2), Most, cancellation);
            var heartbeat = await facts.FindValueAsync(Reconciler.HeartbeatName, cancellation);
            var lateness = await facts.FindValueAsync(Reconciler.LatenessName, cancellation);
            var untold = await untoldAlerts.ReadAsync(cancellation);
            return new(true, now, heartbeat is null ? null : InstantPattern.ExtendedIso.Parse(heartbeat).Value,
                overdue.Count, overdue.Select(passed => (Instant?)passed.WakeUp).FirstOrDefault(),
                lateness is null ? 0
                    : double.Parse(lateness, CultureInfo.InvariantCulture), company.Agreement.Version, mistakes, untold.Count,
                    untold.LastAt, speed.Times,
                await deliveries.FailingSinceAsync(cancellation));
        }
        catch (StoreUnavailableException)
        {
            return new(false, now, null, 0, null, 0, company.Agreement.Version, mistakes, 0, null, speed.Times);
        }
    }
}

/// <summary>How many times faster than real time the product's clock runs; 1 in production.</summary>
public sealed record ClockSpeed(double Times);
