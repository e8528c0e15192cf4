using Handoff.Connect.OpenId;
using Handoff.People;
using Handoff.Service.Auditing;
using Handoff.Service.SignIn;
using Handoff.Web.Access;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.SignIn;

/// <summary>
/// <c>/signin</c>: a link is sent to an address of <c>people.yaml</c>; <c>/signin/{token}</c>: a button uses it, once. A GET never signs
/// in: scanners open every link.
/// </summary>
public static class SignInEndpoints
{
    private static readonly OperationAnswer[] LinkOver =
    [
        OperationAnswer.Page(404, "The link is altered or not ours."),
        OperationAnswer.Page(410, "It was used, or its 15 minutes are over."),
    ];

    /// <summary>Maps the form, the link and the way out.</summary>
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/signin", Routes.GetAndHead, AskAsync)
            .Describes(new("showSignIn", "Sign-in", "Shows the form that asks for a sign-in link")
            {
                Answers = [OperationAnswer.Page(200, "The form.")],
            });
        app.MapPost("/signin", SendAsync).Describes(new("sendSignInLink", "Sign-in", "Sends a sign-in link to an address in people.yaml")
        {
            Body = new("address: the e-mail address; to: the path of the page to go to.", ("application/x-www-form-urlencoded", null)),
            Answers =
            [
                OperationAnswer.Page(200, "The same for every address."),
                OperationAnswer.Page(403, "Another site posted the form."),
            ],
        });
        app.MapMethods("/signin/{token}", Routes.GetAndHead, ShowAsync)
            .Describes(new("showSignInLink", "Sign-in", "Shows the button of a sign-in link; changes nothing")
            {
                PathParameter = "The link's token.",
                Answers = [OperationAnswer.Page(200, "The button."), .. LinkOver],
            });
        app.MapPost("/signin/{token}", EnterAsync).Describes(new("useSignInLink", "Sign-in", "Signs in by a link, once")
        {
            PathParameter = "The link's token.",
            Answers = [OperationAnswer.Empty(303, "Signed in: to the page that asked for it, else to /board."), .. LinkOver],
        });
        app.MapPost("/signout", LeaveAsync).Describes(new("signOut", "Sign-in", "Ends the reader's sessions, on every device")
        {
            Answers = [OperationAnswer.Empty(303, "Signed out: to /signin."), OperationAnswer.NotOurForm],
        });
    }

    public static Task<IResult> AskAsync(HttpContext http, PageRenderer pages) =>
        PageAsync(
            http, pages, 200, http.Request.Query.ContainsKey("out") ? SignInStep.SignedOut
            : SignInStep.Ask, BrowserLanguage.Of(http.Request));

    /// <summary>Sends a link, perhaps; the answer is the same for every address.</summary>
    public static async Task<IResult> SendAsync(HttpContext http, SignInRequests requests, Senders senders, PageRenderer pages)
    {
        var language = BrowserLanguage.Of(http.Request);
        if (FormTokens.IsForeign(http.Request))
            return await PageAsync(http, pages, 403, SignInStep.Ask, language);
        var (fields, status) = await FormBody.ReadAsync(http);
        if (fields is null)
            return await PageAsync(http, pages, status, SignInStep.Ask, language);
        var to = ReturnAddress.Query(ReturnAddress.Read(fields.GetValueOrDefault(ReturnAddress.Field)));
        requests.Ask(fields.GetValueOrDefault("address") ?? "", senders.Of(http), to);
        return await PageAsync(http, pages, 200, SignInStep.Sent, language);
    }

    /// <summary>Shows the button of a link; nothing else happens, whoever opens it and however often.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, string token, Sessions sessions, PageRenderer pages)
    {
        var (standing, person) = sessions.Look(token);
        var language = person?.Language ?? BrowserLanguage.Of(http.Request);
        return standing switch
        {
            SignInLink.Usable => await PageAsync(http, pages, 200, SignInStep.Enter, language, person!.Name),
            SignInLink.Over => await PageAsync(http, pages, 410, SignInStep.Over, language),
            SignInLink.Unknown => await PageAsync(http, pages, 404, SignInStep.Unknown, language),
            _ => throw new InvalidOperationException("Every link stands somehow."),
        };
    }

    public static async Task<IResult> EnterAsync(
        HttpContext http, string token, Sessions sessions, SessionCookie cookie, AuditLog audit, PageRenderer pages)
    {
        // A link of somebody else's must not sign a reader in on the quiet.
        if (FormTokens.IsForeign(http.Request))
            return await ShowAsync(http, token, sessions, pages);
        if (await sessions.BeginAsync(token, http.RequestAborted) is not { } session)
        {
            var (standing, person) = sessions.Look(token);
            var (status, step) = standing == SignInLink.Unknown ? (404, SignInStep.Unknown) : (410, SignInStep.Over);
            return await PageAsync(http, pages, status, step, person?.Language ?? BrowserLanguage.Of(http.Request));
        }

        cookie.Write(http, session);
        await audit.KeepAsync(Acts.SignIn, AuditLog.Person(session.Person), "", AuditLog.Done);
        return new SeeOther($"{http.Request.PathBase}{ReturnAddress.Read(http.Request.Query[ReturnAddress.Field]) ?? ReturnAddress.Usual}");
    }

    /// <summary>Ends the reader's sessions, on every device.</summary>
    public static async Task<IResult> LeaveAsync(
        HttpContext http, Doorkeeper door, Sessions sessions, FormTokens tokens, PageRenderer pages)
    {
        var (fields, _) = await FormBody.ReadAsync(http);
        if (!tokens.Fits(http, fields?.GetValueOrDefault(FormTokens.Field)))
            return await PageAsync(http, pages, 403, SignInStep.Ask, BrowserLanguage.Of(http.Request));
        if (await door.ViewerAsync(http) is { Person: { } person })
            await sessions.EndAsync(person.Id, http.RequestAborted);
        SessionCookie.Clear(http);
        return new SeeOther($"{http.Request.PathBase}/signin?out");
    }

    /// <summary>A page about signing in.</summary>
    /// <param name="name">Of a link: who signs in.</param>
    internal static async Task<IResult> PageAsync(
        HttpContext http, PageRenderer pages, int status, SignInStep step, Language language, string name = "")
    {
        var texts = new SignInTexts(language);
        var view = new SignInView(PageFrame.Of(http.Request, language, texts.Title), texts, step, http.Request.PathBase.ToString(), name)
        {
            To = ReturnAddress.Read(http.Request.Query[ReturnAddress.Field]),
            Provider = http.RequestServices.GetRequiredService<OpenIdDoor>().Label,
        };
        return new HtmlAnswer(status, await pages.RenderAsync<SignInDocument>(nameof(SignInDocument.View), view), SafeHeaders.OurPages);
    }
}
