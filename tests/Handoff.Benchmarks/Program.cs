using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Handoff.Benchmarks;
using Handoff.Benchmarks.Core;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Scenarios;

if (LoadOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(LoadOptions.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var page = Page.Find();
foreach (var scenario in options.Scenarios)
{
    await (scenario switch
    {
        "intake" => IntakeScenario.RunAsync(options, stop.Token),
        "checks" => ChecksScenario.RunAsync(options, stop.Token),
        "crowds" => CrowdScenario.RunAsync(options, stop.Token),
        "calm" => CalmScenario.RunAsync(options, stop.Token),
        "handoff" => HandoffScenario.RunAsync(options, stop.Token),
        "versus" => VersusScenario.RunAsync(options, stop.Token),
        "due" => DueScenario.RunAsync(options, stop.Token),
        "curve" => CurveScenario.RunAsync(options, stop.Token),
        "inflight" => InFlightScenario.RunAsync(options, stop.Token),
        "reach" => ReachScenario.RunAsync(options, stop.Token),
        "feed" => FeedScenario.RunAsync(options, stop.Token),
        "board" => BoardScenario.RunAsync(options, stop.Token),
        _ => RunCore(),
    });
    if (options.Record && page is not null)
        Report.Current?.Save(page.Kept);
}

if (options.Record)
    page?.Write(LoadOptions.All);
return 0;

static Task RunCore()
{
    // In this process: a build of its own for each benchmark would cost minutes and measure the same code.
    CoreFigures.Say(BenchmarkRunner.Run<CoreBenchmarks>(DefaultConfig.Instance
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "handoff-benchmarks"))
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))));
    return Task.CompletedTask;
}
