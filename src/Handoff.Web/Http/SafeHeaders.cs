using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

/// <summary>The headers that every answer carries: nothing is cached, framed, indexed, guessed or told to other sites.</summary>
internal static class SafeHeaders
{
    /// <summary>Of answers that are no pages.</summary>
    public const string NothingLoads = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Of pages: our one stylesheet and icon, forms to ourselves, no script.</summary>
    public const string OurPages =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Of pages that count down or refresh themselves: our own script too, which may ask us again.</summary>
    public const string LivePages = $"{OurPages}; script-src 'self'; connect-src 'self'";

    /// <summary>Sets them; an answer that is a page replaces the policy.</summary>
    public static void Apply(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = NothingLoads;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
