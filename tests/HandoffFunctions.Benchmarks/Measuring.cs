using System.Diagnostics;
using Handoff.Benchmarks.Figures;
using HdrHistogram;

namespace HandoffFunctions.Benchmarks;

/// <summary>What one side did in one round.</summary>
/// <param name="Rate">Handoffs a second.</param>
/// <param name="Requests">Storage requests a handoff; polls of empty queues, leases and looks apart.</param>
/// <param name="Executions">Executions of functions a handoff: calls, steps and replays.</param>
/// <param name="Processor">Milliseconds of this process's processor time a handoff; the emulator has its own.</param>
/// <param name="Time">From the first call to the end of the orchestration.</param>
internal sealed record Measured(double Rate, double Requests, double Executions, double Processor, LongHistogram Time);

/// <summary>Presses one side: so many clients, each of which lives one life after the other.</summary>
internal static class Measuring
{
    /// <summary>Until as many lives end as begin.</summary>
    private static readonly TimeSpan Ramp = TimeSpan.FromSeconds(4);

    public static async Task<Measured> PressAsync(IHandoffs side, int clients, TimeSpan time)
    {
        var histogram = Report.Microseconds();
        using var process = Process.GetCurrentProcess();
        side.Storage.Clear();
        var counted = 0;
        var (executions, processor, watch) = (side.Engine.Executions, process.TotalProcessorTime, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(LiveOnAsync)));
        watch.Stop();
        process.Refresh();
        var lives = (double)histogram.TotalCount;
        return new(
            counted / time.TotalSeconds, side.Storage.Requests.Count / lives,
                (side.Engine.Executions - executions) / lives + IHandoffs.CallsOfALife,
            (process.TotalProcessorTime - processor).TotalMilliseconds / lives, histogram);

        async Task LiveOnAsync()
        {
            while (watch.Elapsed < Ramp + time)
            {
                var begun = watch.Elapsed;
                using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
                // Another person of another company each time.
                await side.LiveAsync($"ada@{Guid.NewGuid():N}.example", late.Token);
                var ended = watch.Elapsed;
                lock (histogram)
                {
                    histogram.RecordValue((long)(ended - begun).TotalMicroseconds);
                    counted += ended >= Ramp && ended < Ramp + time ? 1 : 0;
                }
            }
        }
    }
}
