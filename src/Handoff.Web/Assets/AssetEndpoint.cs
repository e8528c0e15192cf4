using Handoff.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Assets;

/// <summary><c>/assets/{name}</c>: for a year under its fingerprint, else not to be kept.</summary>
internal static class AssetEndpoint
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/assets/{name}", Routes.GetAndHead, Serve).ExcludeFromDescription();

    public static IResult Serve(HttpContext http, string name) => AssetCatalog.Find(name) is { } asset
        ? new AssetAnswer(asset, http.Request.Query["v"] == asset.Fingerprint)
        : ProblemAnswer.Of(404, "There is no such asset.");

    private sealed class AssetAnswer(Asset asset, bool lasts) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            if (lasts)
                response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return TypedResults.Bytes(asset.Content, asset.MediaType).ExecuteAsync(httpContext);
        }
    }
}
