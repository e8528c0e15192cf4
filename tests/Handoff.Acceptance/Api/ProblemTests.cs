using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Api;

/// <summary>The type of a problem is an address, and there somebody finds what it means.</summary>
public abstract class ProblemTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task Every_code_has_a_page_in_both_languages_and_JSON_for_programs()
    {
        await using var host = await THost.StartAsync();
        var all = await host.Visitor.GetFromJsonAsync<JsonElement>(new Uri("/problems", UriKind.Relative));
        var list = await PageAsync(host, "/problems", "en");
        Assert.True(all.GetArrayLength() >= 16, $"{all.GetArrayLength()} kinds");
        foreach (var kind in all.EnumerateArray())
        {
            var code = kind.GetProperty("code").GetString()!;
            var one = await host.Visitor.GetFromJsonAsync<JsonElement>(PathOf(kind));
            Assert.Equal(kind.GetRawText(), one.GetRawText());
            var (english, italian) = (await PageAsync(host, $"/problems/{code}", "en"), await PageAsync(host, $"/problems/{code}", "it"));
            Assert.Contains(one.GetProperty("meaning").GetString()!, english, StringComparison.Ordinal);
            Assert.Contains(one.GetProperty("remedy").GetString()!, english, StringComparison.Ordinal);
            Assert.DoesNotContain(one.GetProperty("meaning").GetString()!, italian, StringComparison.Ordinal);
            Assert.Contains(code, list, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync("/problems/none")).Status);
    }

    [HostFact]
    public async Task What_a_program_is_refused_leads_to_the_page_of_its_code()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var reads = await ApiCaller.WithAsync(host, "read");
        (HttpStatusCode Status, string Code, HttpRequestMessage Request)[] asked =
        [
            (HttpStatusCode.BadRequest, "unreadable", Post("/api/leads/website", "{", key: "demo")),
            (HttpStatusCode.BadRequest, "wrong-parameter", Get("/api/leads?colour=red", reads.Key)),
            (HttpStatusCode.Unauthorized, "unknown-key", Post("/api/leads/website", "{}", key: "wrong")),
            (HttpStatusCode.Forbidden, "missing-scope", Get("/api/audit", reads.Key)),
            (HttpStatusCode.NotFound, "not-found", Get("/api/leads/0123456789abcdef", reads.Key)),
            (HttpStatusCode.MethodNotAllowed, "wrong-method", new(HttpMethod.Put, "/api/leads/website")),
            (HttpStatusCode.RequestEntityTooLarge, "too-large", Post("/api/leads/website", new string(' ', 3 << 19), key: "demo")),
            (HttpStatusCode.UnsupportedMediaType, "wrong-format", Post("/api/leads/website", "x", "text/plain", "demo")),
            (HttpStatusCode.UnprocessableEntity, "unusable", Post("/api/leads/website", "{}", key: "demo")),
        ];
        foreach (var (status, code, request) in asked)
            await AssertLeadsAsync(host, host.Visitor, status, code, request);
        await AssertLeadsAsync(
            host, host.Http, HttpStatusCode.Conflict, "not-now", Post($"/api/leads/{lead}/outcome", """{"outcome":"won"}"""));
    }

    private static async Task AssertLeadsAsync(
        ProductHost host, HttpClient client, HttpStatusCode status, string code, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await client.SendAsync(request);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((status, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
            Assert.StartsWith(host.PublicUrl, problem.GetProperty("type").GetString(), StringComparison.Ordinal);
            var page = await host.Visitor.GetFromJsonAsync<JsonElement>(PathOf(problem));
            Assert.Equal(
                (code, (int)status, problem.GetProperty("type").GetString()),
                (page.GetProperty("code").GetString(), page.GetProperty("status").GetInt32(), page.GetProperty("type").GetString()));
        }
    }

    private static Uri PathOf(JsonElement problem) =>
        new(new Uri(problem.GetProperty("type").GetString()!).PathAndQuery, UriKind.Relative);

    private static HttpRequestMessage Get(string path, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", key);
        return request;
    }

    private static HttpRequestMessage Post(string path, string body, string mediaType = "application/json", string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        if (key is not null)
            request.Headers.Add("X-Handoff-Key", key);
        return request;
    }

    private static async Task<string> PageAsync(ProductHost host, string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new("text/html"));
        request.Headers.AcceptLanguage.Add(new(language));
        using var answer = await host.Visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var document = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
        return document.QuerySelector("main")!.TextContent;
    }
}
