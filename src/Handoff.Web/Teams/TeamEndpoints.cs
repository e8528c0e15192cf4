using Handoff.Service.Board;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Teams;

/// <summary><c>/team</c>: loads, shifts, absences and the fairness ledger, for who answers for a team.</summary>
public static class TeamEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/team", Routes.GetAndHead, ShowAsync)
            .Describes(new("showTeam", "Desk", "Shows loads, shifts, absences and the fairness ledger")
            {
                Answers = [OperationAnswer.Page(200, "The teams."), OperationAnswer.ToSignIn, OperationAnswer.NotForYou],
            });
    }

    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk, TeamReading reading) => desk.ShowAsync(
        http, "/team",
        async view =>
        {
            var page = await reading.ReadAsync(view.Viewer, http.RequestAborted);
            var shown = view with { Frame = view.Frame with { Title = $"{view.Texts.Team} · Handoff" } };
            return await desk.RenderAsync<TeamDocument>(200, nameof(TeamDocument.View), new TeamPageView(shown, page));
        },
        forManagers: true);
}
