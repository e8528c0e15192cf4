using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace Handoff.Web.OpenApi;

/// <summary>
/// <c>/reference</c>: the description as a page to read and to try. Its script comes from this host and asks this host alone; a nonce of
/// each answer, and nothing else, lets its styles in.
/// </summary>
internal static class ReferencePage
{
    public static void Map(IEndpointRouteBuilder app) => app.MapScalarApiReference("/reference", static (options, http) =>
    {
        var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = PolicyWith(nonce);
        options.WithTitle("Handoff: the API").WithOpenApiRoutePattern("/openapi/v1.json").WithNonce(nonce)
            .AddHeadContent($"""<meta property="csp-nonce" nonce="{nonce}" content="{nonce}" />""")
            .DisableAgent().DisableMcp().HideDeveloperTools().HideClientButton().DisableDefaultFonts().DisableTelemetry();
    }).ExcludeFromDescription();

    private static string PolicyWith(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
}
