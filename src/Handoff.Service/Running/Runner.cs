using Handoff.Service.Intake;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>How the embedded host runs streams.</summary>
public sealed record RunnerOptions
{
    /// <summary>How many streams run at once; 1 to 256.</summary>
    public int Workers { get; init; } = 64;

    /// <summary>How many passed wake-ups are fetched at once; 10 to 10,000.</summary>
    public int Batch { get; init; } = 2_000;

    /// <summary>
    /// How many streams wait in memory; what is signalled beyond them is found by its wake-up in the store. Above <see cref="Batch"/>.
    /// </summary>
    public int MostWaiting => Batch * 4;
}

/// <summary>
/// Runs the streams of one machine: whatever is signalled, and whatever the store says is due. Several at once, one turn at a time per
/// stream. A stream that fails is tried again after a pause; nothing is held in memory that the store does not know.
/// </summary>
public sealed class Runner(
    IStreamStore streams, ReadyStreams ready, StreamWork work, IClock clock, RunnerOptions options, IntakeLimit intake,
    ILogger<Runner> log) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How many workers go on while many leads wait to be stored.</summary>
    private const int AlwaysAtWork = 8;

    private static readonly TimeSpan HeldBack = TimeSpan.FromMilliseconds(20);
    private static readonly Duration AfterFailure = Duration.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A stop lets what runs come to its end; only what hangs is broken off.
        using var hard = new CancellationTokenSource();
        using var breakOff = stoppingToken.Register(() => hard.CancelAfter(Grace));
        var workers = Enumerable.Range(0, options.Workers)
            .Select(worker =>
                Task.Run(() => WorkAsync(isAlwaysAtWork: worker < AlwaysAtWork, stoppingToken, hard.Token), CancellationToken.None))
                .ToArray();
        while (!stoppingToken.IsCancellationRequested)
            await ready.SleepAsync(await FindDueAsync(stoppingToken), LongestSleep, stoppingToken);

        ready.Complete();
        await Task.WhenAll(workers);
    }

    private async Task<Instant?> FindDueAsync(CancellationToken stopping)
    {
        try
        {
            var now = clock.GetCurrentInstant();
            // Whoever has enough to do need not be told of more.
            if (ready.HasEnough)
            {
                ready.LeaveSome();
                return null;
            }

            // Those that wait or run are still due, and stand before the others.
            var most = options.Batch + ready.Busy;
            var due = await streams.FindDueAsync(now, most, stopping);
            foreach (var passed in due)
                ready.AddDue(passed.Stream);
            if (due.Count == most)
                ready.LeaveSome();
            // What is due already runs; the next look is for what is not.
            return due.Count > 0 ? now + Duration.FromSeconds(1) : await streams.FindNextWakeUpAsync(stopping);
        }
        catch (StoreUnavailableException e)
        {
            log.LogError(LogEvents.StoreDown, e, "The store does not answer; looking again in a few seconds.");
            return clock.GetCurrentInstant() + AfterFailure;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task WorkAsync(bool isAlwaysAtWork, CancellationToken stopping, CancellationToken hard)
    {
        try
        {
            await foreach (var stream in ready.TakeAsync(stopping))
            {
                // What competes is the processors' real time, so the wait is real time too.
                while (!isAlwaysAtWork && intake.IsBusy)
                    await Task.Delay(HeldBack, TimeProvider.System, stopping);
                await RunAsync(stream, hard);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested || hard.IsCancellationRequested)
        {
            // What waits is found again by its wake-up.
        }
    }

    private async Task RunAsync(StreamId stream, CancellationToken hard)
    {
        try
        {
            await work.RunAsync(stream, opened: null, hard);
        }
        catch (OperationCanceledException) when (hard.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // One stream must not stop the others; its wake-up has passed, so it is found and tried again.
            log.LogError(LogEvents.TurnFailed, e, "A turn of {Kind} {Id} failed; it is tried again.", stream.Kind, stream.Id);
            ready.LookBy(clock.GetCurrentInstant() + AfterFailure);
        }
    }
}
