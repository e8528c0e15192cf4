using System.Globalization;
using Handoff.Leads;
using Handoff.Service.Auditing;
using Handoff.Service.Board;
using Handoff.Service.Signing;
using Handoff.Web.Administration;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Status;

/// <summary>
/// <c>/status</c>: whether every clock runs, and what waits to be delivered, for who answers for a team; a POST tries a parked message
/// again.
/// </summary>
public static class StatusEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/status", Routes.GetAndHead, ShowAsync)
            .Describes(new("showStatus", "Desk", "Shows whether every clock runs and what waits to be delivered")
            {
                Answers = [OperationAnswer.Page(200, "How it is."), OperationAnswer.ToSignIn, OperationAnswer.NotForYou],
            });
        app.MapPost("/status", RetryAsync).Describes(new("retryMessage", "Desk", "Tries a parked message again")
        {
            Body = new("lead, number: the message; token: the page's token.", ("application/x-www-form-urlencoded", null)),
            Answers =
            [
                OperationAnswer.Empty(303, "Back to /status."),
                OperationAnswer.Page(403, "For managers and the two heads, by a form that this session was shown."),
                OperationAnswer.NotYours,
            ],
        });
    }

    public static Task<IResult> ShowAsync(
        HttpContext http, DeskPages desk, StatusReading reading, ProposalReading proposals) => desk.ShowAsync(
        http, "/status",
        async view =>
        {
            var page = await reading.ReadAsync(view.Viewer, http.RequestAborted);
            bool? retried = http.Request.Query["retried"].ToString() switch { "yes" => true, "no" => false, _ => null };
            var shown = view with { Frame = view.Frame with { Title = $"{view.Texts.Status} · Handoff" } };
            var proposal = page.Health.StoreAnswers ? await proposals.CurrentAsync(view.Viewer.Language, http.RequestAborted) : null;
            return await desk.RenderAsync<StatusDocument>(
                page.Health.StoreAnswers ? 200 : 503, nameof(StatusDocument.View),
                new StatusView(shown, page, retried) { Proposal = proposal });
        },
        forManagers: true);

    /// <summary>Tries a parked message again.</summary>
    public static Task<IResult> RetryAsync(HttpContext http, DeskPages desk, StatusReading reading, AuditLog audit) => desk.ActAsync(
        http, "/status",
        async (view, fields) =>
        {
            var lead = fields.GetValueOrDefault("lead") ?? "";
            if (!LeadEndpoints.IsId(lead)
                || !int.TryParse(fields.GetValueOrDefault("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            if (await reading.RetryAsync(view.Viewer, lead, number, http.RequestAborted) is not { } answer)
                return null;
            var isRetried = answer is not (Answer.TooLate or Answer.Refused);
            await audit.KeepAsync(Acts.RetryMessage, view.Actor, lead, isRetried ? AuditLog.Done : AuditLog.Refused);
            return new SeeOther(view.Href($"/status?retried={(isRetried ? "yes" : "no")}"));
        },
        forManagers: true);
}
