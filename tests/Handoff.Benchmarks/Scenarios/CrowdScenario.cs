using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Benchmarks.Http;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>
/// How many posts are acknowledged when they fall together: in one team, company, person or delivery, and all of these mixed.
/// </summary>
internal static class CrowdScenario
{
    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var seconds = options.Seconds ?? 15;
        Report.Title(
            "crowds",
            string.Create(CultureInfo.InvariantCulture, $"{options.Clients} clients, {seconds} s each, each on a folder of its own"));
        foreach (var crowd in Enum.GetValues<Crowd>().Where(crowd => crowd != Crowd.Checked))
        {
            using var run = new LoadRun(options.Keep);
            await using var host = await HostProcess.StartAsync(run.Folder, cancellation);
            var intaking = new Intaking(host.Port, options.Clients, crowd);
            // The first requests compile the code; they are not counted.
            await intaking.RunAsync(TimeSpan.FromSeconds(3), 5_000, cancellation);
            var (acknowledged, refused, took, latency) =
                await intaking.RunAsync(TimeSpan.FromSeconds(seconds), long.MaxValue, cancellation);
            Report.AtLeast($"{Name(crowd)}, acknowledged", 100.0 * acknowledged / Math.Max(1, acknowledged + refused), 100, "%");
            Report.Fact(
                Name(crowd),
                string.Create(CultureInfo.InvariantCulture, $"{acknowledged / took.TotalSeconds:N0} posts/s; {Report.Latency(latency)}"));
        }
    }

    private static string Name(Crowd crowd) => crowd switch
    {
        Crowd.OneTeam => "one team",
        Crowd.OneCompany => "one company",
        Crowd.OnePerson => "one person",
        Crowd.OneDelivery => "one delivery",
        Crowd.Mixed => "all of these mixed",
        _ => throw new ArgumentOutOfRangeException(nameof(crowd), crowd, "A crowd has a name."),
    };
}
