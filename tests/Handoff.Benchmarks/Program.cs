using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Handoff.Benchmarks;
using Handoff.Benchmarks.Core;
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

foreach (var scenario in options.Scenarios)
{
    switch (scenario)
    {
        case "intake":
            await IntakeScenario.RunAsync(options, stop.Token);
            break;
        case "calm":
            await CalmScenario.RunAsync(options, stop.Token);
            break;
        case "handoff":
            await HandoffScenario.RunAsync(options, stop.Token);
            break;
        case "inflight":
            await InFlightScenario.RunAsync(options, stop.Token);
            break;
        case "board":
            await BoardScenario.RunAsync(options, stop.Token);
            break;
        default:
            // In this process: a build of its own for each benchmark would cost minutes and measure the same code.
            BenchmarkRunner.Run<CoreBenchmarks>(DefaultConfig.Instance
                .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "handoff-benchmarks"))
                .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
            break;
    }
}

return 0;
