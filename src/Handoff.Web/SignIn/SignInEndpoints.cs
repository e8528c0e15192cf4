using Handoff.People;
using Handoff.Service.SignIn;
using Handoff.Web.Access;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.SignIn;

/// <summary>
/// <c>/signin</c>: a link is sent to an address of <c>people.yaml</c>; <c>/signin/{token}</c>: a button uses it, once. A GET never signs in: scanners
/// open every link.
/// </summary>
public static class SignInEndpoints
{
    /// <summary>Shows the form.</summary>
    public static Task<IResult> AskAsync(HttpContext http, PageRenderer pages) =>
        PageAsync(http, pages, 200, http.Request.Query.ContainsKey("out") ? SignInStep.SignedOut : SignInStep.Ask, BrowserLanguage.Of(http.Request));

    /// <summary>Sends a link, perhaps; the answer is the same for every address.</summary>
    public static async Task<IResult> SendAsync(HttpContext http, DeskCases cases, Senders senders, PageRenderer pages)
    {
        var language = BrowserLanguage.Of(http.Request);
        if (FormTokens.IsForeign(http.Request))
            return await PageAsync(http, pages, 403, SignInStep.Ask, language);
        var (fields, status) = await FormBody.ReadAsync(http);
        if (fields is null)
            return await PageAsync(http, pages, status, SignInStep.Ask, language);
        cases.AskForLink(fields.GetValueOrDefault("address") ?? "", senders.Of(http));
        return await PageAsync(http, pages, 200, SignInStep.Sent, language);
    }

    /// <summary>Shows the button of a link; nothing else happens, whoever opens it and however often.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, string token, DeskCases cases, PageRenderer pages)
    {
        var (standing, person) = cases.LookAtLink(token);
        var language = person?.Language ?? BrowserLanguage.Of(http.Request);
        return standing switch
        {
            SignInLink.Usable => await PageAsync(http, pages, 200, SignInStep.Enter, language, person!.Name),
            SignInLink.Over => await PageAsync(http, pages, 410, SignInStep.Over, language),
            SignInLink.Unknown => await PageAsync(http, pages, 404, SignInStep.Unknown, language),
            _ => throw new InvalidOperationException("Every link stands somehow."),
        };
    }

    /// <summary>Uses a link.</summary>
    public static async Task<IResult> EnterAsync(HttpContext http, string token, DeskCases cases, SessionCookie cookie, PageRenderer pages)
    {
        // A link of somebody else's must not sign a reader in on the quiet.
        if (FormTokens.IsForeign(http.Request))
            return await ShowAsync(http, token, cases, pages);
        if (await cases.BeginSession(token, http.RequestAborted) is not { } session)
        {
            var (standing, person) = cases.LookAtLink(token);
            var (status, step) = standing == SignInLink.Unknown ? (404, SignInStep.Unknown) : (410, SignInStep.Over);
            return await PageAsync(http, pages, status, step, person?.Language ?? BrowserLanguage.Of(http.Request));
        }

        cookie.Write(http, session);
        return new SeeOther($"{http.Request.PathBase}/board");
    }

    /// <summary>Ends the reader's sessions, on every device.</summary>
    public static async Task<IResult> LeaveAsync(HttpContext http, Doorkeeper door, DeskCases cases, FormTokens tokens, PageRenderer pages)
    {
        var (fields, _) = await FormBody.ReadAsync(http);
        if (!tokens.Fits(http, fields?.GetValueOrDefault(FormTokens.Field)))
            return await PageAsync(http, pages, 403, SignInStep.Ask, BrowserLanguage.Of(http.Request));
        if (await door.ViewerAsync(http) is { Person: { } person })
            await cases.EndSessions(person.Id, http.RequestAborted);
        SessionCookie.Clear(http);
        return new SeeOther($"{http.Request.PathBase}/signin?out");
    }

    private static async Task<IResult> PageAsync(HttpContext http, PageRenderer pages, int status, SignInStep step, Language language, string name = "")
    {
        var texts = new SignInTexts(language);
        var view = new SignInView(PageFrame.Of(http.Request, language, texts.Title), texts, step, http.Request.PathBase.ToString(), name);
        return new HtmlAnswer(status, await pages.RenderAsync<SignInDocument>(nameof(SignInDocument.View), view), SafeHeaders.OurPages);
    }
}
