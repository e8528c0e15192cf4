using Handoff.Service.Auditing;
using Handoff.Service.Board;
using Handoff.Service.Leads;
using Handoff.Web.Administration;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Timeline;

/// <summary><c>/leads/{id}/erase</c>: says what erasing a lead does, and does it.</summary>
public static class ErasureEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/leads/{id}/erase", Routes.GetAndHead, ShowAsync).Describes(
            new("showErasure", "Desk", "Says what erasing a lead would do")
        {
            PathParameter = "The id that the intake answered.",
            Answers = [OperationAnswer.Page(200, "What would happen."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
        });
        app.MapPost("/leads/{id}/erase", EraseAsync).Describes(new("eraseLeadOnPage", "Desk", "Erases a lead's personal data everywhere")
        {
            PathParameter = "The id that the intake answered.",
            Body = new("token: the page's token.", ("application/x-www-form-urlencoded", null)),
            Answers =
            [
                OperationAnswer.Page(303, "Erased: to the lead's page."), OperationAnswer.ToSignIn, OperationAnswer.NotOurForm,
                OperationAnswer.NotYours,
            ],
        });
    }

    /// <summary>What would happen.</summary>
    public static Task<IResult> ShowAsync(HttpContext http, string id, DeskPages desk, LeadTimeline timeline) => desk.ShowAsync(
        http, "/leads", async view => await FindAsync(http, view, id, timeline) is { } life
            ? await desk.RenderAsync<ErasureDocument>(200, nameof(ErasureDocument.View), new ErasureView(new(view, life))) : null);

    /// <summary>Erases it, as the API does.</summary>
    public static Task<IResult> EraseAsync(
        HttpContext http, string id, DeskPages desk, LeadTimeline timeline, LeadErasure erasure, AuditLog audit) => desk.ActAsync(
            http, "/leads", async (view, _) =>
            {
                if (await FindAsync(http, view, id, timeline) is null || !await erasure.EraseAsync(id, http.RequestAborted))
                    return null;
                await audit.KeepAsync(Acts.EraseLead, view.Actor, id, AuditLog.Done);
                return new SeeOther(view.Href($"/leads/{id}"));
            });

    /// <summary>The lead; null: there is none, or it is not the reader's to erase.</summary>
    private static async Task<TimelineView?> FindAsync(HttpContext http, DeskView view, string id, LeadTimeline timeline) =>
        view.Viewer.Sight.Erases && LeadEndpoints.IsId(id) ? await timeline.ReadAsync(view.Viewer, id, http.RequestAborted) : null;
}
