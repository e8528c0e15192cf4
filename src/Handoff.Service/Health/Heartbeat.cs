using System.Globalization;
using NodaTime;

namespace Handoff.Service.Health;

/// <summary>What an outside watchdog is told.</summary>
/// <param name="Status"><c>running</c>, or what is wrong: <c>store_down</c>, <c>silent</c>, <c>late</c>, <c>deliveries_stuck</c>,
/// <c>agreement_refused</c>.</param>
/// <param name="Says">The same as a sentence; nothing in it is personal or secret.</param>
public sealed record HeartbeatReport(string Status, string Says)
{
    internal const string Well = "running";
}

/// <summary>
/// Tells an outside watchdog whether the promises are kept. Whoever asks gets an answer that is at most ten seconds old, and all who ask at
/// once share one look at the store: a flood of calls is no load.
/// </summary>
public sealed class Heartbeat(HealthReading health, IClock clock)
{
    private static readonly Duration Lasts = Duration.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private Task<HeartbeatReport>? _look;
    private Instant _until = Instant.MinValue;

    /// <summary>How it is; never throws for a store that does not answer, or not soon.</summary>
    public async Task<(bool IsWell, HeartbeatReport Report)> ReadAsync(CancellationToken cancellation)
    {
        Task<HeartbeatReport> look;
        lock (_gate)
        {
            var now = clock.GetCurrentInstant();
            // A look that hangs is not followed by another one: the store has enough to do.
            if (_look is null || (_look.IsCompleted && now >= _until))
                (_look, _until) = (Task.Run(LookAsync, CancellationToken.None), now + Lasts);
            look = _look;
        }

        try
        {
            // What hangs does so in real time, whatever the product's clock says.
            var report = await look.WaitAsync(Patience, TimeProvider.System, cancellation);
            return (report.Status == HeartbeatReport.Well, report);
        }
        catch (TimeoutException)
        {
            return (false, StoreDown);
        }
    }

    private static HeartbeatReport StoreDown { get; } = new("store_down", "The store does not answer.");

    private async Task<HeartbeatReport> LookAsync()
    {
        var report = await health.ReadAsync(CancellationToken.None);
        return Standings.Of(report) switch
        {
            Standing.Running => new(HeartbeatReport.Well, "Every clock is running."),
            Standing.StoreDown => StoreDown,
            Standing.Silent =>
                new("silent", report.ReconciledAt is { } at ? $"The reconciler last looked {Ago(report, at)} ago."
                : "The reconciler has not looked yet."),
            Standing.Late =>
                new("late",
                    $"{report.Overdue.ToString(CultureInfo.InvariantCulture)} wake-ups are overdue"
                    + (report.OldestOverdue is { } oldest && oldest > Instant.MinValue ? $", the oldest by {Ago(report, oldest)}." : ".")),
            Standing.DeliveriesStuck =>
                new("deliveries_stuck", $"No e-mail has gone for {Ago(report, report.DeliveriesFailSince!.Value)}."),
            Standing.AgreementRefused => new("agreement_refused", "The changed agreement was refused; the last good one stays in force."),
            var other => throw new InvalidOperationException($"No sentence for {other}."),
        };
    }

    private static string Ago(HealthReport report, Instant at) =>
        $"{Math.Round((report.Now - at).TotalSeconds).ToString(CultureInfo.InvariantCulture)} s";
}
