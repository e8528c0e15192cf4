using Handoff.Service.Board;
using Handoff.Service.Paper;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Paper;

/// <summary>
/// <c>/route</c>: what the agreement would do with a lead, for managers, marketing and the two heads. A POST answers the page and writes
/// nothing: what is typed may be somebody's, and stands in no address.
/// </summary>
public static class PaperEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/route", Routes.GetAndHead, ShowAsync).Describes(
            new("showRoute", "Desk", "Shows the form in which a lead is tried on paper")
        {
            Answers = [OperationAnswer.Page(200, "The form."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
        });
        app.MapPost("/route", PlayAsync).Describes(new("tryRoute", "Desk", "Tells what would become of a lead; nothing is written")
        {
            Body = new(
                "source, at, under (proposal), the fields of a lead by our names, others: more of them, a line each; token: the page's "
                    + "token.", ("application/x-www-form-urlencoded", null)),
            Answers =
            [
                OperationAnswer.Page(200, "What would become of it."), OperationAnswer.ToSignIn, OperationAnswer.NotOurForm,
                OperationAnswer.NotYours, OperationAnswer.Page(422, "Something is missing or wrong; the page says what."),
            ],
        });
    }

    /// <summary>Whether somebody may try a lead: the answer names colleagues, their loads and absences.</summary>
    internal static bool MayTry(Viewer viewer) => viewer.Sight.Manages || viewer.Sight.SeesReturned;

    /// <summary>The form, with a lead that could be.</summary>
    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk, PaperTrial trial) => desk.ShowAsync(
        http, "/route",
        async view => MayTry(view.Viewer)
            ? await PageAsync(desk, view, trial, PaperForm.Example(trial.Sources.FirstOrDefault() ?? ""), told: null, wrong: null) : null);

    /// <summary>What would become of the lead.</summary>
    public static Task<IResult> PlayAsync(HttpContext http, DeskPages desk, PaperTrial trial) => desk.ActAsync(
        http, "/route",
        async (view, posted) =>
        {
            if (!MayTry(view.Viewer))
                return null;
            var form = PaperForm.Of(posted);
            if (form.Arrives(view.Viewer.Zone, view.Time.Now) is not { } at)
                return await PageAsync(desk, view, trial, form, told: null, wrong: "at");
            if (form.Everything() is not { } fields)
                return await PageAsync(desk, view, trial, form, told: null, wrong: "others");
            var order = new PaperOrder(form.Source, fields, at, form.UnderProposal);
            var told = await trial.PlayAsync(order, view.Viewer, http.RequestAborted);
            var wrong = told is null ? "source" : told.Run.Problems is [var first, ..] ? first.Field : null;
            return await PageAsync(desk, view, trial, form, told, wrong);
        });

    private static Task<IResult> PageAsync(
        DeskPages desk, DeskView view, PaperTrial trial, PaperForm form, PaperTold? told, string? wrong)
    {
        var texts = new PaperTexts(view.Viewer.Language);
        var shown = view with { Frame = view.Frame with { Title = $"{texts.Heading} · Handoff" } };
        return desk.RenderAsync<PaperDocument>(
            wrong is null ? 200 : 422, nameof(PaperDocument.View),
            new PaperView(shown, form, told, wrong) { Sources = trial.Sources, Proposed = trial.Proposed?.Version });
    }
}
