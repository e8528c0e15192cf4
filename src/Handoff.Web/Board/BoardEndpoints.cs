using Handoff.Web.Desk;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Board;

/// <summary><c>/board</c>: open handoffs by urgency; the address holds filters and page; <c>?wall=1</c> for a screen on the wall.</summary>
public static class BoardEndpoints
{
    /// <summary>Shows the board.</summary>
    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk) => desk.ShowAsync(http, "/board", async view =>
    {
        var query = BoardQuery.Of(http.Request.Query);
        var board = await desk.Cases.ReadBoard(view.Viewer, query.Filter, query.Page, http.RequestAborted);
        var shown = view with { Frame = view.Frame with { Title = $"{view.Texts.Board} · Handoff" } };
        return await desk.RenderAsync<BoardDocument>(200, nameof(BoardDocument.View), new BoardView(shown, query, board));
    });
}
