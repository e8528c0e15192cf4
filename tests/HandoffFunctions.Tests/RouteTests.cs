using Handoff.Web;
using HandoffFunctions.Hosting;
using HandoffFunctions.Tests.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace HandoffFunctions.Tests;

/// <summary>Both hosts have the same routes: read from the code of both.</summary>
public sealed class RouteTests
{
    // At the root the embedded host greets a newcomer, and the app leads to the board.
    private static readonly string[] Embedded = [.. EmbeddedRoutes(), "GET ", "HEAD "];
    private static readonly string[] Functions = FunctionRoutes();

    [Fact]
    public void Every_route_of_the_embedded_host_has_its_function() => Assert.Empty(Embedded.Except(Functions, StringComparer.Ordinal));

    [Fact]
    public void Every_function_has_its_route_on_the_embedded_host() => Assert.Empty(Functions.Except(Embedded, StringComparer.Ordinal));

    [Fact]
    public void Every_function_is_open_to_all_because_who_may_do_what_is_decided_behind_it() =>
        Assert.All(Triggers(), trigger => Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel));

    [Fact]
    public void There_are_routes_to_compare() => Assert.True(Embedded.Length > 15, string.Join('\n', Embedded));

    private static string[] EmbeddedRoutes()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHandoff(Deployment.Settings("UseDevelopmentStorage=true", "agreement"));
        var app = builder.Build();
        app.MapHandoff();
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => Route(method, endpoint.RoutePattern.RawText!))).Distinct(StringComparer.Ordinal)];
    }

    private static string[] FunctionRoutes() =>
        [.. Triggers().SelectMany(trigger => trigger.Methods!.Select(method => Route(method, trigger.Route!)))];

    /// <summary>The name of a parameter of a route means nothing; one that can only be empty is the root.</summary>
    private static string Route(string method, string pattern) => pattern == "{nothing:maxlength(0)?}" ? Route(method, "") :
        $"{method.ToUpperInvariant()} {string.Join('/', pattern.Trim('/').Split('/').Select(part => part.StartsWith('{') ? "{" + part[part.IndexOf('}', StringComparison.Ordinal)..] : part))}";

    private static IEnumerable<HttpTriggerAttribute> Triggers() => FunctionFront.All.Select(one => one.Trigger);
}
