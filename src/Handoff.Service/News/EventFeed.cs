using System.Collections.Immutable;
using Handoff.News;
using Handoff.Rows;
using Handoff.Service.Meetings;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.News;

/// <summary>How long an event waits until the feed shows it: no turn is expected to take longer from its decision to its write.</summary>
/// <param name="Margin">In the product's time, 0 or more.</param>
public sealed record FeedOptions(Duration Margin);

/// <summary>A page of the feed.</summary>
/// <param name="Events">In order.</param>
/// <param name="Next">Continues after these; of an empty page, where the reader stands.</param>
/// <param name="IsLast">Whether nothing more has happened as yet.</param>
public sealed record FeedPage(ImmutableArray<NewsItem> Events, FeedPlace Next, bool IsLast);

/// <summary>
/// Public events of the whole ledger, in the order of <see cref="FeedPlace"/>. No store keeps one order of all streams, so a page is made
/// of the leads that had begun by its time and have changed since: of those the events are read and put in order.
/// </summary>
public sealed class EventFeed(IStreamStore streams, NewsMaking making, FeedOptions options, IClock clock)
{
    private const int AtOnce = 16;

    /// <summary>
    /// The streams beside leads and proposals that have public events: that a report was made, that promises will be missed, as a changed
    /// agreement that is in force. Nobody is named in them, so who may read leads may read these.
    /// </summary>
    private static readonly ImmutableArray<StreamId> Others = [ReportProcess.Stream, PaceProcess.Stream];

    private static readonly Duration FirstSpan = Duration.FromHours(1);

    /// <summary>Reads a page.</summary>
    /// <param name="after">Where the page before ended; null: from the first event of all.</param>
    /// <param name="kinds">Which kinds; empty: all.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<FeedPage> ReadAsync(
        FeedPlace? after, IReadOnlySet<NewsKind> kinds, int limit, CancellationToken cancellation)
    {
        var end = clock.GetCurrentInstant() - options.Margin;
        var known = new Dictionary<StreamId, IReadOnlyList<FeedEvent>>();
        await ReadAllAsync(await OthersAsync(cancellation), known, cancellation);
        var from = after ?? FeedPlace.Before(known.Values.SelectMany(events => events).Select(one => one.Place.At)
            .Append(await FirstAsync(end, cancellation)).Min());
        for (var span = FirstSpan; ; span *= 8)
        {
            var until = span < end - from.At ? from.At + span : end;
            await ReadAllAsync(await LeadsAsync(from.At, until, cancellation), known, cancellation);
            var isWhole = until >= end;
            var found = known.Values.SelectMany(events => events)
                .Where(one => one.Place.IsAfter(from) && one.Place.At < until && (kinds.Count == 0 || kinds.Contains(one.Kind)))
                .OrderBy(one => one.Place, FeedPlace.Order).Take(limit + 1).ToList();
            if (found.Count <= limit && !isWhole)
                continue;
            var page = found.Take(limit).ToList();
            // Who has seen everything up to now need not look there again.
            var next = found.Count > limit ? page[^1].Place : FeedPlace.Before(Instant.Max(from.At, until));
            if (from.IsAfter(next))
                next = from;
            return new(await MakeAsync(page, cancellation), next, found.Count <= limit);
        }
    }

    private async Task<ImmutableArray<NewsItem>> MakeAsync(List<FeedEvent> page, CancellationToken cancellation)
    {
        var items = new NewsItem?[page.Count];
        // A lead's history is read once, however many of its events are on the page.
        foreach (var ofOne in page.Index().GroupBy(one => one.Item.Place.Stream, StringComparer.Ordinal))
        {
            var news = ofOne.Select(one => new NewsRef(one.Item.Place.Stream, one.Item.Place.Sequence, one.Item.Kind)).ToList();
            var made = await making.MakeAsync(StreamId.Named(ofOne.Key), news, cancellation);
            foreach (var ((place, _), item) in ofOne.Zip(made))
                items[place] = item;
        }

        return [.. items.OfType<NewsItem>()];
    }

    /// <summary>The leads that had begun by an instant and changed after another.</summary>
    private async Task<List<StreamId>> LeadsAsync(Instant from, Instant until, CancellationToken cancellation)
    {
        var query = new RowQuery { Shelves = LeadShelves.All, ReceivedBefore = until, ChangedFrom = from };
        return await streams.ReadRowsAsync(query, cancellation).Select(row => new StreamId(StreamKind.Lead, row.LeadId))
            .ToListAsync(cancellation);
    }

    private async Task<List<StreamId>> OthersAsync(CancellationToken cancellation) =>
    [
        .. Others,
        .. await streams.ListAsync(StreamKind.Proposal, cancellation).Select(id => new StreamId(StreamKind.Proposal, id))
            .ToListAsync(cancellation),
    ];

    private async Task ReadAllAsync(
        List<StreamId> asked, Dictionary<StreamId, IReadOnlyList<FeedEvent>> known, CancellationToken cancellation)
    {
        foreach (var some in asked.Where(stream => !known.ContainsKey(stream)).Distinct().Chunk(AtOnce))
        {
            var read = await Task.WhenAll(some.Select(stream => EventsAsync(stream, cancellation)));
            for (var i = 0; i < some.Length; i++)
                known[some[i]] = read[i];
        }
    }

    private async Task<IReadOnlyList<FeedEvent>> EventsAsync(StreamId stream, CancellationToken cancellation) =>
    [
        .. (await streams.ReadEventsAsync(stream, cancellation))
            .Select(stored => (stored, Kind: stream.Kind == StreamKind.Lead
                ? NewsKinds.Of(LedgerJson.ReadLeadEvent(stored.Json.Span)) : NewsKinds.Of(LedgerJson.ReadProcessEvent(stored.Json.Span))))
            .Where(one => one.Kind is not null)
            .Select(one => new FeedEvent(new(one.stored.At, stream.Name, one.stored.Sequence), one.Kind!.Value)),
    ];

    /// <summary>Up to when nothing was received: found by halves, for a store lists the newest first.</summary>
    private async Task<Instant> FirstAsync(Instant end, CancellationToken cancellation)
    {
        var (none, some) = (NodaConstants.UnixEpoch, end);
        while (some - none > FirstSpan)
        {
            var middle = none + ((some - none) / 2);
            var query = new RowQuery { ReceivedBefore = middle };
            if (await streams.ReadRowsAsync(query, cancellation).AnyAsync(cancellation))
                some = middle;
            else
                none = middle;
        }

        return none;
    }

    private readonly record struct FeedEvent(FeedPlace Place, NewsKind Kind);
}
