using Handoff.Service.Links;
using Handoff.Service.Storage;

namespace Handoff.Web.Tests;

public sealed class EveryAnswerTests
{
    [Theory]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/scorecard", 404)]
    [InlineData("POST", "/api/metrics", 404)]
    [InlineData("PUT", "/api/leads/019aa0", 405)]
    public async Task What_is_not_there_is_a_problem(string method, string path, int status)
    {
        await using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await site.Client.SendAsync(request);

        await response.ProblemAsync(status);
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
        await using var site = await Site.StartAsync(with => with with
        {
            ReadHeartbeat = _ => Task.FromResult((false, new Service.Health.HeartbeatReport("silent", "The reconciler has not looked yet."))),
            ReadHealth = _ => Task.FromResult(new Service.Health.HealthReport(false, Given.Now, null, 3, Given.Now, 0, "2026-11", ["people.yaml:1:1: no"], 0, null, 1)),
        });

        using var live = await site.Client.GetAsync("/healthz");
        using var ready = await site.Client.GetAsync("/readyz");

        Assert.Equal(200, (int)live.StatusCode);
        Assert.Equal(503, (int)ready.StatusCode);
        var report = await ready.JsonAsync();
        Assert.False(report.GetProperty("storeAnswers").GetBoolean());
        Assert.Equal(3, report.GetProperty("overdue").GetInt32());
        Assert.Equal("2026-11-24T09:00:00Z", report.GetProperty("oldestOverdue").GetString());
    }

    [Fact]
    public async Task A_store_that_cannot_write_is_503_and_to_be_tried_again()
    {
        await using var site = await Site.StartAsync(with => with with { FindLead = (_, _) => throw new StoreUnavailableException("disk full") });
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
            with => with with { OpenLink = (_, _) => throw new InvalidOperationException("of rosa@bianchi.example") }, logs: logs);
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
