using System.Net;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Access;

/// <summary>Who may administer: read and erase leads, report outcomes and absences (DESIGN section 8).</summary>
public sealed record AdminAccess
{
    /// <summary>The environment variable that holds the key.</summary>
    public const string Variable = "HANDOFF_ADMIN_KEY";

    private const string Bearer = "Bearer ";

    // What a proxy adds: behind one, every caller has the proxy's own address, which may well be this machine.
    private static readonly string[] Forwarding =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via", "CF-Connecting-IP", "True-Client-IP", "X-Original-Host"];

    /// <summary>The key that <c>Authorization: Bearer</c> must carry, or null: none is set.</summary>
    public string? Key { get; init; }

    /// <summary>Whether, without a key, this machine itself may administer: only of the embedded host.</summary>
    public bool LoopbackWithoutKey { get; init; }

    /// <summary>Why the request may not administer (401), or null: it may.</summary>
    internal IResult? Refuse(HttpContext http)
    {
        if (!string.IsNullOrEmpty(Key))
            return HasKey(http.Request, Key) ? null : Refusal($"Send Authorization: Bearer with the value of {Variable}.");
        if (!LoopbackWithoutKey)
            return Refusal($"Administration is closed: no {Variable} is set. Set it, and send it as Authorization: Bearer.");
        return IsThisMachine(http)
            ? null
            : Refusal($"Without {Variable} only this machine may administer, directly. Set {Variable}, and send it as Authorization: Bearer.");
    }

    /// <summary>As <see cref="Refuse"/>, but the embedded host's own machine needs no key even where one is set: it shows pages to a browser, which sends none.</summary>
    internal IResult? RefuseBrowser(HttpContext http) => LoopbackWithoutKey && IsThisMachine(http) ? null : Refuse(http);

    /// <summary>Whether the request carries the administrator's key: it is not enough to come from this machine.</summary>
    internal bool Knows(HttpRequest request) => !string.IsNullOrEmpty(Key) && HasKey(request, Key);

    /// <summary>
    /// Whether the caller is a program on this machine: the connection is a loopback one, no proxy stands between, and the address asked
    /// for is this machine's too (else a foreign page could reach it through a name of its own that resolves to 127.0.0.1).
    /// </summary>
    internal static bool IsThisMachine(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote))
            return false;
        if (Forwarding.Any(http.Request.Headers.ContainsKey))
            return false;

        var host = http.Request.Host.Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    private static bool HasKey(HttpRequest request, string key)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && AdminKeys.Match(key, authorization[Bearer.Length..].Trim());
    }

    private static ProblemAnswer Refusal(string detail) => new(Problem.Of(401, detail)) { Challenge = "Bearer" };
}
