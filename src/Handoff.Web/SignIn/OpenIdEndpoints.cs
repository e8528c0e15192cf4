using Handoff.Connect.OpenId;
using Handoff.Service.Auditing;
using Handoff.Service.SignIn;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.SignIn;

/// <summary>
/// <c>/signin/openid</c>: a GET leads to the company's provider of identities, and the provider's page posts its answer back. Who is let
/// in is whoever has the address in <c>people.yaml</c>, by the same session as by a link.
/// </summary>
public static class OpenIdEndpoints
{
    // A code, a state and a nonce; Entra's codes are some 1500 characters.
    private const int MostBytes = 64 * 1024;

    /// <summary>Maps the way there and back.</summary>
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods(OpenIdDoor.Path, Routes.GetAndHead, BeginAsync)
            .Describes(new("beginSingleSignOn", "Sign-in", "Leads to the company's provider of identities")
            {
                Answers =
                [
                    OperationAnswer.Empty(302, "To the provider."),
                    OperationAnswer.Page(404, "There is no single sign-on here."),
                    OperationAnswer.Page(503, "The provider does not answer; a link by mail works."),
                ],
            });
        app.MapPost(OpenIdDoor.Path, FinishAsync)
            .Describes(new("finishSingleSignOn", "Sign-in", "Takes the provider's answer, which its page posts")
            {
                Body = new("code and state, or error.", ("application/x-www-form-urlencoded", null)),
                Answers =
                [
                    OperationAnswer.Empty(303, "Signed in: to the page that asked for it, else to /board."),
                    OperationAnswer.Page(400, "The answer is not the one that was asked for: late, forged, or of another browser."),
                    OperationAnswer.Page(403, "The provider does not answer for the address, or it is nobody's in people.yaml."),
                    OperationAnswer.Page(404, "There is no single sign-on here."),
                    OperationAnswer.Page(410, "The answer was used."),
                    OperationAnswer.Page(503, "The provider does not answer; a link by mail works."),
                ],
            });
    }

    /// <summary>Leads to the provider.</summary>
    public static async Task<IResult> BeginAsync(HttpContext http, OpenIdDoor door, PageRenderer pages)
    {
        if (door.Label is null)
            return await PageAsync(http, pages, 404, SignInStep.Ask);
        return await door.BeginAsync(http, ReturnAddress.Read(http.Request.Query[ReturnAddress.Field]))
            ? Results.Empty
            : await PageAsync(http, pages, 503, SignInStep.ProviderSilent);
    }

    /// <summary>Takes the provider's answer. It comes from another site, and is known by a cookie of the browser that set out.</summary>
    public static async Task<IResult> FinishAsync(
        HttpContext http, OpenIdDoor door, Sessions sessions, SessionCookie cookie, AuditLog audit, PageRenderer pages)
    {
        if (door.Label is null)
            return await PageAsync(http, pages, 404, SignInStep.Ask);
        var (fields, status) = await FormBody.ReadAsync(http, MostBytes);
        if (fields is null)
            return await PageAsync(http, pages, status, SignInStep.ProviderRefused);
        switch (await door.FinishAsync(http, fields))
        {
            case OpenIdAnswer.Vouched vouched:
                if (sessions.Known(vouched.Address) is not { } person)
                    return await PageAsync(http, pages, 403, SignInStep.NotHere);
                if (await sessions.BeginAsync(person, vouched.Once, http.RequestAborted) is not { } session)
                    return await PageAsync(http, pages, 410, SignInStep.ProviderRefused);
                cookie.Write(http, session);
                await audit.KeepAsync(Acts.SignInByProvider, AuditLog.Person(person.Id), "", AuditLog.Done);
                return new SeeOther($"{http.Request.PathBase}{ReturnAddress.Read(vouched.To) ?? ReturnAddress.Usual}");
            case OpenIdAnswer.Unvouched:
                return await PageAsync(http, pages, 403, SignInStep.Unvouched);
            case OpenIdAnswer.Declined:
                return await PageAsync(http, pages, 403, SignInStep.ProviderDeclined);
            case OpenIdAnswer.Silent:
                return await PageAsync(http, pages, 503, SignInStep.ProviderSilent);
            case OpenIdAnswer.Refused:
                return await PageAsync(http, pages, 400, SignInStep.ProviderRefused);
            default:
                throw new InvalidOperationException("Whoever comes back from the provider brings an answer.");
        }
    }

    private static Task<IResult> PageAsync(HttpContext http, PageRenderer pages, int status, SignInStep step) =>
        SignInEndpoints.PageAsync(http, pages, status, step, BrowserLanguage.Of(http.Request));
}
