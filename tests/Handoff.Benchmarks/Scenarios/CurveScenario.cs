using System.Diagnostics;
using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Benchmarks.Http;
using Handoff.Benchmarks.Offers;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>
/// What a handoff costs while the store grows: the same load with a thousand leads in the store, and with ten times as many again and
/// again.
/// </summary>
internal static class CurveScenario
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var most = options.Count ?? 10_000_000;
        var seconds = options.Seconds ?? 15;
        var culture = CultureInfo.InvariantCulture;
        Report.Title(
            "curve", string.Create(
            culture, $"full handoffs, {options.Flight} under way, {seconds} s each, with 1,000 to {most:N0} leads in the store"));
        using var run = new LoadRun(options.Keep);
        await EndOneAsync(run.Folder, cancellation);
        List<(double Leads, double Cpu)> cpu = [];
        List<(double Leads, double Rate)> rates = [];
        for (var leads = 1_000L; leads <= most; leads *= 10)
        {
            using (var filler = new StoreFiller(Path.Combine(run.Folder, "data")))
                filler.FillTo(leads, cancellation);
            await using var host = await HostProcess.StartAsync(run.Folder, cancellation);
            var board = await FirstLookAsync(host, cancellation);
            using var gauge = new StoreGauge(host);
            using var offers = new StoreOffers(host, gauge);
            var handing = new HandingOver(host.Port, offers, options.Flight);
            await handing.RunAsync(WarmUp, cancellation);
            var before = host.Cpu;
            var (done, took, whole, _) = await handing.RunAsync(TimeSpan.FromSeconds(seconds), cancellation);
            var each = (host.Cpu - before).TotalMicroseconds / Math.Max(1, done);
            cpu.Add((leads, each));
            rates.Add((leads, done / took.TotalSeconds));
            Report.Fact(string.Create(culture, $"{leads:N0} leads in the store"), string.Create(culture,
                $"{each:F0} µs of processor a handoff, {done / took.TotalSeconds:F0}/s, {Report.Latency(whole)}; {run.DataSize}, " +
                $"serving after {host.StartTime.TotalSeconds:F2} s, board {board.TotalMilliseconds:F0} ms, " +
                $"{host.Megabytes("VmRSS"):F0} MB"));
        }

        Report.Fact(
            "the last against the first", string.Create(culture, $"{cpu[^1].Cpu / cpu[0].Cpu:F2} times the processor time a handoff"));
        Report.Curve("processor time of a full handoff", "leads in the store", "µs", cpu, logX: true);
        Report.Curve("full handoffs", "leads in the store", "handoffs/s", rates, logX: true);
    }

    /// <summary>Carries one lead to its end, which is then copied: the rep declines it as not a fit.</summary>
    private static async Task EndOneAsync(string folder, CancellationToken cancellation)
    {
        await using var host = await HostProcess.StartAsync(folder, cancellation);
        using var gauge = new StoreGauge(host);
        using var connection = await Connection.OpenAsync(host.Port, cancellation);
        using var offers = new StoreOffers(host, gauge);
        await connection.SendAsync(LeadRequests.Post(Stopwatch.GetTimestamp()), cancellation);
        while (true)
        {
            if (await offers.NewAsync(cancellation) is [var offer, ..])
            {
                var (status, _) = await connection.SendAsync(LeadRequests.Decline(offer.Path, "not_a_fit"), cancellation);
                if (status != 200)
                    throw new IOException($"The link answers {status.ToString(CultureInfo.InvariantCulture)}.");
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
        }
    }

    private static async Task<TimeSpan> FirstLookAsync(HostProcess host, CancellationToken cancellation)
    {
        using var connection = await Connection.OpenAsync(host.Port, cancellation);
        var start = Stopwatch.GetTimestamp();
        await connection.SendAsync(Connection.Request("GET", "/board"), cancellation);
        return Stopwatch.GetElapsedTime(start);
    }
}
