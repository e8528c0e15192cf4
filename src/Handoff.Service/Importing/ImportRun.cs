using System.Threading.Channels;
using Handoff.Agreements;
using Handoff.Qualification.Columns;
using NodaTime;

namespace Handoff.Service.Importing;

/// <summary>What is imported, and how fast.</summary>
/// <param name="Columns">How its columns are understood.</param>
/// <param name="PerMinute">The most rows a minute, or null: as fast as they are taken.</param>
public sealed record ImportOrder(LeadSource Source, System.Collections.Immutable.ImmutableArray<PlannedColumn> Columns, int? PerMinute);

/// <summary>
/// Posts the rows of a table, many at once, those of one person in their order. What is in is remembered at once, so a run that ends at any
/// moment goes on where it was: nothing is lost, nothing is stored twice.
/// </summary>
public sealed class ImportRun(IImportDoor door, ITakenRows taken, TimeProvider time)
{
    private const int Lanes = 32;
    private const int WaitingInLane = 4;
    private const int MostOutages = 8;

    private static readonly Duration LongestPause = Duration.FromSeconds(30);

    /// <summary>Runs to the end, or until it is cancelled.</summary>
    /// <param name="tally">Counts while it runs.</param>
    /// <param name="onRow">Told after each row how many were looked at; called from several threads.</param>
    /// <param name="cancellation">Stops: rows that have begun are finished.</param>
    /// <returns>Null: it ran to the end or was cancelled; else why it had to stop.</returns>
    public async Task<string?> RunAsync(
        ImportOrder order, IEnumerable<TableRow> rows, ImportTally tally, Action<int> onRow, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        string? why = null;
        var lanes = Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<RowPost>(WaitingInLane)).ToArray();
        var workers = lanes.Select(lane => Task.Run(() => WorkAsync(lane.Reader), CancellationToken.None)).ToArray();
        try
        {
            await FeedAsync(order, rows, lanes, tally, onRow, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whoever stopped it knows.
        }
        finally
        {
            foreach (var lane in lanes)
                lane.Writer.TryComplete();
            await Task.WhenAll(workers);
        }

        return why;

        async Task WorkAsync(ChannelReader<RowPost> lane)
        {
            try
            {
                await foreach (var post in lane.ReadAllAsync(stop.Token))
                {
                    // A whole row that stands in the file twice is one delivery.
                    if (taken.Contains(post.Key))
                        onRow(tally.Know());
                    else if (await TakeAsync(post, tally, onRow, stop.Token) is { } reason)
                    {
                        Interlocked.CompareExchange(ref why, reason, null);
                        await stop.CancelAsync();
                    }
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // What waits in the lane is for the next run.
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        }
    }

    private async Task FeedAsync(
        ImportOrder order, IEnumerable<TableRow> rows, Channel<RowPost>[] lanes, ImportTally tally, Action<int> onRow,
        CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var sent = 0;
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RowProblems.OfShape(row, order.Columns.Length) is { } problem)
            {
                onRow(tally.Refuse(row.Line, problem));
                continue;
            }

            var post = RowPost.Of(order.Source, order.Columns, row);
            if (RowProblems.OfSize(post) is { } size)
            {
                onRow(tally.Refuse(row.Line, size));
                continue;
            }

            if (taken.Contains(post.Key))
            {
                onRow(tally.Know());
                continue;
            }

            if (order.PerMinute is { } most
                && TimeSpan.FromMinutes((double)sent / most) - time.GetElapsedTime(start) is { Ticks: > 0 } early)
                await Task.Delay(early, time, cancellation);
            sent++;
            await lanes[(int)((uint)string.GetHashCode(post.Person, StringComparison.Ordinal) % Lanes)].Writer.WriteAsync(
                post, cancellation);
        }
    }

    /// <summary>Posts a row until it is taken or refused; a reason when no row will be.</summary>
    private async Task<string?> TakeAsync(RowPost post, ImportTally tally, Action<int> onRow, CancellationToken cancellation)
    {
        for (var outages = 0; ;)
        {
            switch (await door.PostAsync(post, cancellation))
            {
                case RowAnswer.Taken answer:
                    taken.Add(post.Key);
                    onRow(tally.Take(answer.Status, answer.Tier));
                    return null;
                case RowAnswer.Unusable answer:
                    onRow(tally.Refuse(post.Line, answer.Problem));
                    return null;
                case RowAnswer.Never answer:
                    return answer.Why;
                case RowAnswer.Later { Outage: { } outage } when ++outages == MostOutages:
                    return outage;
                case RowAnswer.Later answer:
                    // An outage: longer each time.
                    var least = answer.Outage is null ? Duration.Zero
                        : Duration.Min(LongestPause, Duration.FromMilliseconds(250 << outages));
                    await Task.Delay(Duration.Max(answer.After, least).ToTimeSpan(), time, cancellation);
                    break;
                default:
                    throw new InvalidOperationException("A row has an answer.");
            }
        }
    }
}
