using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.News;
using Handoff.Qualification;
using Handoff.Service.Company;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.News;

/// <summary>Gives the channels what happened, once and in order; a channel is given what it wants of what it does not know.</summary>
public sealed class NewsFeed(IStreamStore streams, ChannelTurns channels, CompanyInForce company, IClock clock)
{
    /// <summary>A new channel is told of nothing older that another process did.</summary>
    private static readonly Duration OldNews = Duration.FromDays(1);

    /// <summary>Gives the channels what happened to a lead, as long as it owes that.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer; ask again.</exception>
    public async Task FeedAsync(OpenedLead opened, CancellationToken cancellation)
    {
        var (lead, all) = (opened.Lead, company.Channels);
        if (all.IsEmpty)
            return;
        var after = lead.Outbox.Where(message => message.Kind == MessageKind.News).Select(message => message.About.After ?? 0)
            .DefaultIfEmpty(0).Min();
        var events = (await streams.ReadEventsAsync(OpenedLead.StreamOf(lead.Id), cancellation))
            .Select(stored => LedgerJson.ReadLeadEvent(stored.Json.Span)).ToList();
        var told = NewsOf(lead.Id.Value, events);
        foreach (var channel in all)
        {
            var isMeant = Conditions.Holds(channel.When, FactsOf(lead.Known), opened.Agreement.Lists);
            await channels.TakeAsync(
                channel.Name, lead.Id.Value,
                knows =>
                [
                    .. told.Where(one => one.News.Sequence > (knows?.Sequence ?? after) && Wants(channel, isMeant, knows, one.Concerns))
                        .Select(one => one.News),
                ],
                cancellation);
        }
    }

    /// <summary>Gives the channels what happened in another process.</summary>
    public async Task FeedAsync(StreamId stream, CancellationToken cancellation)
    {
        if (company.Channels.IsEmpty)
            return;
        var since = clock.GetCurrentInstant() - OldNews;
        var happened = (await streams.ReadEventsAsync(stream, cancellation))
            .Select(stored => (stored.Sequence, stored.At, Kind: NewsKinds.Of(LedgerJson.ReadProcessEvent(stored.Json.Span))))
            .Where(one => one.Kind is not null).ToList();
        foreach (var channel in happened.Count == 0 ? [] : company.Channels)
        {
            await channels.TakeAsync(
                channel.Name, stream.Name,
                knows =>
                [
                    .. happened.Where(one => channel.Events.Contains(one.Kind!.Value))
                        .Where(one => knows is null ? one.At >= since : one.Sequence > knows.Sequence)
                        .Select(one => new NewsRef(stream.Name, one.Sequence, one.Kind!.Value)),
                ],
                cancellation);
        }
    }

    /// <summary>What is told of a lead, each with the kinds that it concerns: its own, and those of what it takes back.</summary>
    private static List<(NewsRef News, ImmutableArray<NewsKind> Concerns)> NewsOf(string lead, List<LeadEvent> events)
    {
        var told = new List<(NewsRef, ImmutableArray<NewsKind>)>();
        foreach (var (before, happened) in events.Index())
        {
            if (NewsKinds.Of(happened) is { } kind)
                told.Add((new(lead, before + 1, kind), [kind, .. UndoneNews.In(lead, events, before).Select(undone => undone.Kind)]));
        }

        return told;
    }

    /// <summary>
    /// Whoever is told of something is told when it was taken back, and whoever was told of a lead that it is erased, whatever else the
    /// channel wants.
    /// </summary>
    private static bool Wants(Channel channel, bool isMeant, ChannelKnows? knows, ImmutableArray<NewsKind> concerns) =>
        (isMeant && concerns.Any(channel.Events.Contains)) || (concerns.Contains(NewsKind.LeadErased) && knows is not null);

    /// <summary>What decides whether a channel is told of a lead: nothing personal.</summary>
    private static LeadFacts FactsOf(Reception known)
    {
        var fields = known.Dimensions.SetItem("team", known.Team);
        return new LeadFacts(new(fields), new(null, null, null, null, known.Country, known.Language), known.Source, known.Touches)
            .WithScore(known.Score).WithTier(known.Tier);
    }
}
