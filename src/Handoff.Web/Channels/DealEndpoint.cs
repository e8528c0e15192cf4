using Handoff.Connect.Channels.Hubspot;
using Handoff.News;
using Handoff.Service.Company;
using Handoff.Service.News;
using Handoff.Web.Http;
using Handoff.Web.Intake;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Handoff.Web.Channels;

/// <summary><c>POST /api/events/hubspot/{channel}</c>: HubSpot tells that deals have changed (design section 8).</summary>
public static class DealEndpoint
{
    /// <summary>HubSpot tells a hundred changes at once, of some 300 bytes.</summary>
    private const int Limit = 1 << 20;

    private const int SecondsUntilRoom = 60;

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/events/hubspot/{channel}", ReceiveAsync)
            .Describes(new("receiveHubspotEvents", "Events", "Takes which deals have changed in HubSpot")
            {
                Description =
                    "HubSpot's webhook. Each deal is kept and read afterwards, so the same one twice changes nothing; changes of other "
                    + "objects are passed over.",
                PathParameter = "The channel's name in channels.yaml.",
                Parameters =
                [
                    new("X-HubSpot-Signature-v3", InHeader: true, "HMAC of method, address, raw body and time, by the app's secret."),
                    new("X-HubSpot-Request-Timestamp", InHeader: true, "When it was signed, in milliseconds since 1970."),
                ],
                Body = new("An array of changes; at most 1 MiB.", ("application/json", typeof(IReadOnlyList<Dictionary<string, string>>)))
                {
                    Example = JsonNode.Parse("""[{"subscriptionType":"deal.propertyChange","objectId":"900","changeSource":"CRM_UI"}]"""),
                },
                Answers =
                [
                    OperationAnswer.Empty(204, "Kept, now or before."),
                    OperationAnswer.Problem(400, "The body is not a JSON array."),
                    OperationAnswer.Problem(401, "The signature or its time is missing or wrong."),
                    OperationAnswer.Problem(404, "There is no such channel, or its file names no secret."),
                    OperationAnswer.Problem(413, "The body is larger than 1 MiB."),
                    OperationAnswer.Problem(429, "Too many deals wait to be read; HubSpot tells them again."),
                    OperationAnswer.Problem(503, "The store does not answer; HubSpot tells it again."),
                ],
            });

    /// <summary>Answers 204 when every deal is kept. Nothing of the body is looked at before its signature is checked.</summary>
    public static async Task<IResult> ReceiveAsync(
        HttpContext http, string channel, FormDoor door, CompanyInForce company, IClock clock, DealIntake deals)
    {
        var to = company.Channels.FirstOrDefault(one => one.Name == channel && one.Type == ChannelType.Hubspot);
        if (to?.Crm is not { WebhookSecrets.IsEmpty: false } terms)
            return ProblemAnswer.Of(404, "There is no such channel, or no 'secret' under its 'crm' in channels.yaml.");
        if (await RequestBody.ReadAsync(http.Request, Limit, http.RequestAborted) is not { } body)
            return ProblemAnswer.Of(413, "The body is larger than 1 MiB.");
        if (!HubspotDealNotice.IsSigned(door.PostOf(http.Request, body), terms.WebhookSecrets, clock.GetCurrentInstant()))
            return ProblemAnswer.Of(401, "The signature or its time is missing or wrong. Only HubSpot posts here, with the app's secret.");
        if (HubspotDealNotice.Read(body, terms.AppId) is not { } told)
            return ProblemAnswer.Of(400, "The body is not a JSON array of changes.");
        return await deals.TakeAsync(to, told, http.RequestAborted) ? TypedResults.NoContent()
            : new ProblemAnswer(Problem.Of(429, "Too many deals wait to be read. Tell them again later."))
            {
                RetryAfterSeconds = SecondsUntilRoom,
            };
    }
}
