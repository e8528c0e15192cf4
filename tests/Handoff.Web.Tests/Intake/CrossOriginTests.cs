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
