using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Access;

/// <summary>
/// Lets in the programs that may, and keeps what they did: one way in, so that each route says which scope it needs and no act is
/// forgotten. The administrator's keys of the environment may do everything, and so may this machine where it is trusted.
/// </summary>
public sealed class ApiDoor(AdminAccess access, ApiKeyBook keys, AuditLog audit)
{
    /// <summary>Carries an act out for whoever may, and keeps it before it is answered.</summary>
    /// <param name="needed">The scope that it needs.</param>
    /// <param name="act">One of <see cref="Acts"/>.</param>
    /// <param name="on">An opaque id, or nothing.</param>
    internal Task<IResult> KeptAsync(HttpContext http, ApiScopes needed, string act, string on, Func<Task<IResult>> work) =>
        KeptAsync(http, needed, act, on, _ => work());

    /// <summary>As the other, for work that keeps acts of its own by the name that it is given.</summary>
    internal Task<IResult> KeptAsync(HttpContext http, ApiScopes needed, string act, string on, Func<string, Task<IResult>> work) =>
        InAsync(
            http, needed, act, on, work,
            (name, answer) => audit.KeepAsync(act, name, on, Outcome((answer as IStatusCodeHttpResult)?.StatusCode ?? 200)));

    /// <summary>
    /// As <c>KeptAsync</c>, for what programs ask again and again: who asks again within a quarter of an hour is kept once.
    /// </summary>
    internal Task<IResult> LookedAsync(HttpContext http, ApiScopes needed, string act, Func<Task<IResult>> work) => InAsync(
        http, needed, act, "", _ => work(),
        (name, answer) => answer is IStatusCodeHttpResult { StatusCode: < 400 } ? audit.KeepLookAsync(act, name, "") : Task.CompletedTask);

    private async Task<IResult> InAsync(
        HttpContext http, ApiScopes needed, string act, string on, Func<string, Task<IResult>> work, Func<string, IResult, Task> keep)
    {
        var (name, refusal) = await EnterAsync(http, needed);
        if (refusal is not null)
        {
            // Who is known and tries what it may not is worth a line; who is not known has no name.
            if (name.Length > 0)
                await audit.KeepAsync(act, name, on, AuditLog.Refused);
            return refusal;
        }

        var answer = await work(name);
        await keep(name, answer);
        return answer;
    }

    /// <summary>Who asks, as the audit log names them; and why they may not, or null: they may.</summary>
    internal async ValueTask<(string Name, IResult? Refusal)> EnterAsync(HttpContext http, ApiScopes needed)
    {
        var sent = AdminAccess.BearerOf(http.Request);
        if (access.KeyNumber(http.Request) == 0 && sent.StartsWith(ApiKeyBook.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            // On a trusted machine too: whoever sends a key means to be known by it.
            if (await keys.FindAsync(sent, http.RequestAborted) is not { } key)
                return ("", AdminAccess.Refusal("There is no such key, or it is revoked. `handoff keys add` makes one."));
            var name = AuditLog.ApiKey(key.Id);
            if (!key.Scopes.Allow(needed))
                return (name, NotAllowed(key, needed));
            await keys.UseAsync(key, http.RequestAborted);
            return (name, null);
        }

        return access.Refuse(http) is { } refusal ? ("", refusal) : (access.NameOf(http.Request), null);
    }

    private static ProblemAnswer NotAllowed(ApiKey key, ApiScopes needed)
    {
        var (needs, has) = (string.Join(", ", needed.Words()), string.Join(", ", key.Scopes.Words()));
        var scopes = needed.Words().Length == 1 ? "scope" : "scopes";
        var detail = $"This needs a key with the {scopes} {needs}, and this key has {has}. `handoff keys add` makes one.";
        return new(Problem.Of(403, detail) with { Code = ProblemTypes.MissingScope });
    }

    private static string Outcome(int status) => status switch
    {
        < 400 => AuditLog.Done,
        404 => AuditLog.NotThere,
        _ => AuditLog.Refused,
    };
}
