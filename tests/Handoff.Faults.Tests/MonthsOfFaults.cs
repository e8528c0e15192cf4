using System.Collections.Concurrent;
using System.Diagnostics;
using Handoff.Faults.Tests.World;
using Xunit.Abstractions;

namespace Handoff.Faults.Tests;

/// <summary>
/// A month of everything that can go wrong, many times: <c>HANDOFF_SEEDS</c> says how often (500), <c>HANDOFF_FROM</c> from which seed (1);
/// with
/// <c>HANDOFF_SEED</c> one life is played again and told.
/// </summary>
public sealed class MonthsOfFaults(ITestOutputHelper output)
{
    [Fact]
    public void Every_promise_holds_after_every_step()
    {
        if (Scenario.OfEnvironment() is { } asked)
        {
            var told = Simulation.Play(asked, traces: true);
            foreach (var line in told.Trace)
                output.WriteLine(line);
            output.WriteLine($"{told.Steps} steps, digest {told.Digest:x}");
            Assert.Null(told.Broken);
            return;
        }

        var from = Scenario.Number("HANDOFF_FROM", 1);
        var seeds = Scenario.Number("HANDOFF_SEEDS", 500);
        var started = Stopwatch.GetTimestamp();
        var worked = Environment.CpuUsage.TotalTime;
        long steps = 0;
        var failed = new ConcurrentBag<Outcome>();
        Parallel.For(from, from + seeds, seed =>
        {
            var outcome = Simulation.Play(new((ulong)seed));
            Interlocked.Add(ref steps, outcome.Steps);
            if (outcome.Broken is not null)
                failed.Add(outcome);
        });
        var took = Stopwatch.GetElapsedTime(started);
        worked = Environment.CpuUsage.TotalTime - worked;
        output.WriteLine(FormattableString.Invariant(
            $"{seeds} months and {steps} commits in {took.TotalSeconds:F1} s: {worked.TotalMilliseconds / seeds:F1} ms of CPU each."));
        if (!failed.IsEmpty)
            Assert.Fail(Shrinking.Report(failed));
    }
}
