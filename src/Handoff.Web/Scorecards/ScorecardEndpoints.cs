using Handoff.Figures;
using Handoff.Service.Company;
using Handoff.Service.Figures;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Scorecards;

/// <summary><c>/scorecard</c>: what both sides promised and how it stands, with the figures behind it.</summary>
public static class ScorecardEndpoints
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGetAndHead("/scorecard", ShowAsync)
            .Describes(new("showScorecard", "Desk", "Shows what both sides promised and how it stands")
            {
                Parameters = [new("period", InHeader: false, "A period such as 2026-11, 2026-W48 or 2026-Q4; this month if not said.")],
                Answers = [OperationAnswer.Page(200, "The scorecard."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });

    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk, ScorecardReading reading, CompanyInForce company) =>
        desk.ShowAsync(http, "/scorecard", async view =>
        {
            var name = http.Request.Query["period"].ToString();
            var period = name.Length == 0 ? null : reading.PeriodNamed(name);
            if (period is null && name.Length > 0)
                return null;
            var sight = SightOf(view, company);
            var card = await reading.ReadAsync(sight, period, http.RequestAborted);
            var shown = view with { Frame = view.Frame with { Title = $"{view.Texts.Scorecard} · Handoff" } };
            return await desk.RenderAsync<ScorecardDocument>(
                200, nameof(ScorecardDocument.View), new ScorecardView(
                    shown, card, code => company.Agreement.Reason(code)?.In(view.Viewer.Language) ?? code));
        });

    /// <summary>Whose leads are in the figures that the viewer sees.</summary>
    internal static FigureSight SightOf(DeskView view, CompanyInForce company) => view.Viewer.Person is { } person
        ? FigureSight.Of(person.Id, company.Staff, company.Agreement) : FigureSight.Everything;
}
