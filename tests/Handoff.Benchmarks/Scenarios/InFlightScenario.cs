using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>What many open leads with running clocks cost in memory, and what a restart among them costs.</summary>
internal static class InFlightScenario
{
    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var culture = CultureInfo.InvariantCulture;
        var count = options.Count ?? 1_000_000;
        Report.Title("inflight", string.Create(culture, $"{count:N0} leads offered, each with an accept clock of a day"));
        using var run = new LoadRun(options.Keep);
        await using (var host = await HostProcess.StartAsync(run.Folder, cancellation))
        {
            using var gauge = new StoreGauge(host);
            Report.Fact(
                "memory after the start",
                string.Create(culture, $"{host.Megabytes("VmRSS"):F0} MB; serving after {host.StartTime.TotalSeconds:F2} s"));
            var (acknowledged, refused, took, latency) = await new Intaking(host.Port, options.Clients)
                .RunAsync(TimeSpan.FromHours(1), count, cancellation);
            Report.Fact(
                "acknowledged",
                string.Create(culture, $"{acknowledged:N0} in {took.TotalSeconds:F1} s, {refused} not; {Report.Latency(latency)}"));
            await Draining.RunAsync(gauge, acknowledged, cancellation);
            Report.Fact("leads never offered", string.Create(culture, $"{gauge.NeverTurned}"));
            Report.Fact(
                "memory just after", string.Create(culture, $"{host.Megabytes("VmRSS"):F0} MB, {host.Megabytes("VmHWM"):F0} MB at most"));
            await Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System, cancellation);
            Report.Below("memory with all in flight, at rest", host.Megabytes("VmRSS"), 600, "MB");
            Report.Below("memory, the highest on the way", host.Megabytes("VmHWM"), 600, "MB");
            Report.Fact("data folder", run.DataSize);
        }

        await using var again = await HostProcess.StartAsync(run.Folder, cancellation);
        await Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System, cancellation);
        Report.Below("serving after a restart in", again.StartTime.TotalSeconds, 2, "s");
        Report.Below("memory 15 s after the restart", again.Megabytes("VmRSS"), 600, "MB");
        Report.Fact("processor time of the restarted host", string.Create(culture, $"{again.Cpu.TotalSeconds:F1} s"));
    }
}
