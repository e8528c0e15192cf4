using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Benchmarks.Http;
using Handoff.Benchmarks.Offers;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>
/// Ours in turn with what people would use instead, in one run on one machine: the floor (a bare endpoint with one durable row), the same handoff
/// on Hangfire with PostgreSQL, and on Quartz.NET with SQLite.
/// </summary>
internal static class VersusScenario
{
    private const string OnPostgres = "hangfire";

    // For all alike: what is compared is how they run for hours, not how soon their code is compiled.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private sealed record Rates(double Intake, double P99, double Handoffs);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var time = TimeSpan.FromSeconds(options.Seconds ?? 20);
        var culture = CultureInfo.InvariantCulture;
        Report.Title("versus", string.Create(culture, $"intake with {options.Clients} clients and handoffs with {options.Flight} under way, {time.TotalSeconds:F0} s each, one after the other"));
        var (ours, rowBytes) = await OursAsync(options, time, cancellation);
        var floor = await FloorAsync(options, time, rowBytes, cancellation);
        var hangfire = await RivalAsync(OnPostgres, options, time, cancellation);
        var quartz = await RivalAsync("quartz", options, time, cancellation);

        Report.Fact("bytes that our intake writes for a lead, and the floor in its row", rowBytes.ToString("N0", culture));
        Report.AtLeast("intake, share of the floor", 100 * ours.Intake / floor.Intake, 60, "%");
        Report.Below("intake, 99th percentile", ours.P99, 25, "ms");
        Say("floor", floor);
        Say("Handoff", ours);
        List<(string, double)> intakes = [("floor", floor.Intake), ("Handoff", ours.Intake)];
        List<(string, double)> handoffs = [("Handoff", ours.Handoffs)];
        foreach (var (name, times, whole, rates) in new[] { ("Hangfire, PostgreSQL", 20, 10, hangfire), ("Quartz.NET, SQLite", 0, 0, quartz) })
        {
            if (rates is null)
            {
                Report.Fact(name, "not measured: PostgreSQL is not installed");
                continue;
            }

            Say(name, rates);
            intakes.Add((name, rates.Intake));
            handoffs.Add((name, rates.Handoffs));
            Compare($"intake, times {name}", ours.Intake / rates.Intake, times);
            Compare($"full handoffs, times {name}", ours.Handoffs / rates.Handoffs, whole);
        }

        Report.Bars("intake", "leads/s", intakes);
        Report.Bars("full handoffs", "handoffs/s", handoffs);
    }

    private static async Task<(Rates Rates, int RowBytes)> OursAsync(LoadOptions options, TimeSpan time, CancellationToken cancellation)
    {
        double intake, p99;
        int rowBytes;
        using (var run = new LoadRun(options.Keep))
        await using (var host = await HostProcess.StartAsync(run.Folder, cancellation))
        {
            (intake, p99) = await PressAsync(host, options, time, cancellation);
            using var gauge = new StoreGauge(host);
            rowBytes = gauge.BytesOfAReceivedLead();
        }

        using var again = new LoadRun(options.Keep);
        await using var second = await HostProcess.StartAsync(again.Folder, cancellation);
        using var links = new StoreGauge(second);
        using var offers = new StoreOffers(second, links);
        return (new(intake, p99, await HandOverAsync(second, offers, options, time, cancellation)), rowBytes);
    }

    private static async Task<Rates> FloorAsync(LoadOptions options, TimeSpan time, int rowBytes, CancellationToken cancellation)
    {
        var (intake, p99) = await OnFreshAsync("floor", ["--row-bytes", rowBytes.ToString(CultureInfo.InvariantCulture)], options, host => PressAsync(host, options, time, cancellation), cancellation);
        return new(intake, p99, 0);
    }

    private static async Task<Rates?> RivalAsync(string name, LoadOptions options, TimeSpan time, CancellationToken cancellation)
    {
        if (name == OnPostgres && !PostgresServer.IsInstalled)
            return null;
        var (intake, p99) = await OnFreshAsync(name, [], options, host => PressAsync(host, options, time, cancellation), cancellation);
        var handoffs = await OnFreshAsync(name, [], options, async host =>
        {
            using var connection = await Connection.OpenAsync(host.Port, cancellation);
            return await HandOverAsync(host, new RivalOffers(connection), options, time, cancellation);
        }, cancellation);
        return new(intake, p99, handoffs);
    }

    /// <summary>Measures a rival on data of its own: the jobs that one measure left would stand before those of the next.</summary>
    private static async Task<T> OnFreshAsync<T>(
        string name, IReadOnlyList<string> arguments, LoadOptions options, Func<HostProcess, Task<T>> measure, CancellationToken cancellation)
    {
        using var run = new LoadRun(options.Keep);
        await using var postgres = name == OnPostgres ? await PostgresServer.StartAsync(run.Folder, cancellation) : null;
        IEnumerable<string> connect = postgres is null ? [] : ["--postgres", postgres.Connection];
        await using var host = await HostProcess.StartRivalAsync(run.Folder, name, [.. arguments, .. connect], cancellation);
        return await measure(host);
    }

    private static async Task<(double Rate, double P99)> PressAsync(HostProcess host, LoadOptions options, TimeSpan time, CancellationToken cancellation)
    {
        var intaking = new Intaking(host.Port, options.Clients);
        await intaking.RunAsync(WarmUp, long.MaxValue, cancellation);
        var (acknowledged, _, took, latency) = await intaking.RunAsync(time, long.MaxValue, cancellation);
        return (acknowledged / took.TotalSeconds, Report.Milliseconds(latency, 99));
    }

    private static async Task<double> HandOverAsync(HostProcess host, IOffers offers, LoadOptions options, TimeSpan time, CancellationToken cancellation)
    {
        var handing = new HandingOver(host.Port, offers, options.Flight);
        await handing.RunAsync(WarmUp, cancellation);
        var (done, took, _, _) = await handing.RunAsync(time, cancellation);
        return done / took.TotalSeconds;
    }

    private static void Say(string name, Rates rates) => Report.Fact(name, string.Create(CultureInfo.InvariantCulture,
        $"{rates.Intake:N0} leads/s, p99 {rates.P99:F1} ms{(rates.Handoffs > 0 ? $"; {rates.Handoffs.ToString("N0", CultureInfo.InvariantCulture)} full handoffs/s" : "")}"));

    private static void Compare(string name, double times, int target)
    {
        if (target > 0)
            Report.AtLeast(name, times, target, "times");
        else
            Report.Fact(name, string.Create(CultureInfo.InvariantCulture, $"{times:F1}"));
    }
}
