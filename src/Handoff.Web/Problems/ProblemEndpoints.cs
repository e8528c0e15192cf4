using System.Collections.Immutable;
using Handoff.Service.Links;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Problems;

/// <summary><c>/problems</c>, <c>/problems/{code}</c>: where the types of problems lead, a page for people and JSON for programs.</summary>
public static class ProblemEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods($"/{ProblemTypes.Path}", Routes.GetAndHead, ListAsync).Describes(
            new("listProblems", "Problems", "Lists the kinds of problems")
        {
            Answers = [OperationAnswer.Json<ImmutableArray<ProblemKind>>(200, "Every kind; to a browser a page.")],
        });
        app.MapMethods($"/{ProblemTypes.Path}/{{code}}", Routes.GetAndHead, ShowAsync)
            .Describes(new("showProblem", "Problems", "Says what a kind of problem means, and what to do about it")
            {
                PathParameter = "The problem's code; its type is this address.",
                Answers =
                [
                    OperationAnswer.Json<ProblemKind>(200, "The kind; to a browser a page."),
                    OperationAnswer.Problem(404, "There is no such kind."),
                ],
            });
    }

    public static async Task<IResult> ListAsync(HttpContext http, Site site, PageRenderer pages)
    {
        var texts = TextsOf(http);
        ImmutableArray<ProblemKind> all = [.. ProblemTypes.All.Select(code => ProblemKind.Of(code, site, texts))];
        return VisitorPage.IsWanted(http.Request) ? await PageAsync(http, pages, texts, texts.Title, all, null)
            : new JsonAnswer<ImmutableArray<ProblemKind>>(200, all, WebJson.Default.ImmutableArrayProblemKind);
    }

    public static async Task<IResult> ShowAsync(HttpContext http, string code, Site site, PageRenderer pages)
    {
        if (!ProblemTypes.All.Contains(code))
            return ProblemAnswer.Of(404, $"There is no such kind of problem. /{ProblemTypes.Path} lists them.");
        var texts = TextsOf(http);
        var kind = ProblemKind.Of(code, site, texts);
        return VisitorPage.IsWanted(http.Request)
            ? await PageAsync(http, pages, texts, code, [kind], $"{http.Request.PathBase}/{ProblemTypes.Path}")
            : new JsonAnswer<ProblemKind>(200, kind, WebJson.Default.ProblemKind);
    }

    private static ProblemTexts TextsOf(HttpContext http)
    {
        http.Response.Headers.Vary = "Accept, Accept-Language";
        return new(BrowserLanguage.Of(http.Request));
    }

    private static async Task<IResult> PageAsync(
        HttpContext http, PageRenderer pages, ProblemTexts texts, string title, ImmutableArray<ProblemKind> kinds, string? all)
    {
        var view = new ProblemView(PageFrame.Of(http.Request, BrowserLanguage.Of(http.Request), title), texts, kinds, all);
        return new HtmlAnswer(
            200, await pages.RenderAsync<ProblemDocument>(nameof(ProblemDocument.View), view), SafeHeaders.OurPages);
    }
}
