using Handoff.Service.Links;
using Handoff.Service.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Web.Tests;

public sealed class EveryAnswerTests
{
    [Theory]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/scorecard/none", 404)]
    [InlineData("POST", "/api/simulation", 404)]
    [InlineData("PUT", "/api/leads/019aa0", 405)]
    public async Task What_is_not_there_is_a_problem(string method, string path, int status)
    {
        await using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await site.Client.SendAsync(request);

        await response.ProblemAsync(status);
    }

    [Theory]
    [InlineData("GET", "/nothing", 404, "There is nothing here", "/board")]
    [InlineData("GET", "/api/nothing", 404, "There is nothing here", null)]
    [InlineData("GET", "/api/leads/website", 401, "This page is not open to you", null)]
    [InlineData("PUT", "/board", 405, "This address is not a page", "/board")]
    [InlineData("GET", "/api/people", 401, "This page is not open to you", null)]
    public async Task A_person_is_told_on_a_page_with_a_way_on(string method, string path, int status, string heading, string? onwards)
    {
        await using var site = await Site.StartAsync(from: "203.0.113.7");
        using var request = AsBrowser(new(new HttpMethod(method), path));

        using var response = await site.Client.SendAsync(request);

        var page = await response.PageAsync(status);
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(onwards, page.QuerySelector("main a")?.GetAttribute("href"));
        Assert.DoesNotContain("openapi", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_told_that_something_broke_and_nothing_of_it()
    {
        await using var site = await Site.StartAsync(
            instead: app => app.MapGet("/broken", string () => throw new InvalidOperationException("of rosa@bianchi.example")).First());
        using var request = AsBrowser(new(HttpMethod.Get, "/broken"), "it");

        using var response = await site.Client.SendAsync(request);

        var page = await response.PageAsync(500);
        Assert.Equal("Qui si è rotto qualcosa", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("rosa", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static HttpRequestMessage AsBrowser(HttpRequestMessage request, string language = "en")
    {
        request.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        request.Headers.Add("Accept-Language", language);
        return request;
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/api/people")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/r/altered")]
    [InlineData("/assets/handoff.css")]
    [InlineData("/mailbox")]
    public async Task Every_answer_carries_the_safe_headers(string path)
    {
        await using var site = await Site.StartAsync();

        using var response = await site.Client.GetAsync(path);

        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", response.Header("Referrer-Policy"));
        Assert.Equal("DENY", response.Header("X-Frame-Options"));
        Assert.StartsWith("default-src 'none'", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_serves_even_while_the_store_does_not_answer()
    {
        await using var site = await Site.StartAsync(host: services => services.AddSingleton(Silent<IStreamStore>.Port));

        using var live = await site.Client.GetAsync("/healthz");
        using var ready = await site.Client.GetAsync("/readyz");

        Assert.Equal(200, (int)live.StatusCode);
        Assert.Equal(503, (int)ready.StatusCode);
        var report = await ready.JsonAsync();
        Assert.False(report.GetProperty("storeAnswers").GetBoolean());
        Assert.Equal("2026-11-24T09:00:00Z", report.GetProperty("now").GetString());
    }

    [Fact]
    public async Task What_is_overdue_is_told()
    {
        await using var site = await Site.StartAsync();
        using var posted = new HttpRequestMessage(HttpMethod.Post, "/api/leads/website")
        {
            Content = new StringContent(
                """{"email":"rosa@bianchi.example","form":"demo"}""", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "X-Handoff-Key", "demo" } },
        };
        using var taken = await site.Client.SendAsync(posted);
        Assert.Equal(202, (int)taken.StatusCode);
        site.Pass(Duration.FromMinutes(10));

        using var ready = await site.Client.GetAsync("/readyz");

        var report = await ready.JsonAsync();
        Assert.True(report.GetProperty("storeAnswers").GetBoolean());
        Assert.Equal(1, report.GetProperty("overdue").GetInt32());
        Assert.Equal("2026-11-24T09:00:00Z", report.GetProperty("oldestOverdue").GetString());
    }

    [Fact]
    public async Task A_store_that_cannot_write_is_503_and_to_be_tried_again()
    {
        await using var site = await Site.StartAsync(host: services => services.AddSingleton(Silent<IStreamStore>.Port));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/leads/019aa0");
        request.Headers.Authorization = new("Bearer", "secret");

        using var response = await site.Client.SendAsync(request);

        await response.ProblemAsync(503);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task What_breaks_is_500_without_details_and_logged_without_anything_personal()
    {
        using var logs = new LogLines();
        await using var site = await Site.StartAsync(
            logs: logs,
            instead: app => app.MapGet("/r/{token}", string () => throw new InvalidOperationException("of rosa@bianchi.example")).First());
        var token = site.Token(LinkPurpose.Offer);

        using var response = await site.Client.GetAsync($"/r/{token}?key=demo-key");

        await response.ProblemAsync(500);
        var body = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("rosa", body, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", body, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException at /r/{token}", logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain("rosa", logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain(token, logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain("demo-key", logs.All, StringComparison.Ordinal);
    }
}
