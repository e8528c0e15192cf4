using System.Collections.Frozen;
using Handoff.Board;
using Handoff.Leads;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Service.Leads;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Api;

/// <summary><c>GET /api/leads</c>: leads for programs, page by page.</summary>
public static class LeadItemsEndpoint
{
    private static readonly FrozenDictionary<string, LeadStatus> Statuses =
        Enum.GetValues<LeadStatus>().ToFrozenDictionary(status => status.Word(), StringComparer.Ordinal);

    private static readonly LeadItems Example = new(
        [
            new()
            {
                Id = Examples.Lead, Status = "accepted", Source = "website", Tier = "hot", Team = "north", Score = 72,
                Owner = Examples.Anna, Agreement = "2026-11", Country = "IT", Language = "it", Dimensions = Examples.Campaign,
                ReceivedAt = Examples.Received, ChangedAt = Examples.Later, QualifiedAt = Examples.Received, OfferedAt = Examples.Received,
                AcceptedAt = Examples.Later, IsTest = false,
                Clocks = [new("accept", "met", Examples.Received, Examples.Due, Examples.Later)],
            },
        ],
        "MjAyNi0xMS0yNA");

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/leads", ListAsync).Describes(new("listLeadItems", "Leads", "Lists leads, the one received last first")
        {
            Needs = ApiScopes.Read,
            Description = "To keep a copy: ask with since, the instant at which the last round began, and follow next until it is null. "
                + "A lead that is erased stays in the list, with the status erased. Nothing personal of whoever sent it is in a row.",
            Parameters =
            [
                new("status", InHeader: false, "In this state.") { Values = [.. Statuses.Keys.Order(StringComparer.Ordinal)] },
                new("source", InHeader: false, "From this source."), new("team", InHeader: false, "Of this team."),
                new("tier", InHeader: false, "Of this tier."),
                new("owner", InHeader: false, "With whom it is or was last: an opaque id, or queue."),
                new("dimension", InHeader: false, "The name of a dimension, such as campaign, with value."),
                new("value", InHeader: false, "The dimension's value; none: it has none."),
                new("receivedFrom", InHeader: false, "Received at this instant or later.") { IsInstant = true },
                new("receivedBefore", InHeader: false, "Received before this instant.") { IsInstant = true },
                new("since", InHeader: false, "Changed at this instant or later.") { IsInstant = true },
                new("changedBefore", InHeader: false, "Changed before this instant.") { IsInstant = true },
                new("limit", InHeader: false, "How many at most, from 1 to 500; 100 if not said.") { IsNumber = true },
                new("after", InHeader: false, "next of an earlier answer to the same question."),
            ],
            Answers =
            [
                OperationAnswer.Json(200, "A page. Follow next until it is null: a page may be short and not the last.", Example),
                OperationAnswer.Problem(400, "A parameter is none, or its value makes no sense; errors names it."),
                OperationAnswer.NoAdmin,
            ],
        });

    /// <summary>Lists leads.</summary>
    public static Task<IResult> ListAsync(HttpContext http, ApiDoor door, LeadListing leads) =>
        door.LookedAsync(http, ApiScopes.Read, Acts.ListLeads, async () =>
        {
            var query = new ApiQuery(http.Request.Query);
            var asked = Read(query);
            if (query.Refusal() is { } refusal)
                return refusal;
            var page = await leads.ReadAsync(asked, http.RequestAborted);
            return new JsonAnswer<LeadItems>(
                200, new([.. page.Leads.Select(LeadItem.Of)], page.Next is { } next ? ApiCursor.Write(next) : null),
                WebJson.Default.LeadItems);
        });

    private static LeadsAsked Read(ApiQuery query)
    {
        var status = query.One<LeadStatus>(
            "status", text => Statuses.TryGetValue(text, out var known) ? known : null,
            string.Join(", ", Statuses.Keys.Order(StringComparer.Ordinal)));
        var (dimension, value) = (query.Text("dimension"), query.Text("value"));
        if ((dimension is null) != (value is null))
            _ = query.Wrong<string>("dimension", "Send dimension and value together.");
        var filter = new LeadFilter(
            status, query.Text("source"), query.Text("team"), query.Text("tier"), query.Text("owner"), dimension, value,
            query.Instant("receivedFrom"), query.Instant("receivedBefore"));
        var sent = query.Text("after");
        var after = sent is null ? null : ApiCursor.Read(sent) ?? query.Wrong<string>("after", "Send next of an earlier answer.");
        return new(filter, query.Instant("since"), query.Instant("changedBefore"), after, query.Limit());
    }
}
