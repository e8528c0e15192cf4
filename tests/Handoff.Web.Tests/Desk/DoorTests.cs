using System.Net;
using Handoff.Service.Storage;
using Handoff.Web.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.Desk;

/// <summary>Who may look without a session, and what is shown when the store does not answer.</summary>
public sealed class DoorTests
{
    private static readonly AdminAccess Embedded = new() { LoopbackWithoutKey = true };

    [Fact]
    public async Task The_machine_that_runs_the_embedded_host_looks_without_a_session()
    {
        await using var site = await Site.StartAsync(access: Embedded, from: "127.0.0.1");

        using var answer = await site.Client.GetAsync(new Uri("/board", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("you see everything", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "secret", false)]
    [InlineData("192.0.2.7", null, false)]
    [InlineData("127.0.0.1", null, true)]
    public async Task Nobody_else_does_and_not_even_that_machine_where_a_key_is_set_or_a_proxy_stands_between(
        string from, string? key, bool forwarded)
    {
        await using var site = await Site.StartAsync(access: Embedded with { Key = key }, from: from);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/board");
        if (forwarded)
            request.Headers.Add("X-Forwarded-For", "192.0.2.7");

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.SeeOther, "/signin"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("en", "Something broke")]
    [InlineData("it", "Qualcosa si è rotto")]
    public async Task A_store_that_does_not_answer_is_told_on_the_page(string language, string says)
    {
        await using var site = await Site.StartAsync(
            access: Embedded, from: "127.0.0.1", host: services => services.AddSingleton(Silent<IStreamStore>.Port));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/board");
        request.Headers.AcceptLanguage.ParseAdd(language);

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(says, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
