using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.News;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.Links;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Vault;

namespace Handoff.Service.News;

/// <summary>
/// Makes an event when it is sent, of the ledger as it was at that fact: so nothing personal waits in a queue, and what was erased
/// meanwhile does not go.
/// </summary>
public sealed class NewsMaking(IStreamStore streams, LeadVault vault, CompanyInForce company, Site site)
{
    /// <summary>The event as a channel gets it; null: the ledger does not hold it.</summary>
    public async Task<NewsItem?> MakeAsync(NewsRef news, Channel channel, CancellationToken cancellation)
    {
        var item = channel.Crm is null ? (await MakeAsync(StreamId.Named(news.Of), [news], cancellation))[0]
            : await MakeAsNowAsync(news, cancellation);
        var isChat = channel.Type is ChannelType.Slack or ChannelType.Teams;
        if (item?.Lead is not { } lead || (!isChat && channel.Fields.IsEmpty))
            return item;
        if (news.Kind == NewsKind.LeadErased || await vault.OpenAsync(lead.Id.Value, cancellation) is not { } record)
            return item;
        return !isChat
            ? item with { Contact = channel.Fields.Select(field => (field, Text: TextOf(record, field))).Where(one => one.Text is not null)
                .ToImmutableSortedDictionary(one => one.field, one => one.Text!, StringComparer.Ordinal) }
            : item with { Company = record.Company };
    }

    private async Task<NewsItem?> MakeAsNowAsync(NewsRef news, CancellationToken cancellation)
    {
        var stream = StreamId.Named(news.Of);
        if (stream.Kind != StreamKind.Lead)
            return (await MakeAsync(stream, [news], cancellation))[0];
        var events = (await streams.ReadEventsAsync(stream, cancellation)).Select(one => LedgerJson.ReadLeadEvent(one.Json.Span)).ToList();
        return events.Count < news.Sequence ? null
            : OfLead(news, events[..(int)news.Sequence]) with { Now = LeadEvolution.Replay(events) };
    }

    /// <summary>Events of one stream without anything personal, in the order asked for; null: the ledger does not hold it.</summary>
    public async Task<IReadOnlyList<NewsItem?>> MakeAsync(StreamId stream, IReadOnlyList<NewsRef> some, CancellationToken cancellation)
    {
        if (stream.Kind == StreamKind.Lead)
        {
            var events = (await streams.ReadEventsAsync(stream, cancellation))
                .Select(one => LedgerJson.ReadLeadEvent(one.Json.Span)).ToList();
            return [.. some.Select(news => events.Count < news.Sequence ? null : OfLead(news, events[..(int)news.Sequence]))];
        }

        List<NewsItem?> made = [];
        foreach (var news in some)
        {
            var told = await streams.ReadEventsAsync(stream, news.Sequence - 1, 1, cancellation);
            made.Add(told is [var stored] ? OfProcess(news, stored) : null);
        }

        return made;
    }

    /// <summary>An event of a lead.</summary>
    /// <param name="events">The lead's events up to and with it.</param>
    public NewsItem OfLead(NewsRef news, IReadOnlyList<LeadEvent> events)
    {
        var lead = LeadEvolution.Replay(events);
        var undone = UndoneNews.In(news.Of, events);
        return new()
        {
            Ref = news,
            At = events[^1].At,
            Data = NewsData.Of(lead, events[^1], undone),
            Lead = lead,
            Undone = undone,
            Naming = company.Naming,
            Page = new(site.BaseAddress, $"leads/{news.Of}"),
            Source = site.BaseAddress,
        };
    }

    private NewsItem OfProcess(NewsRef news, StoredEvent stored)
    {
        var happened = LedgerJson.ReadProcessEvent(stored.Json.Span);
        return new()
        {
            Ref = news,
            At = happened.At,
            Data = NewsData.Of(happened),
            Page = new(site.BaseAddress, news.Kind == NewsKind.AgreementSigned ? "agreement" : "scorecard"),
            Source = site.BaseAddress,
        };
    }

    private static string? TextOf(LeadRecord record, string field) => field switch
    {
        "email" => record.Email,
        "phone" => record.Phone,
        "name" => record.Name,
        "company" => record.Company,
        "job_title" => record.JobTitle,
        "country" => record.Country,
        "message" => record.Message,
        _ => record.Form.GetValueOrDefault(field),
    };
}
