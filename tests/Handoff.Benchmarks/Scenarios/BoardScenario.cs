using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Benchmarks.Http;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>The board with many open handoffs: how long the host takes for a page, and how large it is with all that it loads.</summary>
internal static partial class BoardScenario
{
    private const int Looks = 300;
    private const int Clients = 16;

    private static readonly string[] Paths =
        ["/board", "/board?page=2", "/board?page=100", "/board?state=offered&page=40", "/board?tier=standard", "/board?wall=1"];

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var count = options.Count ?? 5_000;
        Report.Title("board", string.Create(CultureInfo.InvariantCulture, $"{count} open handoffs, {Looks} looks"));
        using var run = new LoadRun(options.Keep);
        await using var host = await HostProcess.StartAsync(run.Folder, cancellation);
        var (acknowledged, refused, took, _) = await new Intaking(host.Port, Clients)
            .RunAsync(TimeSpan.FromMinutes(10), count, cancellation);
        Report.Fact(
            "stored", string.Create(CultureInfo.InvariantCulture, $"{acknowledged} leads in {took.TotalSeconds:F0} s, {refused} refused"));
        using (var gauge = new StoreGauge(host))
            await Draining.RunAsync(gauge, acknowledged, cancellation);

        using var connection = await Connection.OpenAsync(host.Port, cancellation);
        var (first, page) = await LookAsync(connection, "/board", cancellation);
        Report.Fact(
            "the very first look, which reads every head", string.Create(CultureInfo.InvariantCulture, $"{first.TotalMilliseconds:F0} ms"));
        var total = page.Length;
        foreach (Match asset in Assets().Matches(page))
            total += (await LookAsync(connection, asset.Value, cancellation)).Body.Length;
        Report.Below("page with all that it loads", total / 1e3, 100, "kB");
        Report.Fact("its HTML alone", string.Create(CultureInfo.InvariantCulture, $"{page.Length / 1e3:F1} kB"));

        var (still, moving) = (Report.Microseconds(), Report.Microseconds());
        for (var look = 0; look < Looks; look++)
            still.RecordValue((long)(await LookAsync(connection, Paths[look % Paths.Length], cancellation)).Took.TotalMicroseconds);
        var number = Stopwatch.GetTimestamp();
        for (var look = 0; look < Looks; look++)
        {
            await connection.SendAsync(LeadRequests.Post(++number), cancellation);
            moving.RecordValue((long)(await LookAsync(connection, Paths[look % Paths.Length], cancellation)).Took.TotalMicroseconds);
        }

        Report.Below("a page, median", Report.Milliseconds(still, 50), 200, "ms");
        Report.Below("a page, 99th percentile", Report.Milliseconds(still, 99), 50, "ms");
        Report.Fact("a page", Report.Latency(still));
        Report.Fact("a page while leads arrive between the looks", Report.Latency(moving));
    }

    private static async Task<(TimeSpan Took, string Body)> LookAsync(Connection connection, string path, CancellationToken cancellation)
    {
        var request = Connection.Request("GET", path);
        var start = Stopwatch.GetTimestamp();
        var (status, body) = await connection.SendAsync(request, cancellation);
        var took = Stopwatch.GetElapsedTime(start);
        return status == 200
            ? (took, System.Text.Encoding.UTF8.GetString(body.Span))
            : throw new IOException($"{path} answers {status.ToString(CultureInfo.InvariantCulture)}.");
    }

    [GeneratedRegex("/assets/[^\"]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assets();
}
