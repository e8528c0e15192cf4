using System.Globalization;
using Handoff.Benchmarks.Figures;
using HandoffFunctions.Benchmarks;

// Ours in turn with the naive orchestration, in one process, on one emulator and the same engine: dotnet run -c Release --project
// tests/HandoffFunctions.Benchmarks
var culture = CultureInfo.InvariantCulture;
var (seconds, clients, rounds) = (Option("--seconds", 10), Option("--clients", 16), Option("--rounds", 3));
Report.Title("azure", string.Create(culture,
    $"full handoffs with {clients} clients, {seconds} s each, one after the other; medians of {rounds} rounds, in brackets the least " +
    $"and the most"));
await using var ours = await OurHandoffs.StartAsync();
await using var naive = await NaiveHandoffs.StartAsync();
foreach (IHandoffs side in (IHandoffs[])[ours, naive])
    await Measuring.PressAsync(side, clients, TimeSpan.FromSeconds(seconds));

List<(Measured Ours, Measured Naive)> played = [];
while (played.Count < rounds)
{
    var (first, second) =
        (await Measuring.PressAsync(ours, clients, TimeSpan.FromSeconds(seconds)),
        await Measuring.PressAsync(naive, clients, TimeSpan.FromSeconds(seconds)));
    played.Add((first, second));
    Console.WriteLine(string.Create(culture, $"  round {played.Count}: {first.Rate:F1} and {second.Rate:F1} handoffs/s"));
}

Say("Handoff", [.. played.Select(round => round.Ours)]);
Say("naive orchestration", [.. played.Select(round => round.Naive)]);
var ratios = played.Select(round => round.Ours.Rate / round.Naive.Rate).Order().ToList();
Report.AtLeast(
    string.Create(culture, $"full handoffs, times the naive orchestration ({ratios[0]:F2} to {ratios[^1]:F2})"), ratios[ratios.Count / 2],
    1, "times");
if (args.Contains("--record") && Docs() is { } docs)
    Report.Current!.Save(Path.Combine(docs, "benchmarks"));

void Say(string name, List<Measured> seen)
{
    var (all, rates) = (Report.Microseconds(), seen.Select(one => one.Rate).Order().ToList());
    seen.ForEach(one => all.Add(one.Time));
    Report.Fact(name, string.Create(culture,
        $"{rates[rates.Count / 2]:F1} handoffs/s ({rates[0]:F1} to {rates[^1]:F1}); {Report.Latency(all)}"));
    Report.Fact($"{name}, of a handoff", string.Create(culture,
        $"{seen.Average(one => one.Requests):F1} storage requests, {seen.Average(one => one.Executions):F1} executions, {seen.Average(
            one => one.Processor):F1} ms of processor"));
}

int Option(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], culture) : otherwise;

string? Docs()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HandoffFunctions.sln")))
        folder = folder.Parent;
    return folder is null ? null : Path.Combine(folder.FullName, "docs");
}
