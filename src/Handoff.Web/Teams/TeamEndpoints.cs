using Handoff.Web.Desk;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Teams;

/// <summary><c>/team</c>: loads, shifts, absences and the fairness ledger, for who answers for a team.</summary>
public static class TeamEndpoints
{
    /// <summary>Shows the teams.</summary>
    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk) => desk.ShowAsync(
        http, "/team",
        async view =>
        {
            var page = await desk.Cases.ReadTeams(view.Viewer, http.RequestAborted);
            return await desk.RenderAsync<TeamDocument>(200, nameof(TeamDocument.View), new TeamPageView(view with { Frame = view.Frame with { Title = $"{view.Texts.Team} · Handoff" } }, page));
        },
        forManagers: true);
}
