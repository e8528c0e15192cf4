using System.Diagnostics;
using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Benchmarks.Http;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>
/// Many clocks that fall due in the same second: how long until every rung is in the ledger, and each of ten managers has the first alert.
/// </summary>
internal static class DueScenario
{
    private const int Clients = 32;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var count = options.Count ?? 10_000;
        var culture = CultureInfo.InvariantCulture;
        Report.Title("due", string.Create(culture, $"{count:N0} clocks of {DueFolder.Countries.Length} teams fall due in one second"));
        using var run = new LoadRun(options.Keep);
        var time = TimeProvider.System;
        var minute = TimeSpan.FromMinutes(1);
        // Time enough to post them all before the opening.
        var opening = new DateTimeOffset(
            (time.GetUtcNow() + TimeSpan.FromSeconds(45 + (count / 500.0))).Ticks / minute.Ticks * minute.Ticks, TimeSpan.Zero) + minute;
        await using var host = await HostProcess.StartAsync(run.Folder, DueFolder.Write(run.Folder, opening), cancellation);
        using var gauge = new StoreGauge(host);
        await PostAsync(host.Port, count, cancellation);
        await Draining.RunAsync(gauge, count, cancellation);
        if (time.GetUtcNow() >= opening)
            throw new InvalidOperationException("The leads came too slowly: the calendar is open.");

        var due = opening + Within;
        Report.Fact("waiting when the clocks fell due", gauge.DueBy(due).ToString("N0", culture));
        var mails = gauge.Messages;
        await Task.Delay(due - time.GetUtcNow(), time, cancellation);
        var (cpu, recorded, alerted) = (host.Cpu, TimeSpan.Zero, TimeSpan.Zero);
        List<(double, double)> curve = [(0, 0)];
        while ((recorded == TimeSpan.Zero || alerted == TimeSpan.Zero) && time.GetUtcNow() - due < Longest)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellation);
            var (left, late) = (gauge.DueBy(due), time.GetUtcNow() - due);
            curve.Add((late.TotalSeconds, count - left));
            if (left == 0 && recorded == TimeSpan.Zero)
                recorded = late;
            if (alerted == TimeSpan.Zero && gauge.MessagesAfter(mails, "breach") is { Count: var sent, LastAt: var last }
                && sent >= DueFolder.Countries.Length)
                alerted = last - due;
        }

        Report.Below("every rung in the ledger after", recorded == TimeSpan.Zero ? double.PositiveInfinity : recorded.TotalSeconds, 5, "s");
        Report.Below(
            "each manager's first alert handed over after", alerted == TimeSpan.Zero ? double.PositiveInfinity
            : alerted.TotalSeconds, 5, "s");
        Report.Fact("host's processor time for it", string.Create(culture, $"{(host.Cpu - cpu).TotalSeconds:F1} s"));
        Report.Curve("rungs recorded after they fell due", "seconds", "rungs", curve);
    }

    private static async Task PostAsync(int port, int count, CancellationToken cancellation)
    {
        var (left, number) = (count, Stopwatch.GetTimestamp() % 1_000_000_000 * 1_000_000);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var connection = await Connection.OpenAsync(port, cancellation);
            int at;
            while ((at = Interlocked.Decrement(ref left)) >= 0)
            {
                var (status, _) = await connection.SendAsync(
                    LeadRequests.Post(Interlocked.Increment(ref number), DueFolder.Countries[at % DueFolder.Countries.Length]),
                    cancellation);
                if (status != 202)
                    throw new IOException($"The intake answers {status.ToString(CultureInfo.InvariantCulture)}.");
            }
        }, cancellation)));
    }
}
