using System.Collections.Immutable;
using System.Globalization;
using Handoff.Service.Auditing;
using Handoff.Service.Links;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Access;

/// <summary>Who may administer: read and erase leads, report outcomes and absences (design section 8).</summary>
public sealed record AdminAccess
{
    /// <summary>The setting that holds the key.</summary>
    public const string Variable = "HANDOFF_ADMIN_KEY";

    /// <summary>The setting that holds the key of before, which is good too while programs are given the new one.</summary>
    public const string PreviousVariable = "HANDOFF_ADMIN_KEY_PREVIOUS";

    private const string Bearer = "Bearer ";

    /// <summary>The key that <c>Authorization: Bearer</c> must carry, or null: none is set.</summary>
    public string? Key { get; init; }

    /// <summary>A second key that is as good, or null: none is set.</summary>
    public string? PreviousKey { get; init; }

    /// <summary>Whether, without a key, this machine itself may administer: only of an embedded host that is not published.</summary>
    public bool LoopbackWithoutKey { get; init; }

    /// <summary>The keys that are set.</summary>
    private ImmutableArray<string> Keys =>
        [.. new[] { Key, PreviousKey }.Select(key => key?.Trim()).OfType<string>().Where(key => key.Length > 0)];

    /// <summary>
    /// The access of an embedded host: its own machine needs no key as long as none is set and the host is published nowhere else.
    /// </summary>
    /// <param name="setting">A setting of the host, or null.</param>
    /// <param name="site">Where people reach the pages.</param>
    /// <param name="isPublished">Whether that address was set, rather than being the one that is listened on.</param>
    public static AdminAccess OfEmbeddedHost(Func<string, string?> setting, Site site, bool isPublished)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(site);
        return new()
        {
            Key = setting(Variable),
            PreviousKey = setting(PreviousVariable),
            LoopbackWithoutKey = !isPublished || site.BaseAddress.IsLoopback,
        };
    }

    /// <summary>
    /// Whether this machine itself may do everything without a key. Whoever sets a key, or publishes the host, wants a closed door on this
    /// machine too: a proxy on it that adds no header looks like a program of it.
    /// </summary>
    public bool TrustsThisMachine => LoopbackWithoutKey && Keys.IsEmpty;

    /// <summary>Whether nobody may administer: no key is set, and this machine alone will not do.</summary>
    public bool IsClosed => !LoopbackWithoutKey && Keys.IsEmpty;

    /// <summary>Why the request may not administer (401), or null: it may.</summary>
    internal IResult? Refuse(HttpContext http)
    {
        if (!Keys.IsEmpty)
            return Knows(http.Request) ? null : Refusal($"Send Authorization: Bearer with the value of {Variable}.");
        if (!LoopbackWithoutKey)
            return Refusal($"Administration is closed: no {Variable} is set. Set it, and send it as Authorization: Bearer.");
        return ThisMachine.Calls(http)
            ? null
            : Refusal(
                $"Without {Variable} only this machine may administer, directly. Set {Variable}, and send it as Authorization: Bearer.");
    }

    /// <summary>Whether the request comes from this machine itself, and that is enough.</summary>
    internal bool IsTrustedMachine(HttpContext http) => TrustsThisMachine && ThisMachine.Calls(http);

    /// <summary>Whether the request carries an administrator's key: it is not enough to come from this machine.</summary>
    internal bool Knows(HttpRequest request) => KeyNumber(request) > 0;

    /// <summary>Which of the administrator's keys the request carries, counted from 1; 0: none.</summary>
    internal int KeyNumber(HttpRequest request) =>
        BearerOf(request) is { Length: > 0 } sent ? AdminKeys.Match(Keys, sent) : 0;

    /// <summary>The key that the request carries, whosever it is; empty: it carries none.</summary>
    internal static string BearerOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : "";
    }

    /// <summary>Who administers, as the audit log names them.</summary>
    internal string NameOf(HttpRequest request) =>
        KeyNumber(request) is var number and > 0 ? string.Create(CultureInfo.InvariantCulture, $"key {number}") : AuditLog.ThisMachine;

    internal static ProblemAnswer Refusal(string detail) => new(Problem.Of(401, detail)) { Challenge = "Bearer" };
}
