using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Benchmarks.Offers;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>
/// Whole handoffs: a lead is posted, its e-mail goes, the rep accepts by the link in it, and that is recorded; and whether memory grows
/// meanwhile.
/// </summary>
internal static class HandoffScenario
{
    // The runtime compiles what it sees to be hot in the first half minute of a load; what is asked for is a rate that lasts.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var seconds = options.Seconds ?? 60;
        var culture = CultureInfo.InvariantCulture;
        Report.Title("handoff", string.Create(culture, $"post, e-mail, accept by link, recorded; {options.Flight} under way, {seconds} s"));
        using var run = new LoadRun(options.Keep);
        await using var host = await HostProcess.StartAsync(run.Folder, cancellation);
        using var gauge = new StoreGauge(host);
        using var offers = new StoreOffers(host, gauge);
        var handing = new HandingOver(host.Port, offers, options.Flight);
        await handing.RunAsync(WarmUp, cancellation);

        var (cpu, mails) = (host.Cpu, gauge.Messages);
        var (whole, accept) = (Report.Microseconds(), Report.Microseconds());
        var (done, took) = (0L, TimeSpan.Zero);
        List<(double, double)> memory = [(0, host.Megabytes("VmRSS"))];
        List<(double Second, double Rate, double Cpu)> pace = [];
        while (took < TimeSpan.FromSeconds(seconds))
        {
            var before = host.Cpu;
            var result = await handing.RunAsync(Slice, cancellation);
            pace.Add(
                (took.TotalSeconds + result.Took.TotalSeconds, result.Done / result.Took.TotalSeconds,
                (host.Cpu - before).TotalMicroseconds / Math.Max(1, result.Done)));
            whole.Add(result.Whole);
            accept.Add(result.Accept);
            done += result.Done;
            took += result.Took;
            memory.Add((took.TotalSeconds, host.Megabytes("VmRSS")));
        }

        var used = host.Cpu - cpu;
        Report.AtLeast("full handoffs", done / took.TotalSeconds, 2_000, "handoffs/s");
        Report.Fact("from post to recorded", Report.Latency(whole));
        Report.Fact("of which the accept was answered in", Report.Latency(accept));
        Report.Fact("e-mails handed over meanwhile", string.Create(culture, $"{gauge.Messages - mails:N0}"));
        Report.Fact("host's processors", string.Create(culture,
            $"{used.TotalSeconds / took.TotalSeconds:F2} of {Environment.ProcessorCount}; {used.TotalMicroseconds / Math.Max(
                1, done):F0} µs a handoff"));
        Report.Fact("memory at the beginning, in the middle, at the end", string.Create(culture,
            $"{memory[0].Item2:F0} MB, {memory[memory.Count / 2].Item2:F0} MB, {memory[^1].Item2:F0} MB"));
        Report.Fact("µs of processor a handoff, each 10 s", string.Join(", ", pace.Select(slice => slice.Cpu.ToString("F0", culture))));
        Report.Curve("full handoffs", "seconds", "handoffs/s", [.. pace.Select(slice => (slice.Second, slice.Rate))]);
        Report.Curve("memory of the host while handing over", "seconds", "MB", memory);
    }
}
