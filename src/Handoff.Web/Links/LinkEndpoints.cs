using Handoff.People;
using Handoff.Service.Links;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Links;

/// <summary><c>/r/{token}</c> and <c>/m/{token}</c>: what the links in mails open. GET and HEAD show, only POST acts (promise 6).</summary>
public static class LinkEndpoints
{
    private const int FormLimit = 64 * 1024;

    private static readonly OperationAnswer[] NoLink =
        [OperationAnswer.Page(404, "The link is altered, or not ours."), OperationAnswer.Page(410, "The link's time is over.")];

    internal static void Map(IEndpointRouteBuilder app)
    {
        Map(app, "/r/{token}", LinkAudience.Rep);
        Map(app, "/m/{token}", LinkAudience.Manager);
    }

    private static void Map(IEndpointRouteBuilder app, string pattern, LinkAudience audience)
    {
        var whose = audience == LinkAudience.Rep ? "RepLink" : "ManagerLink";
        app.MapMethods(
            pattern,
            Routes.GetAndHead,
            (HttpContext http, string token, ILinkProtector protector, LinkPages links, PageRenderer pages) =>
                ShowAsync(http, audience, token, protector, links, pages)).Describes(
            new($"show{whose}", "Links", "Shows what a link in a mail is about; changes nothing")
            {
                PathParameter = "The link's token.",
                Answers = [OperationAnswer.Page(200, "What can be done, or why nothing can."), .. NoLink],
            });
        app.MapPost(pattern, (HttpContext http, string token, ILinkProtector protector, LinkPages links, PageRenderer pages) =>
            ActAsync(http, audience, token, protector, links, pages)).Describes(
            new($"actOn{whose}", "Links", "Carries out what the form of a link's page asks")
            {
                Description = "action is accept, decline, undo, contacted, feedback, take, assign, snooze, acknowledge, unsnooze, uphold, "
                    + "overturn, away or back, as the link's purpose allows.",
                PathParameter = "The link's token.",
                Body = new(
                    "At most 64 KiB.", ("application/x-www-form-urlencoded", typeof(LinkForm)), ("multipart/form-data", typeof(LinkForm))),
                Answers =
                [
                    OperationAnswer.Page(200, "Done, now or before."),
                    OperationAnswer.Page(400, "The form cannot be read."),
                    .. NoLink,
                    OperationAnswer.Page(409, "Too late; the page says who was first, or where the lead is now."),
                    OperationAnswer.Page(413, "The form is larger than 64 KiB."),
                    OperationAnswer.Page(415, "The body is not a form."),
                    OperationAnswer.Page(422, "Something is missing or wrong; the page says what."),
                ],
            });
    }

    /// <summary>Shows the page of a link; changes nothing, whoever opens it and however often.</summary>
    public static async Task<IResult> ShowAsync(
        HttpContext http, LinkAudience audience, string token, ILinkProtector protector, LinkPages links, PageRenderer pages)
    {
        var page = Read(audience, token, protector) is { } grant ? await links.OpenAsync(grant, http.RequestAborted)
            : new LinkPage.Unknown();
        return await ShownAsync(http, page, pages);
    }

    /// <summary>The answer to a GET.</summary>
    internal static async Task<IResult> ShownAsync(HttpContext http, LinkPage page, PageRenderer pages) =>
        page switch
        {
            LinkPage.Shown shown => await LinkPageAnswers.ShownAsync(http, pages, 200, shown, acted: false),
            LinkPage.Expired expired =>
                await LinkPageAnswers.SaysAsync(http, pages, 410, LanguageOf(http, expired.Reader), text => text.Expired),
            LinkPage.Unknown => await UnknownAsync(http, pages),
            _ => throw new InvalidOperationException("Every link page has a status."),
        };

    /// <summary>Carries out what the page's form asks and shows what became of it.</summary>
    public static async Task<IResult> ActAsync(
        HttpContext http, LinkAudience audience, string token, ILinkProtector protector, LinkPages links, PageRenderer pages)
    {
        if (Read(audience, token, protector) is not { } grant)
            return await UnknownAsync(http, pages);

        var (form, status) = await PostedForm.ReadAsync(http, FormLimit);
        if (form is null)
            return await LinkPageAnswers.SaysAsync(http, pages, status, LanguageOf(http, null), text => text.FormUnreadable);

        var answer = await links.ActAsync(grant, form, http.RequestAborted);
        return await AnsweredAsync(http, answer, form, pages);
    }

    /// <summary>The answer to a POST.</summary>
    internal static async Task<IResult> AnsweredAsync(HttpContext http, LinkAnswer answer, LinkForm form, PageRenderer pages) =>
        (answer.Page, answer.Result) switch
        {
            (LinkPage.Shown shown, LinkResult.Done) => await LinkPageAnswers.ShownAsync(http, pages, 200, shown, acted: true),
            (LinkPage.Shown shown, LinkResult.TooLate) => await LinkPageAnswers.ShownAsync(http, pages, 409, shown, acted: false),
            (LinkPage.Shown shown, LinkResult.Invalid) => await LinkPageAnswers.ShownAsync(http, pages, 422, shown, acted: false, form),
            (LinkPage.Expired expired, _) =>
                await LinkPageAnswers.SaysAsync(http, pages, 410, LanguageOf(http, expired.Reader), text => text.Expired),
            (LinkPage.Unknown, _) => await UnknownAsync(http, pages),
            _ => throw new InvalidOperationException("Every answer to a link's form has a status."),
        };

    // A link that stands under the wrong path opens nothing.
    private static LinkGrant? Read(LinkAudience audience, string token, ILinkProtector protector) =>
        protector.Unprotect(token) is { } grant && audience.Opens(grant.Purpose) ? grant : null;

    private static Task<IResult> UnknownAsync(HttpContext http, PageRenderer pages) =>
        LinkPageAnswers.SaysAsync(http, pages, 404, LanguageOf(http, null), text => text.Unknown);

    private static Language LanguageOf(HttpContext http, Person? reader) => reader?.Language ?? BrowserLanguage.Of(http.Request);
}
