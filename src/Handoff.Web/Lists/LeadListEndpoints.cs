using Handoff.Figures;
using Handoff.Service.Auditing;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Figures;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Handoff.Web.Scorecards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Lists;

/// <summary><c>/leads</c>: lists of leads whatever became of them, and the same as CSV.</summary>
public static class LeadListEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        OperationParameter[] filters =
        [
            new("status", InHeader: false, "In a state, such as returned, nurture, discarded, won."),
            new("source", InHeader: false, "From a source."), new("team", InHeader: false, "Of a team."),
            new("tier", InHeader: false, "Of a tier."),
            new("owner", InHeader: false, "With whom it is or was last: an opaque id, or queue; for who answers for them."),
            new("dimension", InHeader: false, "The name of a dimension, such as campaign, with value."),
            new("value", InHeader: false, "The dimension's value; none: it has none."),
            new("from", InHeader: false, "Received on this day or later, in the organisation's zone."),
            new("to", InHeader: false, "Received on this day or before."),
            new("figure", InHeader: false, "A number of the scorecard, as it links to its leads; with period, and dimension and value."),
            new("period", InHeader: false, "The period of the figure, such as 2026-11, 2026-W48 or 2026-Q4."),
            new("changed", InHeader: false, "1: the leads by which the figure differs from what was reported at the period's end."),
            new("others", InHeader: false, "1: of a figure the leads with any other value of the dimension."),
            new("verdict", InHeader: false, "Which leads of the figure: good, bad, undecided, erased; all that count if not said."),
        ];
        app.MapMethods("/leads", Routes.GetAndHead, ShowAsync)
            .Describes(new("listLeads", "Desk", "Lists leads whatever became of them, the one received last first")
            {
                Parameters = [.. filters, new("after", InHeader: false, "Where the page begins, as the page before links to it.")],
                Answers = [OperationAnswer.Page(200, "The list."), OperationAnswer.ToSignIn],
            });
        app.MapMethods("/leads.csv", Routes.GetAndHead, DownloadAsync)
            .Describes(new("downloadLeads", "Desk", "The same list as CSV, which the audit log keeps")
            {
                Parameters = filters,
                Answers = [new(200, "UTF-8 with a mark, commas, dots, ISO dates.", "text/csv", null), OperationAnswer.ToSignIn],
            });
    }

    public static Task<IResult> ShowAsync(
        HttpContext http, DeskPages desk, LeadList list, CompanyInForce company, ScorecardReading scorecard) =>
        desk.ShowAsync(http, "/leads", async view =>
        {
            var query = QueryOf(http, view, company, scorecard);
            var page = query is { IsChanged: true, Figure: { } reported }
                ? await list.ReadChangedAsync(
                    view.Viewer, ScorecardEndpoints.SightOf(view, company), reported, query.After, http.RequestAborted)
                : query.Figure is { } figure
                ? await list.ReadAsync(view.Viewer, figure, SliceOf(query), query.After, http.RequestAborted)
                : await list.ReadAsync(view.Viewer, query.Filter, query.After, http.RequestAborted);
            var shown = view with { Frame = view.Frame with { Title = $"{view.Texts.Leads} · Handoff" } };
            return await desk.RenderAsync<LeadListDocument>(
                200, nameof(LeadListDocument.View), new LeadListView(shown, query, page, ChoicesFor(view.Viewer, company)));
        });

    /// <summary>The list as CSV.</summary>
    public static Task<IResult> DownloadAsync(
        HttpContext http, DeskPages desk, LeadList list, CompanyInForce company, ScorecardReading scorecard, AuditLog audit) =>
        desk.ShowAsync(http, "/leads", async view =>
        {
            var query = QueryOf(http, view, company, scorecard);
            if (HttpMethods.IsGet(http.Request.Method))
                await audit.KeepAsync(Acts.ExportLeads, view.Actor, "", AuditLog.Done);
            return new LeadListCsv(
                query.Figure is { } figure
                    ? list.ReadAllAsync(view.Viewer, figure, SliceOf(query), http.RequestAborted)
                    : list.ReadAllAsync(view.Viewer, query.Filter, http.RequestAborted),
                [.. company.Agreement.Dimensions.Select(dimension => dimension.Name)]);
        });

    private static LeadListQuery QueryOf(HttpContext http, DeskView view, CompanyInForce company, ScorecardReading scorecard) =>
        LeadListQuery.Of(http.Request.Query, view.Viewer, company.Agreement.TimeZone, (name, period, verdict) =>
            (FigureLeadNames.RepOf(name) is not { } rep || ScorecardEndpoints.SightOf(view, company).Names(rep, company.Staff))
                && scorecard.PeriodNamed(period) is { } found && FigureLeads.RuleOf(name, found, company.Staff) is { } rule
                ? new(name, found, verdict, rule) : null);

    private static FigureSlice? SliceOf(LeadListQuery query) =>
        query.Filter is { Dimension: { } name, Value: { } value } ? new(name, value, query.IsOfOthers) : null;

    private static LeadListChoices ChoicesFor(Viewer viewer, CompanyInForce company)
    {
        var (sight, staff) = (viewer.Sight, company.Staff);
        var teams = staff.Teams.Where(team => sight.SeesTeam(team.Name) || sight.SeesReturned).Select(team => team.Name);
        var reps = sight.Manages ? staff.Teams.Where(team => sight.SeesTeam(team.Name)).SelectMany(team => team.Reps).Select(rep => rep.Id)
            : [];
        return new(
            [.. company.SourceNames.Order(StringComparer.Ordinal)], [.. teams], [.. company.Agreement.Tiers.Select(tier => tier.Name)],
            [.. company.Agreement.Dimensions.Select(dimension => dimension.Name)],
            [.. reps.Distinct().Select(rep => (rep.Value, company.NameOf(rep, viewer.Language)))]);
    }
}
