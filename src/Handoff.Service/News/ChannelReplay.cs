using Handoff.News;
using Handoff.Service.Company;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.News;

/// <summary>What is to be sent again.</summary>
/// <param name="Channel">The channel's name.</param>
public sealed record ReplayOrder(string Channel)
{
    /// <summary>What it was given at or after; null: nothing by time.</summary>
    public Instant? Since { get; init; }

    /// <summary>Everything of one lead; null: of no lead in particular.</summary>
    public string? Lead { get; init; }

    /// <summary>What was given up.</summary>
    public bool GivenUp { get; init; }
}

/// <summary>Turns a channel on again, and sends again what is asked for: the same events with the same ids.</summary>
public sealed class ChannelReplay(IStreamStore streams, ChannelTurns channels, CompanyInForce company)
{
    private const int AtOnce = 50;

    /// <summary>How many are sent again; null: there is no such channel.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer; some may be queued.</exception>
    public async Task<int?> ReplayAsync(ReplayOrder order, CancellationToken cancellation)
    {
        if (company.Channels.All(channel => channel.Name != order.Channel))
            return null;
        var count = 0;
        foreach (var part in ChannelTurns.Parts(order.Channel))
        {
            if (await streams.FindAsync(part, cancellation) is null)
                continue;
            await channels.AskAsync(part, new ChannelCommand.Resume(), cancellation);
            foreach (var some in (await ChooseAsync(part, order, cancellation)).Chunk(AtOnce))
            {
                await channels.AskAsync(part, new ChannelCommand.Take([.. some], IsReplay: true), cancellation);
                count += some.Length;
            }
        }

        return count;
    }

    private async Task<IEnumerable<NewsRef>> ChooseAsync(StreamId part, ReplayOrder order, CancellationToken cancellation)
    {
        if (order is { Since: null, Lead: null, GivenUp: false })
            return [];
        var told = (await streams.ReadEventsAsync(part, cancellation))
            .Select(stored => (stored.Sequence, Happened: LedgerJson.ReadProcessEvent(stored.Json.Span))).ToList();
        var givenUp = told.Select(one => one.Happened).OfType<NewsGivenUp>().Select(lost => lost.Position).ToHashSet();
        return told
            .Where(one => one.Happened is NewsTaken { IsReplay: false } taken
                && (order.Lead is null || taken.News.Of == order.Lead)
                && (order.Since is not { } since || taken.At >= since)
                && (!order.GivenUp || givenUp.Contains(one.Sequence)))
            .Select(one => ((NewsTaken)one.Happened).News);
    }
}
