using Handoff.Agreements;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Intake;

/// <summary>
/// Lets the web origins that a source lists, and our own, post from a browser and read the answer (CORS). Every other is refused: a browser
/// names the origin with each post, of a plain form too, and says <c>null</c> where the page hides it.
/// </summary>
internal static class CrossOrigin
{
    /// <summary>Adds what a browser asks for to an answer; nothing for an origin that is not listed.</summary>
    public static void Apply(HttpContext http, LeadSource source)
    {
        if (source.AllowOrigins.IsEmpty)
            return;

        var headers = http.Response.Headers;
        headers.Vary = "Origin";
        if (ListedOrigin(http.Request, source) is not { } origin)
            return;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = "Location, Retry-After";
    }

    /// <summary>Whether a browser posts from a page that the source does not list. Who names no origin is no browser.</summary>
    public static bool IsForeign(HttpRequest request, LeadSource source, Uri ours)
    {
        var origin = request.Headers.Origin.ToString();
        return !source.AllowOrigins.IsEmpty && origin.Length > 0 && ListedOrigin(request, source) is null
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && (from.Authority == ours.Authority || from.Authority == request.Host.Value));
    }

    /// <summary>Adds what the question before a post (preflight) asks for.</summary>
    public static void ApplyPreflight(HttpContext http, LeadSource source)
    {
        Apply(http, source);
        var headers = http.Response.Headers;
        if (headers.AccessControlAllowOrigin.Count == 0)
            return;
        headers.AccessControlAllowMethods = "POST";
        headers.AccessControlAllowHeaders = "Content-Type, X-Handoff-Key, Idempotency-Key";
        headers.AccessControlMaxAge = "600";
    }

    private static string? ListedOrigin(HttpRequest request, LeadSource source)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
            return null;

        foreach (var listed in source.AllowOrigins)
        {
            if (origin.AsSpan().Equals(listed.AsSpan().TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
                return origin;
        }

        return null;
    }
}
