using System.Collections.Concurrent;
using System.Threading.Channels;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>
/// The streams of one machine that have something to do, each once: those that were signalled, and those that the store says are due. A
/// stream that is signalled while it runs is run once more. Safe to use from many threads.
/// </summary>
public sealed class ReadyStreams(RunnerOptions options, IClock clock, TimeProvider time) : IWakeUps, IDisposable
{
    private readonly Channel<StreamId> _ready = Channel.CreateUnbounded<StreamId>();
    private readonly ConcurrentDictionary<StreamId, bool> _running = new();
    private readonly SleepUntil _sleep = new(time);
    private volatile bool _leftSome;

    /// <summary>How many streams wait or run.</summary>
    public int Busy => _running.Count;

    /// <summary>Whether so many wait that the store need not be asked for more.</summary>
    public bool HasEnough => _ready.Reader.Count >= options.Batch;

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
            LookBy(at);
    }

    /// <summary>Adds a stream that the store says is due, unless it waits or runs already.</summary>
    public void AddDue(StreamId stream)
    {
        if (_running.TryAdd(stream, false))
            _ready.Writer.TryWrite(stream);
    }

    /// <summary>The streams in the order in which they came; ends after <see cref="Complete"/>.</summary>
    public async IAsyncEnumerable<StreamId> TakeAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var stream in _ready.Reader.ReadAllAsync(cancellation))
        {
            // From here on a signal means: once more.
            _running[stream] = false;
            LookIfFew();
            yield return stream;
            if (!_running.TryRemove(new(stream, false)))
                _ready.Writer.TryWrite(stream);
        }
    }

    /// <summary>No stream comes any more.</summary>
    public void Complete() => _ready.Writer.TryComplete();

    /// <summary>Sleeps until the store is to be asked again.</summary>
    internal Task SleepAsync(Instant? until, TimeSpan longest, CancellationToken cancellation) =>
        _sleep.UntilAsync(until?.ToDateTimeOffset(), longest, cancellation);

    /// <summary>Has the store asked again at that time at the latest.</summary>
    internal void LookBy(Instant at) => _sleep.NotLaterThan(at.ToDateTimeOffset());

    /// <summary>The store has more than is here: it is asked again as soon as this host has not enough to do.</summary>
    internal void LeaveSome()
    {
        _leftSome = true;
        LookIfFew();
    }

    /// <inheritdoc/>
    public void Dispose() => _sleep.Dispose();

    private void LookIfFew()
    {
        if (!_leftSome || HasEnough)
            return;
        _leftSome = false;
        LookBy(clock.GetCurrentInstant());
    }

    private void Enqueue(StreamId stream)
    {
        while (true)
        {
            if (_ready.Reader.Count >= options.MostWaiting && !_running.ContainsKey(stream))
            {
                LeaveSome();
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
}
