using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Http;
using Handoff.Benchmarks.Offers;
using HdrHistogram;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>Many handoffs under way at once: each posts a lead, waits for its e-mail, and accepts by the link in it.</summary>
internal sealed class HandingOver(int port, IOffers offers, int flight)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _offers = new(StringComparer.Ordinal);
    private volatile bool _isOver;
    private long _number = Stopwatch.GetTimestamp() % 1_000_000_000 * 1_000_000;

    /// <summary>Hands over until the time is over; those under way are carried to their end.</summary>
    public async Task<(long Done, TimeSpan Took, HistogramBase Whole, HistogramBase Accept)> RunAsync(
        TimeSpan time, CancellationToken cancellation)
    {
        _isOver = false;
        var reading = Task.Run(() => ReadAsync(cancellation), cancellation);
        var watch = Stopwatch.StartNew();
        var all = Task.WhenAll(
            Enumerable.Range(0, flight).Select(_ => Task.Run(() => HandOverAsync(watch, time, cancellation), cancellation)));
        // Without the reader nobody would ever be done.
        if (await Task.WhenAny(all, reading) == reading)
            await reading;
        var results = await all;
        var took = watch.Elapsed;
        _isOver = true;
        await reading;
        var (whole, accept) = (Report.Microseconds(), Report.Microseconds());
        foreach (var result in results)
        {
            whole.Add(result.Whole);
            accept.Add(result.Accept);
        }

        return (whole.TotalCount, took, whole, accept);
    }

    private async Task<(HistogramBase Whole, HistogramBase Accept)> HandOverAsync(
        Stopwatch watch, TimeSpan time, CancellationToken cancellation)
    {
        using var connection = await Connection.OpenAsync(port, cancellation);
        var (whole, accept) = (Report.Microseconds(), Report.Microseconds());
        while (watch.Elapsed < time)
        {
            var start = Stopwatch.GetTimestamp();
            var (status, body) = await connection.SendAsync(LeadRequests.Post(Interlocked.Increment(ref _number)), cancellation);
            if (status != 202)
                throw new IOException($"The intake answers {status.ToString(CultureInfo.InvariantCulture)}.");
            var lead = LeadRequests.IdOf(body.Span);
            var path = await Offer(lead).Task.WaitAsync(TimeSpan.FromMinutes(5), cancellation);
            _offers.TryRemove(lead, out _);
            var accepting = Stopwatch.GetTimestamp();
            (status, _) = await connection.SendAsync(LeadRequests.Accept(path), cancellation);
            if (status != 200)
                throw new IOException($"The link answers {status.ToString(CultureInfo.InvariantCulture)}.");
            accept.RecordValue((long)Stopwatch.GetElapsedTime(accepting).TotalMicroseconds);
            whole.RecordValue((long)Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return (whole, accept);
    }

    /// <summary>Gives each offer's link to whoever waits for it.</summary>
    private async Task ReadAsync(CancellationToken cancellation)
    {
        while (!_isOver)
        {
            foreach (var (lead, path) in await offers.NewAsync(cancellation))
                Offer(lead).TrySetResult(path);
            await Task.Delay(Look, TimeProvider.System, cancellation);
        }
    }

    private TaskCompletionSource<string> Offer(string lead) =>
        _offers.GetOrAdd(lead, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
