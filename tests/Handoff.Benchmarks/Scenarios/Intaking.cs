using System.Diagnostics;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Http;
using HdrHistogram;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>Many clients that post, each as soon as its last lead was acknowledged.</summary>
/// <param name="port">The host's.</param>
/// <param name="clients">How many.</param>
/// <param name="crowd">What their leads have in common.</param>
internal sealed class Intaking(int port, int clients, Crowd crowd = Crowd.OneTeam)
{
    private long _number = Stopwatch.GetTimestamp() % 1_000_000_000 * 1_000_000;
    private long _left;

    /// <summary>Posts until so much time or so many leads are over.</summary>
    public async Task<(long Acknowledged, long Refused, TimeSpan Took, HistogramBase Latency)> RunAsync(
        TimeSpan time, long most, CancellationToken cancellation)
    {
        _left = most;
        var connections = new List<Connection>();
        try
        {
            for (var i = 0; i < clients; i++)
                connections.Add(await Connection.OpenAsync(port, cancellation));
            var watch = Stopwatch.StartNew();
            var results = await Task.WhenAll(
                connections.Select(connection => Task.Run(() => PostAsync(connection, watch, time, cancellation), cancellation)));
            var took = watch.Elapsed;
            var all = Report.Microseconds();
            foreach (var (_, _, latency) in results)
                all.Add(latency);
            return (results.Sum(result => result.Acknowledged), results.Sum(result => result.Refused), took, all);
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    private async Task<(long Acknowledged, long Refused, HistogramBase Latency)> PostAsync(
        Connection connection, Stopwatch watch, TimeSpan time, CancellationToken cancellation)
    {
        var latency = Report.Microseconds();
        var (acknowledged, refused) = (0L, 0L);
        while (watch.Elapsed < time && Interlocked.Decrement(ref _left) >= 0)
        {
            var request = LeadRequests.Post(crowd, Interlocked.Increment(ref _number));
            var start = Stopwatch.GetTimestamp();
            var (status, _) = await connection.SendAsync(request, cancellation);
            latency.RecordValue((long)Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            if (status == 202)
                acknowledged++;
            else
                refused++;
        }

        return (acknowledged, refused, latency);
    }
}
