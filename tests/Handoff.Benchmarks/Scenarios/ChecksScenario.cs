using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Benchmarks.Http;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>
/// How fast leads are answered whose source has every check on. Run it where the machine's resolver hangs: what is asked of others must
/// never be waited for in an answer.
/// </summary>
internal static class ChecksScenario
{
    private const string Checks = """
            quality: [disposable, role, spam, no_mail]
            captcha: { kind: turnstile, secret: a-secret }
            consent: { field: privacy, purpose: contact, text: "2026-11" }
            min_fill: 3
            limit: 1000000
            limit_per_address: 1000000

        """;

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var seconds = options.Seconds ?? 60;
        Report.Title("checks", string.Create(CultureInfo.InvariantCulture, $"{options.Clients} clients, {seconds} s"));
        using var run = new LoadRun(options.Keep);
        await using var host = await HostProcess.StartAsync(run.Folder, Folder(run.Folder), cancellation);
        var intaking = new Intaking(host.Port, options.Clients, Crowd.Checked);
        await intaking.RunAsync(TimeSpan.FromSeconds(5), 20_000, cancellation);

        var (acknowledged, refused, took, latency) = await intaking.RunAsync(TimeSpan.FromSeconds(seconds), long.MaxValue, cancellation);
        Report.Fact("acknowledged", string.Create(CultureInfo.InvariantCulture, $"{acknowledged / took.TotalSeconds:N0} leads/s"));
        Report.Below("answered, 99th percentile", Report.Milliseconds(latency, 99), 50, "ms");
        Report.Fact("answered", Report.Latency(latency));
        Report.Fact("not acknowledged", refused.ToString(CultureInfo.InvariantCulture));
    }

    private static string Folder(string under)
    {
        var folder = LoadFolder.Write(under);
        var path = Path.Combine(folder, "sources.yaml");
        const string Source = "    honeypot: website_url";
        var sources = File.ReadAllText(path);
        var at = sources.IndexOf(Source, StringComparison.Ordinal);
        File.WriteAllText(path, sources.Insert(at, Checks));
        return folder;
    }
}
