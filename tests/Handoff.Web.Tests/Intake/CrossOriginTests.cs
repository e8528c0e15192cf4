using System.Text;
using Handoff.Service.Intake;
using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.Intake;

public sealed class CrossOriginTests
{
    [Fact]
    public async Task A_listed_origin_may_post_and_read_the_answer_even_a_mistake()
    {
        await using var receiver = await Receiver.StartAsync();

        using var stored = await receiver.PostAsync("{}", with: request => request.Headers.Add("Origin", "https://www.acme.example"));
        using var wrong = await receiver.PostAsync("{", with: request => request.Headers.Add("Origin", "https://www.acme.example"));

        Assert.All([stored, wrong], response =>
        {
            Assert.Equal("https://www.acme.example", response.Header("Access-Control-Allow-Origin"));
            Assert.Equal("Origin", response.Header("Vary"));
        });
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://www.acme.example.evil.example")]
    [InlineData("http://www.acme.example")]
    [InlineData("null")]
    public async Task Another_origin_gets_no_leave(string origin)
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("{}", with: request => request.Headers.Add("Origin", origin));
        using var preflight = await PreflightAsync(receiver, "website", origin);

        Assert.Equal("", response.Header("Access-Control-Allow-Origin"));
        Assert.Equal("", preflight.Header("Access-Control-Allow-Origin"));
        Assert.Equal("", preflight.Header("Access-Control-Allow-Methods"));
        Assert.Equal("Origin", preflight.Header("Vary"));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task Another_origin_is_refused_and_nothing_of_it_is_stored(string origin)
    {
        await using var receiver = await Receiver.StartAsync();

        using var json = await receiver.PostAsync("{}", with: request => request.Headers.Add("Origin", origin));

        await json.ProblemAsync(403);
        Assert.Null(receiver.Received);
    }

    [Fact]
    public async Task A_refused_origin_is_told_on_the_page_of_the_sources()
    {
        await using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads/website?key=demo")
        {
            Content = new StringContent("{\"email\":\"ada@heartofgold.example\"}", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await site.Client.SendAsync(request);

        await response.ProblemAsync(403);
        Assert.Equal(403, (await site.Services.GetRequiredService<SourceNews>().LastAsync(default))["website"].Status);
        Assert.Empty(await site.Services.GetRequiredService<IStreamStore>().ListAsync(StreamKind.Lead, default).ToListAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://localhost")]
    [InlineData("https://www.acme.example")]
    public async Task Our_own_pages_and_who_is_no_browser_post_as_before(string? origin)
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("{}", with: request => request.Headers.TryAddWithoutValidation("Origin", origin));

        Assert.Equal(202, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_listed_origin_is_told_what_it_may_send()
    {
        await using var receiver = await Receiver.StartAsync();

        using var preflight = await PreflightAsync(receiver, "website", "https://www.acme.example");

        Assert.Equal(204, (int)preflight.StatusCode);
        Assert.Equal("https://www.acme.example", preflight.Header("Access-Control-Allow-Origin"));
        Assert.Equal("POST", preflight.Header("Access-Control-Allow-Methods"));
        Assert.Contains("X-Handoff-Key", preflight.Header("Access-Control-Allow-Headers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preflight_of_an_unknown_source_is_404()
    {
        await using var receiver = await Receiver.StartAsync();

        using var preflight = await PreflightAsync(receiver, "nobody", "https://www.acme.example");

        await preflight.ProblemAsync(404);
    }

    private static async Task<HttpResponseMessage> PreflightAsync(Receiver receiver, string source, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, $"/api/leads/{source}");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        return await receiver.Site.Client.SendAsync(request);
    }
}
