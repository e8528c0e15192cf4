using Handoff.Service.Links;

namespace Handoff.Web.Tests.Links;

/// <summary>What holds of every link page whatever stands in it.</summary>
public sealed class LinkSafetyTests
{
    [Fact]
    public async Task HTML_and_right_to_left_text_in_every_field_is_text_set_apart()
    {
        const string Evil = "\u202E<script>alert(1)</script>\"'<img src=x onerror=alert(1)>";
        var record =
            Given.Record() with
            {
                Name = Evil,
                Company = Evil,
                JobTitle = Evil,
                Email = Evil,
                Phone = Evil,
                Country = Evil,
                Message = Evil
            };
        var shown = Given.Page(LinkPurpose.Manage, Given.Anna(name: Evil), Given.Item(record) with { OwnerName = Evil }) with
        {
            Notice = new(LinkNoticeCode.YouTook),
            Choices = Given.Choices with { Reps = [new(Evil, Evil, 1, 2, OnShift: true, IsAway: false)] },
        };
        await using var site = await LinkSite.Answering(shown, LinkResult.Done);

        using var response = await LinkSite.PostAsync(site, LinkPurpose.Manage, "m", "action=take");

        var page = await response.PageAsync();
        Assert.Empty(page.QuerySelectorAll("script, img, style, [style]"));
        Assert.Equal(9, page.QuerySelectorAll("bdi").Count(bdi => bdi.TextContent == Evil));
        Assert.Empty(page.QuerySelectorAll("a"));
        Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_pages_are_not_kept_framed_indexed_or_told_to_others_and_run_no_script()
    {
        await using var site = await LinkSite.Showing(Given.Page(LinkPurpose.Offer));

        using var response = await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}");

        Assert.Equal("no-store", response.Header("Cache-Control"));
        Assert.Equal("no-referrer", response.Header("Referrer-Policy"));
        Assert.Contains("noindex", response.Header("X-Robots-Tag"), StringComparison.Ordinal);
        Assert.Equal("DENY", response.Header("X-Frame-Options"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            response.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task The_stylesheet_of_a_page_may_be_kept_as_long_as_its_fingerprint_is_right()
    {
        await using var site = await LinkSite.Showing(Given.Page(LinkPurpose.Offer));
        var page = await (await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}")).PageAsync();

        using var kept = await site.Client.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        using var other = await site.Client.GetAsync("/assets/handoff.css?v=old");

        Assert.Equal("text/css; charset=utf-8", kept.Content.Headers.ContentType?.ToString());
        Assert.Contains("immutable", kept.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("no-store", other.Header("Cache-Control"));
    }
}
