using Handoff.People;
using Handoff.Service.Links;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Links;

/// <summary><c>/r/{token}</c> and <c>/m/{token}</c>: what the links in mails open. GET and HEAD show, only POST acts (promise 6).</summary>
public static class LinkEndpoints
{
    private const int FormLimit = 64 * 1024;

    /// <summary>Shows the page of a link; changes nothing, whoever opens it and however often.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, LinkAudience audience, string token, ILinkProtector protector, UseCases useCases, PageRenderer pages)
    {
        var page = Read(audience, token, protector) is { } grant ? await useCases.OpenLink(grant, http.RequestAborted) : new LinkPage.Unknown();
        return page switch
        {
            LinkPage.Shown shown => await LinkPageAnswers.ShownAsync(http, pages, 200, shown, acted: false),
            LinkPage.Expired expired => await LinkPageAnswers.SaysAsync(http, pages, 410, LanguageOf(http, expired.Reader), text => text.Expired),
            LinkPage.Unknown => await UnknownAsync(http, pages),
            _ => throw new InvalidOperationException("Every link page has a status."),
        };
    }

    /// <summary>Carries out what the page's form asks and shows what became of it.</summary>
    public static async Task<IResult> ActAsync(HttpContext http, LinkAudience audience, string token, ILinkProtector protector, UseCases useCases, PageRenderer pages)
    {
        if (Read(audience, token, protector) is not { } grant)
            return await UnknownAsync(http, pages);

        var (form, status) = await PostedForm.ReadAsync(http, FormLimit);
        if (form is null)
            return await LinkPageAnswers.SaysAsync(http, pages, status, LanguageOf(http, null), text => text.FormUnreadable);

        var answer = await useCases.ActOnLink(grant, form, http.RequestAborted);
        return (answer.Page, answer.Result) switch
        {
            (LinkPage.Shown shown, LinkResult.Done) => await LinkPageAnswers.ShownAsync(http, pages, 200, shown, acted: true),
            (LinkPage.Shown shown, LinkResult.TooLate) => await LinkPageAnswers.ShownAsync(http, pages, 409, shown, acted: false),
            (LinkPage.Shown shown, LinkResult.Invalid) => await LinkPageAnswers.ShownAsync(http, pages, 422, shown, acted: false, form),
            (LinkPage.Expired expired, _) => await LinkPageAnswers.SaysAsync(http, pages, 410, LanguageOf(http, expired.Reader), text => text.Expired),
            (LinkPage.Unknown, _) => await UnknownAsync(http, pages),
            _ => throw new InvalidOperationException("Every answer to a link's form has a status."),
        };
    }

    // A link that stands under the wrong path opens nothing.
    private static LinkGrant? Read(LinkAudience audience, string token, ILinkProtector protector) =>
        protector.Unprotect(token) is { } grant && audience.Opens(grant.Purpose) ? grant : null;

    private static Task<IResult> UnknownAsync(HttpContext http, PageRenderer pages) =>
        LinkPageAnswers.SaysAsync(http, pages, 404, LanguageOf(http, null), text => text.Unknown);

    private static Language LanguageOf(HttpContext http, Person? reader) => reader?.Language ?? BrowserLanguage.Of(http.Request);
}
