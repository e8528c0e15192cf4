using Handoff.Agreements;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Service.Signing;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Agreements;

/// <summary>Who is to be the head of a side.</summary>
/// <param name="For"><c>marketing</c> or <c>sales</c>.</param>
/// <param name="Address">An address of <c>people.yaml</c>.</param>
public sealed record HeadReport(string? For, string? Address);

/// <summary><c>POST /api/agreement/heads</c>: the administrator replaces a head who has left.</summary>
public static class HeadEndpoint
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/agreement/heads", AppointAsync).Describes(
        new("appointHead", "Agreement", "Appoints the head of a side in the place of one who has left people.yaml")
        {
            Needs = ApiScopes.Administer,
            Description = "For as long as the version in force is. Every page says that the administrator appointed them.",
            Body = OperationBody.Json(
                "for is marketing or sales; address stands in people.yaml.", new HeadReport("sales", "paolo.conti@acme.example")),
            Answers =
            [
                OperationAnswer.Empty(204, "Appointed, now or before."),
                OperationAnswer.NoAdmin,
                OperationAnswer.Problem(404, "Nobody in people.yaml has this address."),
                OperationAnswer.Problem(409, "The present head is still in people.yaml, or one person would sign for both sides."),
                .. JsonObject.Refusals,
            ],
        });

    public static Task<IResult> AppointAsync(HttpContext http, ApiDoor door, Proposals proposals) =>
        door.KeptAsync(http, ApiScopes.Administer, Acts.AppointHead, "", async () =>
        {
            var (sent, unreadable) = await JsonObject.ReadAsync(http);
            if (sent is null)
                return unreadable!;
            var report = new HeadReport(sent.Text("for"), sent.Text("address"));
            if (sent.Refusal is { } refusal)
                return refusal;
            if (report is not { For: "marketing" or "sales", Address.Length: > 0 })
            {
                return new ProblemAnswer(
                    Problem.Unusable("Correct the field named in errors and send it again.", ("for", "is marketing or sales")));
            }

            var side = report.For == "marketing" ? Side.Marketing : Side.Sales;
            return await proposals.AppointAsync(report.Address, side, http.RequestAborted) switch
            {
                Appointment.Done => TypedResults.NoContent(),
                Appointment.Unknown => ProblemAnswer.Of(404, "Nobody in people.yaml has this address."),
                var refused => ProblemAnswer.Of(409, Proposals.Says(refused)),
            };
        });
}
