using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Http;

/// <summary>Maps what can be looked at.</summary>
internal static class Routes
{
    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    public static RouteHandlerBuilder MapGetAndHead(this IEndpointRouteBuilder app, string pattern, Delegate handler) =>
        app.MapMethods(pattern, GetAndHead, handler);
}
