using System.Text.Json;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.OpenApi;

public sealed class OpenApiTests
{
    private static readonly string[] NotDescribed =
    [
        "/assets/{name}", "/openapi/{documentName}.json", "/reference/{documentName?}", "/reference/scalar.js",
        "/reference/scalar.aspnetcore.js", "/reference/favicon.svg",
    ];

    [Fact]
    public async Task Every_route_is_described()
    {
        await using var site = await Site.StartAsync();
        var paths = (await DocumentAsync(site)).GetProperty("paths");

        var routes = site.Services.GetServices<EndpointDataSource>()
            .Concat([site.Services.GetRequiredService<EndpointDataSource>()])
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
        var missing =
            from route in routes
            let path = "/" + route.RoutePattern.RawText!.TrimStart('/')
            where !NotDescribed.Contains(path)
            from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
            where method != "OPTIONS"
            where !IsDescribed(paths, path, method)
            select $"{method} {path}";

        Assert.Empty(missing);
        Assert.True(paths.EnumerateObject().Count() >= 11);
    }

    [Fact]
    public async Task Every_status_that_is_answered_with_a_problem_has_a_code_and_a_page_of_its_own()
    {
        await using var site = await Site.StartAsync();
        var responses = (await DocumentAsync(site)).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .SelectMany(operation => operation.Value.GetProperty("responses").EnumerateObject());
        var statuses = responses
            .Where(answer => answer.Value.TryGetProperty("content", out var content)
                && content.TryGetProperty("application/problem+json", out _))
            .Select(answer => int.Parse(answer.Name, System.Globalization.CultureInfo.InvariantCulture)).Distinct().ToList();

        Assert.True(statuses.Count >= 8, $"{statuses.Count} statuses");
        foreach (var status in statuses)
        {
            var code = ProblemTypes.Of(status);
            Assert.NotEqual((status, ProblemTypes.Refused), (status, code));
            var page = JsonDocument.Parse(await site.Client.GetStringAsync($"/problems/{code}")).RootElement;
            Assert.Equal((code, status), (page.GetProperty("code").GetString(), page.GetProperty("status").GetInt32()));
        }
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_and_every_answer_says_when_it_is_given()
    {
        await using var site = await Site.StartAsync();
        var document = await DocumentAsync(site);

        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value).ToList();

        Assert.Equal(
            operations.Count,
            operations.Select(operation => operation.GetProperty("operationId").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            operations.SelectMany(operation => operation.GetProperty("responses").EnumerateObject()),
            response => Assert.False(string.IsNullOrEmpty(response.Value.GetProperty("description").GetString())));
    }

    [Fact]
    public async Task What_an_operation_does_is_said_for_its_callers_and_not_by_the_comments_of_the_code()
    {
        await using var site = await Site.StartAsync();
        var document = await DocumentAsync(site);

        string Summary(string path, string method) =>
            document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("summary").GetString()!;

        Assert.Equal("Takes a lead", Summary("/api/leads/{source}", "post"));
        Assert.Equal("Reads the life of a lead", Summary("/api/leads/{id}", "get"));
        Assert.Equal("Lists administrative acts, the newest first", Summary("/api/audit", "get"));
        Assert.Equal("Shows what a link in a mail is about; changes nothing", Summary("/r/{token}", "get"));
    }

    [Fact]
    public async Task The_intake_is_described_with_its_bodies_keys_and_problems()
    {
        await using var site = await Site.StartAsync();
        var document = await DocumentAsync(site);

        var intake = document.GetProperty("paths").GetProperty("/api/leads/{source}").GetProperty("post");

        Assert.Equal(
            ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"],
            intake.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(content => content.Name));
        Assert.Equal(
            ["200", "202", "303", "400", "401", "403", "404", "413", "415", "422", "429", "503"],
            intake.GetProperty("responses").EnumerateObject().Select(response => response.Name));
        Assert.Equal(2, intake.GetProperty("security").GetArrayLength());
        Assert.Contains(
            "application/problem+json",
            intake.GetProperty("responses").GetProperty("422").GetProperty("content").EnumerateObject().Select(content => content.Name));
    }

    [Fact]
    public async Task Every_reference_leads_somewhere_and_instants_are_date_times()
    {
        await using var site = await Site.StartAsync();
        var document = await DocumentAsync(site);

        Assert.All(References(document), reference => Assert.True(Resolves(document, reference), reference));
        Assert.Equal("3.1", document.GetProperty("openapi").GetString()![..3]);
        var startedAt = document.GetProperty("components").GetProperty("schemas").GetProperty("ClockView").GetProperty("properties")
            .GetProperty("startedAt");
        if (startedAt.TryGetProperty("$ref", out var reference))
            startedAt = Find(document, reference.GetString()!)!.Value;
        Assert.Equal("date-time", startedAt.GetProperty("format").GetString());
    }

    private static bool IsDescribed(JsonElement paths, string path, string method) =>
        paths.TryGetProperty(path, out var described)
            && described.EnumerateObject().Any(operation => operation.Name.Equals(method, StringComparison.OrdinalIgnoreCase));

    private static async Task<JsonElement> DocumentAsync(Site site)
    {
        using var response = await site.Client.GetAsync("/openapi/v1.json");
        Assert.Equal(200, (int)response.StatusCode);
        return await response.JsonAsync();
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name == "$ref" && property.Value.ValueKind == JsonValueKind.String ? [property.Value.GetString()!]
                : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static bool Resolves(JsonElement document, string reference) => Find(document, reference) is not null;

    private static JsonElement? Find(JsonElement document, string reference)
    {
        var at = document;
        foreach (var part in reference.TrimStart('#', '/').Split('/'))
        {
            if (!at.TryGetProperty(part.Replace("~1", "/", StringComparison.Ordinal), out at))
                return null;
        }

        return at;
    }
}
