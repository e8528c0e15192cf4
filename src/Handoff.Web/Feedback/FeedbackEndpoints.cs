using System.Globalization;
using Handoff.Service.Auditing;
using Handoff.Service.Returns;
using Handoff.Web.Administration;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Feedback;

/// <summary><c>/feedback</c>: what came back, and what marketing does with it.</summary>
public static class FeedbackEndpoints
{
    private const string Path = "/feedback";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods(Path, Routes.GetAndHead, ShowAsync).Describes(
            new("showFeedback", "Desk", "Shows what came back and waits for marketing, the last first")
            {
                Parameters = [new("reason", InHeader: false, "Of a reason's code."), new("page", InHeader: false, "Which page, from 1.")],
                Answers = [OperationAnswer.Page(200, "The queue."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });
        app.MapPost(Path, ActAsync).Describes(
            new("actOnFeedback", "Desk", "Acts on a lead that came back or is held back")
            {
                Body = new(
                    "lead: its id; action: contest, again or recycle, of one that is held back release or discard; note; of again, the "
                        + "contact data and the form's again; token: the page's token.", ("application/x-www-form-urlencoded", null)),
                Answers =
                [
                    OperationAnswer.Page(303, "Done, now or before."), OperationAnswer.ToSignIn, OperationAnswer.NotOurForm,
                    OperationAnswer.NotYours, OperationAnswer.Page(409, "Too late; the page says why."),
                    OperationAnswer.Page(422, "Something is missing or wrong; the page says what."),
                ],
            });
    }

    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk, ReturnsReading reading, AuditLog audit) =>
        desk.ShowAsync(http, Path, view => QueueAsync(http, view, desk, reading, audit, 200, notice: null));

    /// <summary>Carries out a form of the queue.</summary>
    public static Task<IResult> ActAsync(
        HttpContext http, DeskPages desk, ReturnActs acts, QuarantineActs quarantine, ReturnsReading reading,
        AuditLog audit) => desk.ActAsync(
        http, Path,
        async (view, fields) =>
        {
            var lead = fields.GetValueOrDefault("lead") ?? "";
            var form = new ReturnForm(
                fields.GetValueOrDefault("action"), fields.GetValueOrDefault("again"), fields.GetValueOrDefault("note"), fields);
            if (!LeadEndpoints.IsId(lead))
                return null;
            var did = form.Action is QuarantineActs.Release or QuarantineActs.Discard
                ? await quarantine.ActAsync(view.Viewer, new(lead), form.Action, http.RequestAborted)
                : await acts.ActAsync(view.Viewer, new(lead), form, http.RequestAborted);
            if (did is not { } answer)
                return null;
            return answer switch
            {
                ReturnAnswer.TooLate late => await QueueAsync(http, view, desk, reading, audit, 409, new(Late: late.Cause)),
                ReturnAnswer.Invalid wrong => await desk.RenderAsync<FeedbackDocument>(
                    422, nameof(FeedbackDocument.View),
                    new FeedbackView(
                        Titled(view), new([wrong.Lead], [], 1, 1, 1, view.Time.Now), Reason: null, new(Wrong: wrong.Field))
                    {
                        Entered = form,
                    }),
                _ => new SeeOther(view.Href($"{Path}?done={form.Action}")),
            };
        });

    private static async Task<IResult?> QueueAsync(
        HttpContext http, DeskView view, DeskPages desk, ReturnsReading reading, AuditLog audit, int status, FeedbackNotice? notice)
    {
        var reason = http.Request.Query["reason"].ToString() is { Length: > 0 and <= 100 } code ? code : null;
        _ = int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (await reading.ReadAsync(view.Viewer, reason, number, http.RequestAborted) is not { } page)
            return null;
        await audit.KeepLookAsync(Acts.ReadReturns, view.Actor, "");
        var act = http.Request.Query["done"].ToString();
        var done = act is "contest" or "again" or "recycle" or QuarantineActs.Release or QuarantineActs.Discard ? act : null;
        return await desk.RenderAsync<FeedbackDocument>(
            status, nameof(FeedbackDocument.View),
            new FeedbackView(Titled(view), page, reason, notice ?? (done is null ? null : new(Done: done))));
    }

    private static DeskView Titled(DeskView view) =>
        view with { Frame = view.Frame with { Title = $"{view.Texts.Feedback} · Handoff" } };
}
