using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>
/// How many leads are acknowledged, durable before the answer, and how fast, while 64 clients post; then how long the backlog takes.
/// </summary>
internal static class IntakeScenario
{
    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var seconds = options.Seconds ?? 60;
        Report.Title("intake", string.Create(CultureInfo.InvariantCulture, $"{options.Clients} clients, {seconds} s"));
        using var run = new LoadRun(options.Keep);
        await using var host = await HostProcess.StartAsync(run.Folder, cancellation);
        using var gauge = new StoreGauge(host);
        var intaking = new Intaking(host.Port, options.Clients);
        // The first requests compile the code; they are not counted.
        var (warm, _, _, _) = await intaking.RunAsync(TimeSpan.FromSeconds(5), 20_000, cancellation);

        var cpu = host.Cpu;
        var (acknowledged, refused, took, latency) = await intaking.RunAsync(TimeSpan.FromSeconds(seconds), long.MaxValue, cancellation);
        var used = host.Cpu - cpu;
        Report.AtLeast("acknowledged", acknowledged / took.TotalSeconds, 5_000, "leads/s");
        Report.Below("answered, 99th percentile", Report.Milliseconds(latency, 99), 25, "ms");
        Report.Fact("answered", Report.Latency(latency));
        Report.Fact("not acknowledged", refused.ToString(CultureInfo.InvariantCulture));
        Report.Fact("host's processors", string.Create(CultureInfo.InvariantCulture,
            $"{used.TotalSeconds / took.TotalSeconds:F2} of {Environment.ProcessorCount}; {used.TotalMicroseconds / Math.Max(
                1, acknowledged):F0} µs a lead, mails sent meanwhile included"));
        cpu = host.Cpu;
        await Draining.RunAsync(gauge, warm + acknowledged, cancellation);
        Report.Fact(
            "host's processor time for the backlog", string.Create(CultureInfo.InvariantCulture, $"{(host.Cpu - cpu).TotalSeconds:F1} s"));
        Report.Fact(
            "host's memory",
            string.Create(CultureInfo.InvariantCulture, $"{host.Megabytes("VmRSS"):F0} MB now, {host.Megabytes("VmHWM"):F0} MB at most"));
        Report.Fact("data folder", run.DataSize);
    }
}
