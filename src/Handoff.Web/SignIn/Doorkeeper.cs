using Handoff.Service.Board;
using Handoff.Service.SignIn;
using Handoff.Web.Access;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.SignIn;

/// <summary>Tells who looks at a page: at each request anew.</summary>
public sealed class Doorkeeper(SessionCookie cookie, Sessions sessions, AdminAccess access)
{
    /// <summary>Who looks, or null: whoever it is has to sign in.</summary>
    internal async ValueTask<Viewer?> ViewerAsync(HttpContext http)
    {
        if (cookie.Read(http.Request) is { } session && await sessions.JudgeAsync(session, http.RequestAborted) is { } viewer)
            return viewer;
        return access.IsTrustedMachine(http) ? sessions.ThisMachine(BrowserLanguage.Of(http.Request)) : null;
    }
}
