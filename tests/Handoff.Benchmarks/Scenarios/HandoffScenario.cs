using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Benchmarks.Http;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>Whole handoffs: a lead is posted, its e-mail goes, the rep accepts by the link in it, and that is recorded.</summary>
internal sealed class HandoffScenario
{
    // Every look costs the host the opening of each message that it lists: better many at once, and none twice.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private const int Newer = 8;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _offers = new(StringComparer.Ordinal);
    private long _number = Stopwatch.GetTimestamp() % 1_000_000_000 * 1_000_000;

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var seconds = options.Seconds ?? 20;
        Report.Title(string.Create(CultureInfo.InvariantCulture, $"handoff: post, e-mail, accept by link, recorded; {options.Flight} under way, {seconds} s"));
        using var run = new LoadRun(options.Keep);
        await using var host = await HostProcess.StartAsync(run.Folder, cancellation);
        using var gauge = new StoreGauge(host);
        var scenario = new HandoffScenario();
        await scenario.PressAsync(host, gauge, options.Flight, TimeSpan.FromSeconds(5), cancellation);

        var (cpu, mails) = (host.Cpu, gauge.Messages);
        var result = await scenario.PressAsync(host, gauge, options.Flight, TimeSpan.FromSeconds(seconds), cancellation);
        var used = host.Cpu - cpu;
        Report.AtLeast("handed over", result.Done / result.Took.TotalSeconds, 1_000, "handoffs/s");
        Report.Fact("from post to recorded", Report.Latency(result.Whole));
        Report.Fact("of which the accept was answered in", Report.Latency(result.Accept));
        Report.Fact("e-mails handed over meanwhile", string.Create(CultureInfo.InvariantCulture, $"{gauge.Messages - mails:N0}"));
        Report.Fact("host's processors", string.Create(CultureInfo.InvariantCulture,
            $"{used.TotalSeconds / result.Took.TotalSeconds:F2} of {Environment.ProcessorCount}; {used.TotalMicroseconds / Math.Max(1, result.Done):F0} µs a handoff, reading the mailbox included"));
    }

    private async Task<(long Done, TimeSpan Took, HdrHistogram.HistogramBase Whole, HdrHistogram.HistogramBase Accept)> PressAsync(
        HostProcess host, StoreGauge gauge, int flight, TimeSpan time, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(() => ReadMailAsync(host, gauge, over.Token), cancellation);
        var watch = Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, flight).Select(_ => Task.Run(() => HandOverAsync(host, watch, time, cancellation), cancellation)));
        var took = watch.Elapsed;
        await over.CancelAsync();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var (whole, accept) = (Report.Microseconds(), Report.Microseconds());
        foreach (var result in results)
        {
            whole.Add(result.Whole);
            accept.Add(result.Accept);
        }

        return (whole.TotalCount, took, whole, accept);
    }

    private async Task<(HdrHistogram.HistogramBase Whole, HdrHistogram.HistogramBase Accept)> HandOverAsync(
        HostProcess host, Stopwatch watch, TimeSpan time, CancellationToken cancellation)
    {
        using var connection = await Connection.OpenAsync(host.Port, cancellation);
        var (whole, accept) = (Report.Microseconds(), Report.Microseconds());
        while (watch.Elapsed < time)
        {
            var start = Stopwatch.GetTimestamp();
            var (status, body) = await connection.SendAsync(LeadRequests.Post(Interlocked.Increment(ref _number)), cancellation);
            if (status != 202)
                throw new IOException($"The intake answers {status.ToString(CultureInfo.InvariantCulture)}.");
            var path = await Offer(LeadRequests.IdOf(body.Span)).Task.WaitAsync(TimeSpan.FromMinutes(1), cancellation);
            var accepting = Stopwatch.GetTimestamp();
            (status, _) = await connection.SendAsync(LeadRequests.Accept(path), cancellation);
            if (status != 200)
                throw new IOException($"The link answers {status.ToString(CultureInfo.InvariantCulture)}.");
            accept.RecordValue((long)Stopwatch.GetElapsedTime(accepting).TotalMicroseconds);
            whole.RecordValue((long)Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return (whole, accept);
    }

    /// <summary>Reads what has come since the last look, and gives each offer's link to whoever waits for it.</summary>
    private async Task ReadMailAsync(HostProcess host, StoreGauge gauge, CancellationToken cancellation)
    {
        using var connection = await Connection.OpenAsync(host.Port, cancellation);
        var mailbox = new MailboxReader(connection);
        var seen = gauge.Messages;
        var wanted = new Dictionary<string, long>(StringComparer.Ordinal);
        while (!cancellation.IsCancellationRequested)
        {
            foreach (var (number, id, at) in gauge.OffersAfter(seen))
            {
                wanted.Add(id, at);
                seen = number;
            }

            if (wanted.Count > 0)
            {
                var limit = (int)Math.Min(10_000, gauge.NewerThan(wanted.Values.Min()) + Newer);
                foreach (var mailed in await mailbox.ReadAsync(limit, cancellation))
                {
                    if (mailed.OfferPath is { } path && wanted.Remove(mailed.Id))
                        Offer(mailed.Lead).TrySetResult(path);
                }
            }

            await Task.Delay(Look, TimeProvider.System, cancellation);
        }
    }

    private TaskCompletionSource<string> Offer(string lead) => _offers.GetOrAdd(lead, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
