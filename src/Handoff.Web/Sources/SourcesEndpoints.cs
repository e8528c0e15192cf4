using Handoff.Service.Auditing;
using Handoff.Service.Board;
using Handoff.Service.Intake;
using Handoff.Service.Links;
using Handoff.Web.Administration;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Sources;

/// <summary><c>/sources</c>: whether each source still arrives, what to paste into a page, and a test lead.</summary>
public static class SourcesEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/sources", Routes.GetAndHead, ShowAsync).Describes(
            new("showSources", "Desk", "Shows whether each source still arrives")
        {
            Answers = [OperationAnswer.Page(200, "The sources."), OperationAnswer.ToSignIn, OperationAnswer.NotForYou],
        });
        app.MapPost("/sources", TestAsync).Describes(new("testSource", "Desk", "Sends a test lead of a source")
        {
            Body = new("action: test; source: its name; token: the page's token.", ("application/x-www-form-urlencoded", null)),
            Answers =
            [
                OperationAnswer.Empty(303, "Back to /sources, which tells whether it has arrived."),
                OperationAnswer.Page(403, "For the two heads, by a form that this session was shown."),
                OperationAnswer.NotYours,
            ],
        });
    }

    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk, SourcesReading reading, Site site) => desk.ShowAsync(
        http, "/sources",
        async view =>
        {
            if (await reading.ReadAsync(view.Viewer, http.RequestAborted) is not { } sources)
                return null;
            var tested = http.Request.Query["tested"].ToString() switch
            {
                "" => null,
                "no" => "",
                var id => LeadEndpoints.IsId(id) ? id : null,
            };
            var shown = view with { Frame = view.Frame with { Title = $"{view.Texts.Sources} · Handoff" } };
            return await desk.RenderAsync<SourcesDocument>(
                200, nameof(SourcesDocument.View), new SourcesView(shown, sources, tested, site.BaseAddress.AbsoluteUri));
        },
        forManagers: true);

    /// <summary>Sends a test lead.</summary>
    public static Task<IResult> TestAsync(HttpContext http, DeskPages desk, SourcesReading reading, AuditLog audit) => desk.ActAsync(
        http, "/sources",
        async (view, fields) =>
        {
            var source = fields.GetValueOrDefault("source") ?? "";
            if (fields.GetValueOrDefault("action") != "test"
                || await reading.TestAsync(view.Viewer, source, http.RequestAborted) is not { } answer)
                return null;
            var stored = answer as IntakeAnswer.Stored;
            await audit.KeepAsync(Acts.TestSource, view.Actor, source, stored is null ? AuditLog.Refused : AuditLog.Done);
            return new SeeOther(view.Href($"/sources?tested={stored?.Id.Value ?? "no"}"));
        },
        forManagers: true);
}
