using System.Collections.Frozen;
using System.Collections.Immutable;
using Handoff.Connect.Channels.Webhooks;
using Handoff.News;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Service.News;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Handoff.Web.Api;

/// <summary>A page of the feed of events.</summary>
/// <param name="Events">CloudEvents 1.0, in order: the bodies that webhooks get.</param>
/// <param name="Next">What <c>after</c> takes for the events after these; keep it, also when there are none as yet.</param>
/// <param name="More">Whether there are more at once; else ask again later.</param>
public sealed record EventPage(ImmutableArray<JsonObject> Events, string Next, bool More);

/// <summary><c>GET /api/events</c>: the public events of the whole ledger, for programs that pull.</summary>
public static class EventsEndpoint
{
    private static readonly FrozenDictionary<string, NewsKind> Kinds =
        NewsKinds.All.ToFrozenDictionary(kind => kind.Word(), StringComparer.Ordinal);

    private static readonly EventPage Example = new(
        [
            new()
            {
                ["specversion"] = "1.0", ["id"] = $"{Examples.Lead}.5", ["source"] = "https://handoff.example/",
                ["type"] = "handoff.lead.accepted.v1", ["subject"] = Examples.Lead, ["time"] = "2026-11-24T09:12:00Z",
                ["datacontenttype"] = "application/json",
                ["dataschema"] = "https://handoff.example/openapi/v1.json#/components/schemas/handoff.lead.accepted.v1",
                ["sequence"] = "0000000005",
                ["data"] = new JsonObject
                {
                    ["lead"] = new JsonObject { ["id"] = Examples.Lead, ["status"] = "accepted", ["tier"] = "hot" },
                    ["by"] = Examples.Anna,
                    ["offer"] = 1,
                },
            },
        ],
        "MTc2Mzk3NjAwMDAwMDAwMDAwMCA1IA", More: false);

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/events", ListAsync).Describes(new("listEvents", "Events", "Reads the events of the whole ledger, in order")
        {
            Needs = ApiScopes.Read,
            Description = "The order is by instant, then by lead, then by sequence. An event is shown some seconds after it happened (in "
                + "Azure one minute), so that none is written before one that was read. The id of an event is the one that webhooks get.",
            Parameters =
            [
                new("after", InHeader: false, "next of an earlier answer; none: from the first event of all."),
                new("since", InHeader: false, "Without after: from this instant on.") { IsInstant = true },
                new("type", InHeader: false, "Only these, with commas: " + string.Join(", ", NewsKinds.All.Select(kind => kind.Word()))),
                new("limit", InHeader: false, "How many at most, from 1 to 500; 100 if not said.") { IsNumber = true },
            ],
            Answers =
            [
                OperationAnswer.Json(200, "A page, and where the reader stands.", Example),
                OperationAnswer.Problem(400, "A parameter is none, or its value makes no sense; errors names it."),
                OperationAnswer.NoAdmin,
            ],
        });

    /// <summary>Reads the feed.</summary>
    public static Task<IResult> ListAsync(HttpContext http, ApiDoor door, EventFeed feed) =>
        door.LookedAsync(http, ApiScopes.Read, Acts.ListEvents, async () =>
        {
            var query = new ApiQuery(http.Request.Query);
            var (sent, since, limit, kinds) = (query.Text("after"), query.Instant("since"), query.Limit(), KindsOf(query));
            var after = sent is null ? since is { } start ? FeedPlace.Before(start) : null
                : FeedPlace.Read(sent) ?? query.Wrong<FeedPlace>("after", "Send next of an earlier answer.");
            if (query.Refusal() is { } refusal)
                return refusal;
            var page = await feed.ReadAsync(after, kinds, limit, http.RequestAborted);
            return new JsonAnswer<EventPage>(
                200, new([.. page.Events.Select(CloudEvent.Of)], page.Next.Write(), !page.IsLast), WebJson.Default.EventPage);
        });

    private static FrozenSet<NewsKind> KindsOf(ApiQuery query)
    {
        var words = query.Text("type")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (words.Any(word => !Kinds.ContainsKey(word)))
            _ = query.Wrong<string>("type", $"Send some of {string.Join(", ", NewsKinds.All.Select(kind => kind.Word()))}.");
        return words.Where(Kinds.ContainsKey).Select(word => Kinds[word]).ToFrozenSet();
    }
}
