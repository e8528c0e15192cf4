using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.Agreements.Signing;
using Handoff.Leads;
using Handoff.Meetings;
using Handoff.News;
using Handoff.Processes;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.News;

/// <summary>
/// What a public event says, as JSON: ids, codes and figures (promise 7). People are named by their opaque ids. The schemas are in the
/// description of the API.
/// </summary>
public static class NewsData
{
    /// <summary>What happened to a lead.</summary>
    /// <param name="lead">The lead after it.</param>
    /// <param name="undone">What it takes back.</param>
    public static JsonObject Of(Lead lead, LeadEvent happened, ImmutableArray<NewsRef> undone)
    {
        var data = new JsonObject { ["lead"] = LeadOf(lead) };
        foreach (var (name, value) in Details(happened))
            data[name] = value;
        if (NewsKinds.Of(happened) == NewsKind.LeadUndone)
            data["undone"] = new JsonArray(
                [.. undone.Select(one => new JsonObject { ["id"] = one.Id, ["type"] = one.Kind.Type() })]);
        return data;
    }

    /// <summary>What happened in another process.</summary>
    public static JsonObject Of(ProcessEvent happened) => happened switch
    {
        ReportMade e => new() { ["number"] = e.Number, ["week"] = e.Content.Week, ["due"] = Text(e.Due) },
        PaceWarned e => new()
        {
            ["side"] = Word(e.By),
            ["promises"] = new JsonArray([.. e.Promises.Select(promise => new JsonObject
            {
                ["metric"] = promise.Metric.ToString(),
                ["period"] = promise.Period.ToString(),
            })]),
        },
        ProposalInForce => [],
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is no public event."),
    };

    /// <summary>A lead in references and figures.</summary>
    public static JsonObject LeadOf(Lead lead)
    {
        var known = lead.Known;
        return new()
        {
            ["id"] = known.Id.Value,
            ["status"] = Word(lead.Status),
            ["tier"] = known.Tier,
            ["score"] = known.Score,
            ["team"] = known.Team,
            ["source"] = known.Source,
            ["country"] = known.Country,
            ["language"] = known.Language,
            ["owner"] = lead.Owner.Kind == OwnerKind.Person ? lead.Owner.Who?.Value : null,
            ["receivedAt"] = Text(lead.ReceivedAt),
            ["duplicateOf"] = lead.DuplicateOf?.Value,
            ["isTest"] = known.IsTest,
            ["dimensions"] = new JsonObject(known.Dimensions.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
        };
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Details(LeadEvent happened) => happened switch
    {
        Offered e =>
        [
            ("offer", e.Number), ("to", new JsonArray([.. e.To.Select(who => (JsonNode)who.Value)])), ("isClaim", e.IsClaim),
        ],
        OfferAccepted e => [("by", e.By.Value), ("offer", e.Offer)],
        OfferDeclined e => [("by", e.By.Value), ("offer", e.Number), ("reason", e.Reason)],
        Assigned e => [("from", e.From.Value), ("to", e.To.Value), ("cause", Word(e.Cause))],
        FirstContactRecorded e => [("by", e.By.Value), ("how", Word(e.How))],
        FeedbackGiven e => [("by", e.By?.Value)],
        LeadReturned e => [("by", e.By?.Value), ("reason", e.Reason), ("effect", Word(e.Effect))],
        ClockBreached e => [("clock", Word(e.Clock)), ("due", Text(e.Due))],
        AcceptanceUndone e => [("by", e.By.Value)],
        ReplyUndone e => [("by", e.By.Value)],
        OutcomeRecorded e => [("amount", e.Amount), ("currency", e.Currency)],
        _ => [],
    };

    private static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
