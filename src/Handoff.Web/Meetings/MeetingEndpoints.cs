using System.Globalization;
using Handoff.Service.Company;
using Handoff.Service.Meetings;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Meetings;

/// <summary><c>/meeting</c>: the next meeting of the two heads, and what they decide.</summary>
public static class MeetingEndpoints
{
    private const string Path = "/meeting";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods(Path, Routes.GetAndHead, ShowAsync).Describes(
            new("showMeeting", "Desk", "Shows the next meeting of the two heads with its agenda, and what was decided")
            {
                Answers = [OperationAnswer.Page(200, "The page."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });
        app.MapPost(Path, ActAsync).Describes(
            new("actOnMeeting", "Desk", "Writes a decision down, or says that one is done or given up")
            {
                Body = new(
                    "action: decide, done or drop; of decide: text, owner, due, metric, expected; else decision: its number; token: the "
                        + "page's token.", ("application/x-www-form-urlencoded", null)),
                Answers =
                [
                    OperationAnswer.Page(303, "Done, now or before."), OperationAnswer.ToSignIn, OperationAnswer.NotOurForm,
                    OperationAnswer.NotYours, OperationAnswer.Page(422, "Something is missing or wrong; the page says what."),
                ],
            });
    }

    public static Task<IResult> ShowAsync(
        HttpContext http, DeskPages desk, MeetingReading reading, PastReports reports, CompanyInForce company) =>
        desk.ShowAsync(http, Path, async view => reading.IsFor(view.Viewer)
            ? await PageAsync(http, desk, view, reading, reports, company, 200, entered: null, wrong: null) : null);

    /// <summary>Carries out a form of the page.</summary>
    public static Task<IResult> ActAsync(
        HttpContext http, DeskPages desk, MeetingReading reading, PastReports reports, CompanyInForce company) => desk.ActAsync(
        http, Path,
        async (view, fields) =>
        {
            var form = new DecisionForm(
                fields.GetValueOrDefault("text"), fields.GetValueOrDefault("owner"), fields.GetValueOrDefault("due"),
                fields.GetValueOrDefault("metric"), fields.GetValueOrDefault("expected"));
            _ = int.TryParse(fields.GetValueOrDefault("decision"), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            var answer = fields.GetValueOrDefault("action") switch
            {
                "decide" => await reading.DecideAsync(view.Viewer, form, http.RequestAborted),
                "done" => await reading.CloseAsync(view.Viewer, number, isDone: true, http.RequestAborted),
                "drop" => await reading.CloseAsync(view.Viewer, number, isDone: false, http.RequestAborted),
                _ => new MeetingAnswer.NotYours(),
            };
            return answer switch
            {
                MeetingAnswer.Done => new SeeOther(view.Href($"{Path}?done=1")),
                MeetingAnswer.Invalid invalid => await PageAsync(http, desk, view, reading, reports, company, 422, form, invalid.Field),
                _ => null,
            };
        });

    private static async Task<IResult> PageAsync(
        HttpContext http, DeskPages desk, DeskView view, MeetingReading reading, PastReports reports, CompanyInForce company, int status,
        DecisionForm? entered, string? wrong)
    {
        var language = view.Viewer.Language;
        var titled = view with { Frame = view.Frame with { Title = $"{view.Texts.Meeting} · Handoff" } };
        return await desk.RenderAsync<MeetingDocument>(
            status, nameof(MeetingDocument.View),
            new MeetingView(
                titled, await reading.ReadAsync(http.RequestAborted), reading, who => company.NameOf(who, language),
                code => company.Agreement.Reason(code)?.In(language) ?? code)
            {
                Entered = entered,
                Wrong = wrong,
                OpensReports = reports.IsFor(view.Viewer),
                IsSaved = http.Request.Query["done"] == "1",
            });
    }
}
