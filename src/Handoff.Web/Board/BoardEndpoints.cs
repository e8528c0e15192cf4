using Handoff.Service.Board;
using Handoff.Service.Signing;
using Handoff.Service.Teams;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Board;

/// <summary><c>/board</c>: open handoffs by urgency; the address holds filters and page; <c>?wall=1</c> for a screen on the wall.</summary>
public static class BoardEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/board", Routes.GetAndHead, ShowAsync)
            .Describes(new("showBoard", "Desk", "Shows the open handoffs that the reader may see, the most urgent first")
            {
                Parameters =
                [
                    new("team", InHeader: false, "Of a team."), new("owner", InHeader: false, "Of an owner's opaque id, or queue."),
                    new("tier", InHeader: false, "Of a tier."), new("source", InHeader: false, "From a source."),
                    new("state", InHeader: false, "In a status; or late, paused."),
                    new("sort", InHeader: false, "urgency (if none is given), newest, oldest, score, team or owner."),
                    new("did", InHeader: false, "About which lead something was just done."),
                    new("done", InHeader: false, "What was done: the word of a form's action."),
                    new("page", InHeader: false, "Which page, from 1."), new("wall", InHeader: false, "1: for a screen on the wall."),
                    new("slice", InHeader: false, "Of the wall, which part stays, from 1."),
                ],
                Answers = [OperationAnswer.Page(200, "The board."), OperationAnswer.ToSignIn],
            });
    }

    public static Task<IResult> ShowAsync(
        HttpContext http, DeskPages desk, BoardReading reading, ProposalReading proposals, ActedReading acted, MemberReading members) =>
            desk.ShowAsync(http, "/board", async view =>
    {
        var query = BoardQuery.Of(http.Request.Query);
        var board = await reading.ReadAsync(view.Viewer, query.Filter, query.Order, query.Page, http.RequestAborted);
        var shown = view with { Frame = view.Frame with { Title = $"{view.Texts.Board} · Handoff" } };
        return await desk.RenderAsync<BoardDocument>(200, nameof(BoardDocument.View), new BoardView(shown, query, board)
        {
            Acted = await acted.ReadAsync(shown, query, http.RequestAborted),
            Gives = query.Filter.Owner is { } owner && members.Find(view.Viewer, owner) is not null ? owner : null,
            Proposal = await proposals.CurrentAsync(view.Viewer.Language, http.RequestAborted),
        });
    });
}
