using Handoff.Service.Asking;
using Handoff.Service.Links;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Asking;

/// <summary><c>/a/{token}</c>: whoever sent a lead says whether somebody has called. Only a POST answers (promise 6).</summary>
internal static class AskEndpoints
{
    private const string Pattern = "/a/{token}";

    /// <summary>The answer as it is posted.</summary>
    private sealed record AskForm(string Answer);

    public static void Map(IEndpointRouteBuilder app)
    {
        OperationAnswer[] noLink =
            [OperationAnswer.Page(404, "The link is altered, or not ours."), OperationAnswer.Page(410, "The question is over.")];
        app.MapMethods(Pattern, Routes.GetAndHead, ShowAsync).Describes(
            new("showQuestion", "Links", "Asks whoever sent a lead whether somebody has called; changes nothing")
            {
                PathParameter = "The link's token.",
                Answers = [OperationAnswer.Page(200, "The question, and what was answered."), .. noLink],
            });
        app.MapPost(Pattern, AnswerAsync).Describes(
            new("answerQuestion", "Links", "Takes the answer, or that the consent is withdrawn")
            {
                Description = "answer is yes, no or withdraw.",
                PathParameter = "The link's token.",
                Body = new("At most 16 KiB.", ("application/x-www-form-urlencoded", typeof(AskForm))),
                Answers =
                [
                    OperationAnswer.Page(200, "Taken, now or before."),
                    .. noLink,
                    OperationAnswer.Page(422, "The form says none of the answers."),
                ],
            });
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, string token, ILinkProtector protector, AskAnswers answers, PageRenderer pages) =>
        protector.Unprotect(token) is { } grant && await answers.OpenAsync(grant, http.RequestAborted) is { } page
            ? await PageAsync(http, pages, page.IsOver ? 410 : 200, page, hasAnswered: page.Called is not null)
            : await UnknownAsync(http, pages);

    private static async Task<IResult> AnswerAsync(
        HttpContext http, string token, ILinkProtector protector, AskAnswers answers, PageRenderer pages)
    {
        var (fields, _) = await FormBody.ReadAsync(http);
        if (protector.Unprotect(token) is not { } grant
            || await answers.AnswerAsync(grant, fields?.GetValueOrDefault("answer"), http.RequestAborted) is not var (page, result))
            return await UnknownAsync(http, pages);
        return result switch
        {
            AskResult.Done => await PageAsync(http, pages, 200, page, hasAnswered: true),
            AskResult.Invalid => await PageAsync(http, pages, 422, page, hasAnswered: false, isInvalid: true),
            _ => await PageAsync(http, pages, 410, page, hasAnswered: false),
        };
    }

    private static async Task<IResult> PageAsync(
        HttpContext http, PageRenderer pages, int status, AskPage page, bool hasAnswered, bool isInvalid = false)
    {
        var view = new AskView(http.Request, page, hasAnswered, isInvalid);
        return new HtmlAnswer(status, await pages.RenderAsync<AskDocument>(nameof(AskDocument.View), view), SafeHeaders.OurPages);
    }

    private static async Task<IResult> UnknownAsync(HttpContext http, PageRenderer pages)
    {
        var language = BrowserLanguage.Of(http.Request);
        var view = new NoticeView(PageFrame.Of(http.Request, language, "Handoff"), "Handoff", new AskTexts(language, "").Unknown);
        return new HtmlAnswer(404, await pages.RenderAsync<NoticeDocument>(nameof(NoticeDocument.View), view), SafeHeaders.OurPages);
    }
}

/// <summary>The page of the question.</summary>
/// <param name="HasAnswered">Whether there is an answer to be thanked for.</param>
/// <param name="IsInvalid">Whether the form said none of the answers.</param>
public sealed record AskView(HttpRequest Request, AskPage Page, bool HasAnswered, bool IsInvalid)
{
    internal AskTexts Texts { get; } = new(Page.Language, Page.Organisation);

    /// <summary>What surrounds it.</summary>
    public PageFrame Frame => PageFrame.Of(Request, Page.Language, UserTitle);

    private string UserTitle => Words.UserText.WithoutMarks(Texts.Question);
}
