using Handoff.Figures;
using Handoff.Service.Auditing;
using Handoff.Service.Company;
using Handoff.Service.Figures;
using Handoff.Service.Meetings;
using Handoff.Web.Desk;
using Handoff.Web.Figures;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Scorecards;

/// <summary><c>/scorecard</c>: what both sides promised and how it stands, with the figures behind it.</summary>
public static class ScorecardEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        OperationParameter[] parameters =
            [new("period", InHeader: false, "A period such as 2026-11, 2026-W48 or 2026-Q4; this month if not said.")];
        app.MapMethods("/scorecard", Routes.GetAndHead, ShowAsync)
            .Describes(new("showScorecard", "Desk", "Shows what both sides promised and how it stands")
            {
                Parameters = parameters,
                Answers = [OperationAnswer.Page(200, "The scorecard."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });
        app.MapMethods("/scorecard.csv", Routes.GetAndHead, DownloadAsync)
            .Describes(new("downloadScorecard", "Desk", "The same figures as CSV, which the audit log keeps")
            {
                Parameters = parameters,
                Answers =
                [
                    new(200, "UTF-8 with a mark, commas, dots, ISO dates.", "text/csv", null), OperationAnswer.ToSignIn,
                    OperationAnswer.NotYours,
                ],
            });
    }

    public static Task<IResult> ShowAsync(
        HttpContext http, DeskPages desk, ScorecardReading reading, PastReports reports, CompanyInForce company) =>
        desk.ShowAsync(http, "/scorecard", async view =>
        {
            if (await ReadAsync(http, view, reading, company) is not { } card)
                return null;
            var shown = view with { Frame = view.Frame with { Title = $"{view.Texts.Scorecard} · Handoff" } };
            return await desk.RenderAsync<ScorecardDocument>(
                200, nameof(ScorecardDocument.View), new ScorecardView(
                    shown, card, code => company.Agreement.Reason(code)?.In(view.Viewer.Language) ?? code,
                    who => company.NameOf(who, view.Viewer.Language))
                {
                    OpensReports = reports.IsFor(view.Viewer),
                });
        });

    /// <summary>The figures that the viewer sees, as CSV.</summary>
    public static Task<IResult> DownloadAsync(
        HttpContext http, DeskPages desk, ScorecardReading reading, CompanyInForce company, AuditLog audit) =>
        desk.ShowAsync(http, "/scorecard", async view =>
        {
            if (await ReadAsync(http, view, reading, company) is not { } card)
                return null;
            if (HttpMethods.IsGet(http.Request.Method))
                await audit.KeepAsync(Acts.ExportScorecard, view.Actor, "", AuditLog.Done);
            return TypedResults.File(ScorecardCsv.Write(card), "text/csv; charset=utf-8", $"scorecard-{card.Period.Name}.csv");
        });

    /// <summary>The scorecard of the period in the address, as the viewer sees it; null: it names none.</summary>
    private static async Task<Scorecard?> ReadAsync(HttpContext http, DeskView view, ScorecardReading reading, CompanyInForce company)
    {
        var name = http.Request.Query["period"].ToString();
        var period = name.Length == 0 ? null : reading.PeriodNamed(name);
        return period is null && name.Length > 0 ? null : await reading.ReadAsync(SightOf(view, company), period, http.RequestAborted);
    }

    /// <summary>Whose leads are in the figures that the viewer sees.</summary>
    internal static FigureSight SightOf(DeskView view, CompanyInForce company) => view.Viewer.Person is { } person
        ? FigureSight.Of(person.Id, company.Staff, company.Agreement) : FigureSight.Everything;
}
