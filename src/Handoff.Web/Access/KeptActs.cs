using Handoff.Service.Auditing;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Access;

/// <summary>Lets in who may administer, and keeps what they did: one way in, so that no act is forgotten.</summary>
internal static class KeptActs
{
    /// <summary>Carries an act out for whoever may, and keeps it before it is answered.</summary>
    /// <param name="audit">Keeps it.</param>
    /// <param name="http">The request.</param>
    /// <param name="access">Who may.</param>
    /// <param name="act">One of <see cref="Acts"/>.</param>
    /// <param name="on">An opaque id, or nothing.</param>
    /// <param name="work">The act.</param>
    public static async Task<IResult> KeptAsync(
        this AuditLog audit, HttpContext http, AdminAccess access, string act, string on, Func<Task<IResult>> work)
    {
        if (access.Refuse(http) is { } refusal)
            return refusal;
        var answer = await work();
        await audit.KeepAsync(act, access.NameOf(http.Request), on, Outcome((answer as IStatusCodeHttpResult)?.StatusCode ?? 200));
        return answer;
    }

    private static string Outcome(int status) => status switch
    {
        < 400 => AuditLog.Done,
        404 => AuditLog.NotThere,
        _ => AuditLog.Refused,
    };
}
