using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Handoff.Acceptance.Hosting;

/// <summary>A route that a host serves, with one of its methods.</summary>
public sealed record ProductRoute(string Method, string Pattern)
{
    /// <summary>The routes of a host's own endpoints.</summary>
    public static IEnumerable<ProductRoute> Of(IEndpointRouteBuilder app) =>
        from endpoint in app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select new ProductRoute(method, Named(endpoint.RoutePattern));

    /// <summary>Whether a request to an address is this route's.</summary>
    public bool Takes(string method, string path) =>
        method == Method && new TemplateMatcher(new RouteTemplate(RoutePatternFactory.Parse(Pattern)), []).TryMatch(path, []);

    /// <summary>How special a pattern is: of those that take an address the one with the most words in it does.</summary>
    public int Words => Pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).Count(part => !part.StartsWith('{'));

    private static string Named(RoutePattern pattern) => "/" + pattern.RawText!.Trim('/');
}
