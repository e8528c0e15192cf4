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
    public static Task TellAsync(HttpContext http, Problem problem) => WriteAsync(http, problem.Status, text => problem switch
    {
        { Errors: not null } => (text.CheckTitle, text.Check),
        { Status: 404 or 410 } => (text.NotFoundTitle, text.NotFound),
        { Status: 401 or 403 } => (text.NotAllowedTitle, text.NotAllowed),
        { Status: 429 or >= 500 } => (text.BusyTitle, text.Busy),
        _ => (text.RefusedTitle, text.Refused),
    }, Tone.AtRisk);

    private static async Task WriteAsync(HttpContext http, int status, Func<VisitorTexts, (string Title, string Sentence)> says, Tone tone)
    {
        var language = BrowserLanguage.Of(http.Request);
        var (title, sentence) = says(new VisitorTexts(language));
        var view = new NoticeView(PageFrame.Of(http.Request, language, title), title, sentence) { Tone = tone };
        var pages = http.RequestServices.GetRequiredService<PageRenderer>();
        var html = await pages.RenderAsync<NoticeDocument>(nameof(NoticeDocument.View), view);
        await new HtmlAnswer(status, html, SafeHeaders.OurPages).ExecuteAsync(http);
    }
}
