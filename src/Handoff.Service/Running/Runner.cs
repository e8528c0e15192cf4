using System.Collections.Concurrent;
using System.Threading.Channels;
using Handoff.Service.Intake;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Handoff.Service.Turns;
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

    /// <summary>How many streams wait in memory; what is nudged beyond them is found by its wake-up in the store. Above <see cref="Batch"/>.</summary>
    public int MostWaiting => Batch * 4;
}

/// <summary>
/// Runs the streams of one machine: whatever is nudged, and whatever the store says is due. Several at once, one turn at a time per stream.
/// A stream that fails is tried again after a pause; nothing is held in memory that the store does not know.
/// </summary>
public sealed class Runner(
    IStreamStore streams, StreamWork work, IClock clock, TimeProvider time, RunnerOptions options, IntakePressure pressure, ILogger<Runner> log) : BackgroundService, IWakeUps
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    /// <summary>How many workers go on while the intake is under pressure, with a pause before each stream; the others wait until it is over.</summary>
    private const int AlwaysAtWork = 1;
    private static readonly TimeSpan HeldBack = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private static readonly Duration AfterFailure = Duration.FromSeconds(5);
    private static readonly Duration WhileBusy = Duration.FromMilliseconds(250);

    private readonly Channel<StreamId> _ready = Channel.CreateUnbounded<StreamId>();
    private readonly ConcurrentDictionary<StreamId, bool> _running = new();
    private readonly SleepUntil _sleep = new(time);

    /// <inheritdoc/>
    public void Saved(SavedTurn turn)
    {
        // Nothing waits for a stream here whose life has ended: what is due is asked of the store.
        if (turn.Next is { } at)
            Nudge(turn.Stream, at);
    }

    /// <inheritdoc/>
    public void Nudge(StreamId stream, Instant at)
    {
        if (at <= clock.GetCurrentInstant())
            Enqueue(stream);
        else
            _sleep.NotLaterThan(at.ToDateTimeOffset());
    }

    /// <summary>Whether fewer wait than are run at once.</summary>
    public bool KeepsUp => _ready.Reader.Count < options.Workers;

    /// <summary>How many streams wait or run.</summary>
    public int Busy => _running.Count;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A stop lets what runs come to its end; only what hangs is broken off.
        using var hard = new CancellationTokenSource();
        using var breakOff = stoppingToken.Register(() => hard.CancelAfter(Grace));
        var workers = Enumerable.Range(0, options.Workers).Select(worker => Task.Run(() => WorkAsync(worker, stoppingToken, hard.Token), CancellationToken.None)).ToArray();
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = await FindDueAsync(stoppingToken);
            await _sleep.UntilAsync(next, LongestSleep, stoppingToken);
        }

        _ready.Writer.TryComplete();
        await Task.WhenAll(workers);
    }

    private async Task<DateTimeOffset?> FindDueAsync(CancellationToken stopping)
    {
        try
        {
            var now = clock.GetCurrentInstant();
            // Whoever has enough to do need not be told of more.
            if (_ready.Reader.Count >= options.Batch)
                return (now + WhileBusy).ToDateTimeOffset();
            // Those that wait or run are still due, and stand before the others.
            var most = options.Batch + _running.Count;
            var due = await streams.FindDueAsync(now, most, stopping);
            foreach (var passed in due)
            {
                // One that runs or waits already sees to it itself.
                if (_running.TryAdd(passed.Stream, false))
                    _ready.Writer.TryWrite(passed.Stream);
            }

            if (due.Count == most)
                return (now + Duration.FromMilliseconds(50)).ToDateTimeOffset();
            // What is due already runs; the next look is for what is not.
            return due.Count > 0
                ? (now + Duration.FromSeconds(1)).ToDateTimeOffset()
                : (await streams.FindNextWakeUpAsync(stopping))?.ToDateTimeOffset();
        }
        catch (StoreUnavailableException e)
        {
            log.LogError(LogEvents.StoreDown, e, "The store does not answer; looking again in a few seconds.");
            return (clock.GetCurrentInstant() + AfterFailure).ToDateTimeOffset();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>A stream that is nudged while it runs is run once more.</summary>
    private void Enqueue(StreamId stream)
    {
        while (true)
        {
            if (_ready.Reader.Count >= options.MostWaiting && !_running.ContainsKey(stream))
            {
                _sleep.NotLaterThan((clock.GetCurrentInstant() + WhileBusy).ToDateTimeOffset());
                return;
            }

            if (_running.TryAdd(stream, false))
            {
                _ready.Writer.TryWrite(stream);
                return;
            }

            if (_running.TryUpdate(stream, true, false) || (_running.TryGetValue(stream, out var again) && again))
                return;
        }
    }

    private async Task WorkAsync(int worker, CancellationToken stopping, CancellationToken hard)
    {
        try
        {
            await foreach (var stream in _ready.Reader.ReadAllAsync(stopping))
            {
                // What competes is the processors' real time, so the wait is real time too.
                for (var waits = 0; pressure.IsHigh && (worker >= AlwaysAtWork || waits == 0); waits++)
                    await Task.Delay(HeldBack, TimeProvider.System, stopping);

                // From here on a nudge means: once more.
                _running[stream] = false;
                await RunAsync(stream, hard);
                if (!_running.TryRemove(new(stream, false)))
                    _ready.Writer.TryWrite(stream);
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
            _sleep.NotLaterThan((clock.GetCurrentInstant() + AfterFailure).ToDateTimeOffset());
        }
    }
}
