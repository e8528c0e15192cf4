using Handoff.People;
using Handoff.Service.Links;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.Links;

/// <summary>What opening a link shows, and to whom.</summary>
public sealed class LinkOpeningTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Opening_a_link_never_acts(string method)
    {
        await using var site = await LinkSite.Showing(Given.Page(LinkPurpose.Offer));
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/r/{site.Token(LinkPurpose.Offer)}?action=accept");

        using var response = await site.Client.SendAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(method == "HEAD", (await response.Content.ReadAsByteArrayAsync()).Length == 0);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_mail_scanner_that_opens_an_offer_does_not_learn_how_to_reach_the_person()
    {
        await using var site = await LinkSite.Showing(Given.Page(LinkPurpose.Offer));

        var html = await site.Client.GetStringAsync(new Uri($"/r/{site.Token(LinkPurpose.Offer)}", UriKind.Relative));

        Assert.Contains("72 points", html, StringComparison.Ordinal);
        Assert.Contains("by 11:00", html, StringComparison.Ordinal);
        Assert.DoesNotContain("rosa@bianchi.example", html, StringComparison.Ordinal);
        Assert.DoesNotContain("061234567", html, StringComparison.Ordinal);
        Assert.DoesNotContain("large plan", html, StringComparison.Ordinal);
        Assert.DoesNotContain("purchasing", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "m", LinkPurpose.Offer)]
    [InlineData("POST", "m", LinkPurpose.Offer)]
    [InlineData("GET", "r", LinkPurpose.Manage)]
    [InlineData("POST", "r", LinkPurpose.Manage)]
    public async Task A_link_under_the_wrong_path_is_404_and_does_not_act(string method, string path, LinkPurpose purpose)
    {
        await using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/{path}/{site.Token(purpose)}");
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([new("action", "accept")]);

        using var response = await site.Client.SendAsync(request);

        await response.PageAsync(404);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task An_altered_link_is_404_with_kind_words_in_the_browsers_language(string method)
    {
        await using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/r/altered");
        request.Headers.Add("Accept-Language", "fr, it;q=0.8, en;q=0.5");

        using var response = await site.Client.SendAsync(request);

        var page = await response.PageAsync(404);
        Assert.Equal("it", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Questo link non apre nulla", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_link_is_410_in_its_readers_language()
    {
        await using var site = await Site.StartAsync();
        var links = site.Services.GetRequiredService<ILinkProtector>();
        var over = Given.Grant(LinkPurpose.Offer) with { ExpiresAt = Given.Now };
        var gone = Given.Grant(LinkPurpose.Offer) with { Person = PersonId.Of("gone@acme.example") };

        using var opened = await site.Client.GetAsync($"/r/{links.Protect(over)}");
        using var form = new FormUrlEncodedContent([new("action", "accept")]);
        using var posted = await site.Client.PostAsync($"/r/{links.Protect(gone)}", form);

        Assert.Contains("scaduto", (await opened.PageAsync(410)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("This link is over", (await posted.PageAsync(410)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_lead_has_a_page_without_it()
    {
        var page = Given.Page(LinkPurpose.Offer) with { Item = null, IsOver = true, Notice = new(LinkNoticeCode.Erased) };
        await using var site = await LinkSite.Showing(page);

        var shown = await (await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}")).PageAsync();

        Assert.Contains("erased", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.Forms);
    }
}
