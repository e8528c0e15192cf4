using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Benchmarks.Http;
using Handoff.Benchmarks.Offers;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>
/// Ours in turn with what people would use instead, in one run on one machine: the floor (a bare endpoint with one durable row), the same
/// handoff on Hangfire with PostgreSQL, and on Quartz.NET with SQLite.
/// </summary>
internal static class VersusScenario
{
    private const string OnPostgres = "hangfire";

    // For all alike: what is compared is how they run for hours, not how soon their code is compiled.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    private sealed record Rates(double Intake, double P99, double Handoffs);

    private sealed record Round(int RowBytes, Rates Ours, Rates Floor, Rates? Hangfire, Rates Quartz);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var time = TimeSpan.FromSeconds(options.Seconds ?? 20);
        var culture = CultureInfo.InvariantCulture;
        Report.Title("versus", string.Create(culture,
            $"intake with {options.Clients} clients and handoffs with {options.Flight} under way, {time.TotalSeconds:F0} s each, one " +
            $"after the other; medians of {options.Rounds} rounds, in brackets the least and the most"));
        List<Round> rounds = [];
        while (rounds.Count < options.Rounds)
            rounds.Add(await PlayAsync(options, time, cancellation));

        Report.Fact(
            "bytes that our intake writes for a lead, and the floor in its row",
            string.Join(", ", rounds.Select(round => round.RowBytes.ToString("N0", culture))));
        Compare("intake, share of the floor", rounds, round => 100 * round.Ours.Intake / round.Floor.Intake, 60, "%");
        Report.Below("intake, 99th percentile", Median(rounds.Select(round => round.Ours.P99)), 25, "ms");
        List<(string, double)> intakes = [];
        List<(string, double)> handoffs = [];
        Say("floor", rounds.Select(round => round.Floor));
        Say("Handoff", rounds.Select(round => round.Ours));
        if (rounds.TrueForAll(round => round.Hangfire is not null))
        {
            const string Name = "Hangfire, PostgreSQL";
            Say(Name, rounds.Select(round => round.Hangfire!));
            Compare($"intake, times {Name}", rounds, round => round.Ours.Intake / round.Hangfire!.Intake, 20, "times");
            Compare($"full handoffs, times {Name}", rounds, round => round.Ours.Handoffs / round.Hangfire!.Handoffs, 10, "times");
        }
        else
        {
            Report.Fact("Hangfire, PostgreSQL", "not measured: PostgreSQL is not installed");
        }

        Say("Quartz.NET, SQLite", rounds.Select(round => round.Quartz));
        Compare("intake, times Quartz.NET, SQLite", rounds, round => round.Ours.Intake / round.Quartz.Intake, 0, "times");
        Compare("full handoffs, times Quartz.NET, SQLite", rounds, round => round.Ours.Handoffs / round.Quartz.Handoffs, 0, "times");
        Report.Bars("intake", "leads/s", intakes);
        Report.Bars("full handoffs", "handoffs/s", handoffs);

        void Say(string name, IEnumerable<Rates> seen)
        {
            List<Rates> all = [.. seen];
            var (intake, p99, whole) =
                (Median(all.Select(one => one.Intake)), Median(all.Select(one => one.P99)), Median(all.Select(one => one.Handoffs)));
            Report.Fact(
                name, string.Create(
                culture, $"{intake:N0} leads/s, p99 {p99:F1} ms{(whole > 0 ? $"; {whole.ToString("N0", culture)} full handoffs/s" : "")}"));
            intakes.Add((name, intake));
            if (whole > 0)
                handoffs.Add((name, whole));
        }
    }

    private static async Task<Round> PlayAsync(LoadOptions options, TimeSpan time, CancellationToken cancellation)
    {
        var (ours, rowBytes) = await OursAsync(options, time, cancellation);
        return new(
            rowBytes, ours, await FloorAsync(options, time, rowBytes, cancellation),
            await RivalAsync(OnPostgres, options, time, cancellation), (await RivalAsync("quartz", options, time, cancellation))!);
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
        var (intake, p99) = await OnFreshAsync(
            "floor", ["--row-bytes", rowBytes.ToString(CultureInfo.InvariantCulture)], options, host =>
            PressAsync(host, options, time, cancellation), cancellation);
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
        string name, IReadOnlyList<string> arguments, LoadOptions options, Func<HostProcess, Task<T>> measure,
            CancellationToken cancellation)
    {
        using var run = new LoadRun(options.Keep);
        await using var postgres = name == OnPostgres ? await PostgresServer.StartAsync(run.Folder, cancellation) : null;
        IEnumerable<string> connect = postgres is null ? [] : ["--postgres", postgres.Connection];
        await using var host = await HostProcess.StartRivalAsync(run.Folder, name, [.. arguments, .. connect], cancellation);
        var measured = await measure(host);
        // Its jobs may take minutes to end, and its data goes away.
        await host.KillAsync();
        return measured;
    }

    private static async Task<(double Rate, double P99)> PressAsync(
        HostProcess host, LoadOptions options, TimeSpan time, CancellationToken cancellation)
    {
        var intaking = new Intaking(host.Port, options.Clients);
        await intaking.RunAsync(WarmUp, long.MaxValue, cancellation);
        var (acknowledged, _, took, latency) = await intaking.RunAsync(time, long.MaxValue, cancellation);
        return (acknowledged / took.TotalSeconds, Report.Milliseconds(latency, 99));
    }

    private static async Task<double> HandOverAsync(
        HostProcess host, IOffers offers, LoadOptions options, TimeSpan time, CancellationToken cancellation)
    {
        var handing = new HandingOver(host.Port, offers, options.Flight);
        await handing.RunAsync(WarmUp, cancellation);
        var (done, took, _, _) = await handing.RunAsync(time, cancellation);
        return done / took.TotalSeconds;
    }

    /// <summary>Compares within each round, whose parts are minutes apart: the machine's speed changes over longer times, too.</summary>
    private static void Compare(string name, List<Round> rounds, Func<Round, double> ratio, int target, string unit)
    {
        List<double> ratios = [.. rounds.Select(ratio)];
        var (culture, median) = (CultureInfo.InvariantCulture, Median(ratios));
        var whole = ratios.Count == 1 ? name : string.Create(culture, $"{name} ({ratios.Min():F1} to {ratios.Max():F1})");
        if (target > 0)
            Report.AtLeast(whole, median, target, unit);
        else
            Report.Fact(whole, string.Create(culture, $"{median:F1}"));
    }

    private static double Median(IEnumerable<double> values)
    {
        List<double> sorted = [.. values.Order()];
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
