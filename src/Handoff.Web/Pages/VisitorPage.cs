using Handoff.Web.Design;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Pages;

/// <summary>Answers a person whose browser came to an address that programs use: a page of one sentence instead of JSON.</summary>
internal static class VisitorPage
{
    /// <summary>Whether a browser goes there to show what it finds: a program takes anything, or JSON.</summary>
    public static bool IsWanted(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate";

    public static Task ThankAsync(HttpContext http) => WriteAsync(http, 200, text => (text.ThanksTitle, text.Thanks), Tone.Met);

    /// <summary>Tells a problem; what only a program could mend is not told to a person.</summary>
    /// <param name="retryAfter">In how many seconds to try again, or null.</param>
    public static Task TellAsync(HttpContext http, Problem problem, int? retryAfter) => WriteAsync(
        http, problem.Status, text => Says(text, problem, retryAfter), Tone.AtRisk);

    private static (string Title, string Sentence) Says(VisitorTexts text, Problem problem, int? retryAfter) => problem switch
    {
        { Errors: not null } => (text.CheckTitle, text.Check),
        { Status: 404 or 410 } => (text.NotFoundTitle, text.NotFound),
        { Status: 405 } => (text.OtherWayTitle, text.OtherWay),
        { Status: 401 or 403 } => (text.NotAllowedTitle, text.NotAllowed),
        { Status: 429 } => (text.ManyTitle, text.Many(retryAfter ?? 1)),
        { Status: 500 } => (text.BrokenTitle, text.Broken),
        { Status: > 500 } => (text.BusyTitle, text.Busy),
        _ => (text.RefusedTitle, text.Refused),
    };

    private static async Task WriteAsync(HttpContext http, int status, Func<VisitorTexts, (string Title, string Sentence)> says, Tone tone)
    {
        var language = BrowserLanguage.Of(http.Request);
        var texts = new VisitorTexts(language);
        var (title, sentence) = says(texts);
        var view = new NoticeView(PageFrame.Of(http.Request, language, title), title, sentence)
        {
            Tone = tone,
            // Who came to an address of programs is a visitor of somebody's page, and has nothing to do on the board.
            Onwards = http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? null
                : ($"{http.Request.PathBase}/board", texts.Onwards),
        };
        var pages = http.RequestServices.GetRequiredService<PageRenderer>();
        var html = await pages.RenderAsync<NoticeDocument>(nameof(NoticeDocument.View), view);
        await new HtmlAnswer(status, html, SafeHeaders.OurPages).ExecuteAsync(http);
    }
}
