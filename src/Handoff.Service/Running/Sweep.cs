using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace Handoff.Service.Running;

/// <summary>A page of what a sweep drops.</summary>
/// <param name="Next">The place of the page after it; null or empty: it is the last.</param>
public sealed record SweptPage(IReadOnlyList<string> Items, string? Next);

/// <summary>
/// Drops things page by page, in as many runs as it takes: a run that has no time left keeps its place, and the next one goes on there.
/// One sweep has one runner at a time.
/// </summary>
public sealed class Sweep(IFactStore facts, TimeProvider time, ILogger<Sweep> log)
{
    private const string Nowhere = "";
    private const string Beginning = "begin";
    private const string After = "after ";
    private const int AtOnce = 32;

    /// <summary>How long a run takes; the last page comes on top. The Functions host ends a function after ten minutes.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(7);

    /// <summary>Has the next run begin at the beginning, unless one is under way.</summary>
    public async Task BeginAsync(string name, CancellationToken cancellation)
    {
        if ((await facts.FindValueAsync(name, cancellation) ?? Nowhere) == Nowhere)
            await facts.SaveValueAsync(name, Beginning, cancellation);
    }

    /// <summary>Goes on where the last run stopped, if anything is left since it was begun.</summary>
    /// <param name="name">The name of the sweep, under which its place is kept.</param>
    /// <param name="pages">Lists from a place on; null: from the beginning.</param>
    /// <param name="drop">Drops one thing. What cannot be dropped is logged and left to the next sweep.</param>
    /// <param name="cancellation">Ends the run; the next one takes it again from the place where this one began.</param>
    /// <returns>How many were dropped; null: there was nothing to do.</returns>
    public async Task<int?> GoOnAsync(
        string name,
        Func<string?, IAsyncEnumerable<SweptPage>> pages,
        Func<string, CancellationToken, Task> drop,
        CancellationToken cancellation)
    {
        if (await facts.FindValueAsync(name, cancellation) is not { } place || place == Nowhere)
            return null;
        var (begun, dropped) = (time.GetTimestamp(), 0);
        try
        {
            var from = place.StartsWith(After, StringComparison.Ordinal) ? place[After.Length..] : null;
            await foreach (var page in pages(from).WithCancellation(cancellation))
            {
                dropped += await DropAsync(name, page.Items, drop, cancellation);
                place = page.Next is { Length: > 0 } next ? After + next : Nowhere;
                if (place != Nowhere && time.GetElapsedTime(begun) >= Longest)
                    break;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A place that is no good must not be kept for ever.
            await facts.SaveValueAsync(name, Beginning, cancellation);
            throw;
        }

        await facts.SaveValueAsync(name, place, cancellation);
        return dropped;
    }

    private async Task<int> DropAsync(
        string name, IReadOnlyList<string> items, Func<string, CancellationToken, Task> drop, CancellationToken cancellation)
    {
        var dropped = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(items, options, async (item, stop) =>
        {
            try
            {
                await drop(item, stop);
                Interlocked.Increment(ref dropped);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(LogEvents.NotSwept, e, "{Item} of {Sweep} could not be dropped; the next sweep tries again.", item, name);
            }
        });
        return dropped;
    }
}
