using System.Diagnostics;
using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Sqlite;
using NodaTime;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>Figures over many leads: the scorecard after a start and warm, the memory that it takes, and how fast a rebuild is.</summary>
internal static class ReachScenario
{
    private const int Looks = 20;
    private const int RebuiltLeads = 50_000;

    private static readonly string[] Sample = ["--sample-data", "--start", "2026-12-07T07:29:30Z"];

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var count = options.Count ?? 1_000_000;
        Report.Title("reach", string.Create(CultureInfo.InvariantCulture, $"figures over {count:N0} leads"));
        using var run = new LoadRun(options.Keep);
        var agreement = Path.Combine(AppContext.BaseDirectory, "sample", "acme");
        var start = new HostStart(Path.Combine(run.Folder, "data"), agreement)
        {
            Arguments = ["serve", "--agreement", agreement, .. Sample],
        };
        await (await HostProcess.StartAsync(start, cancellation)).DisposeAsync();

        var (whole, lives) = (Math.Min(count, RebuiltLeads), new CopiedLives());
        var events = await FillAsync(start, lives, whole, whole: true, cancellation);
        await RebuildAsync(start, events, cancellation);
        if (count > whole)
            await FillAsync(start, lives, count - whole, whole: false, cancellation);
        await ScorecardsAsync(start, "first start", cancellation);
        await ScorecardsAsync(start, "next start", cancellation);
    }

    private static async Task<long> FillAsync(
        HostStart start, CopiedLives lives, int leads, bool whole, CancellationToken cancellation)
    {
        await using var store = await SqliteStore.OpenAsync(start.Data, new MachineClock(), cancellation: cancellation);
        if (lives.Count == 0)
            await lives.ReadAsync(store, cancellation);
        var watch = Stopwatch.StartNew();
        var events = await lives.AddAsync(store, leads, whole, cancellation);
        Report.Fact(whole ? "copied with all events" : "copied with one event", string.Create(
            CultureInfo.InvariantCulture, $"{leads:N0} leads, {leads / watch.Elapsed.TotalSeconds:N0}/s"));
        return events;
    }

    private static async Task RebuildAsync(HostStart start, long events, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var rebuild = HostProcess.Run(
            ["rebuild", "--data", start.Data, "--agreement", start.Agreement], new Dictionary<string, string>(StringComparer.Ordinal));
        Console.WriteLine(await rebuild.StandardOutput.ReadToEndAsync(cancellation));
        Console.WriteLine(await rebuild.StandardError.ReadToEndAsync(cancellation));
        await rebuild.WaitForExitAsync(cancellation);
        Report.AtLeast("rebuild, with the start of the process", events / watch.Elapsed.TotalSeconds, 50_000, "events/s");
    }

    private static async Task ScorecardsAsync(HostStart start, string which, CancellationToken cancellation)
    {
        await using var host = await HostProcess.StartAsync(start, cancellation);
        var (before, cpu) = (host.Megabytes("VmRSS"), host.Cpu);
        var first = await LookAsync(host, "/api/scorecard", cancellation);
        Report.Fact($"{which}: processor time of the first", Milliseconds(host.Cpu - cpu));
        Report.Below($"{which}: scorecard, the first", first.TotalMilliseconds, 2_000, "ms");
        var looks = Report.Microseconds();
        cpu = host.Cpu;
        for (var look = 0; look < Looks; look++)
            looks.RecordValue((long)(await LookAsync(host, Periods[look % Periods.Length], cancellation)).TotalMicroseconds);
        Report.Below($"{which}: scorecard, warm, median", Report.Milliseconds(looks, 50), 200, "ms");
        Report.Fact($"{which}: scorecards of other periods", Report.Latency(looks));
        Report.Fact($"{which}: processor time of one", Milliseconds((host.Cpu - cpu) / Looks));
        Report.Below($"{which}: memory for it", host.Megabytes("VmRSS") - before, 150, "MB");
        Report.Fact($"{which}: the whole process", string.Create(
            CultureInfo.InvariantCulture, $"{host.Megabytes("VmRSS"):F0} MB, at most {host.Megabytes("VmHWM"):F0} MB"));
    }

    private static string Milliseconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F0} ms");

    // Who asks again for the same is told the same: so each look asks for another period.
    private static readonly string[] Periods =
    [
        .. Enumerable.Range(1, 12).Select(month => string.Create(CultureInfo.InvariantCulture, $"/api/scorecard?period=2026-{month:00}")),
        .. Enumerable.Range(40, 8).Select(week => string.Create(CultureInfo.InvariantCulture, $"/api/scorecard?period=2026-W{week:00}")),
    ];

    private static async Task<TimeSpan> LookAsync(HostProcess host, string path, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        var watch = Stopwatch.StartNew();
        var text = await http.GetStringAsync(new Uri(host.Address, path), cancellation);
        return text.Length > 0 ? watch.Elapsed : throw new IOException($"{path} answers nothing.");
    }

    private sealed class MachineClock : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
    }
}
