using Handoff.People;
using Handoff.Service.Links;
using Handoff.Web.Assets;
using Handoff.Web.Http;
using Handoff.Web.Links.Texts;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Links;

/// <summary>Renders the pages of links.</summary>
internal static class LinkPageAnswers
{
    /// <summary>The page of a link.</summary>
    /// <param name="acted">Whether a post has just taken effect: only then may it show how to reach the person.</param>
    /// <param name="entered">What was posted in vain, to stand in the form again.</param>
    public static async Task<IResult> ShownAsync(
        HttpContext http, PageRenderer pages, int status, LinkPage.Shown page, bool acted, LinkForm? entered = null)
    {
        var view = new LinkPageView(page, acted, AssetLinks.Of(http.Request)) { Entered = entered };
        return new HtmlAnswer(status, await pages.RenderAsync<LinkDocument>(nameof(LinkDocument.View), view), SafeHeaders.OurPages);
    }

    /// <summary>A page of one kind sentence.</summary>
    public static async Task<IResult> SaysAsync(
        HttpContext http, PageRenderer pages, int status, Language language, Func<LinkTexts, string> sentence)
    {
        var texts = new LinkTexts(language);
        var view = new NoticeView(PageFrame.Of(http.Request, language, $"{texts.Title} · Handoff"), texts.Title, sentence(texts));
        return new HtmlAnswer(status, await pages.RenderAsync<NoticeDocument>(nameof(NoticeDocument.View), view), SafeHeaders.OurPages);
    }
}
