using Handoff.Service.Auditing;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Access;

/// <summary>Lets in who may administer, and keeps what they did: one way in, so that no act is forgotten.</summary>
internal static class KeptActs
{
    /// <summary>Carries an act out for whoever may, and keeps it before it is answered.</summary>
    /// <param name="on">An opaque id, or nothing.</param>
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
