using Handoff.Agreements;
using Handoff.Service.Links;

namespace Handoff.Web.Tests.Links;

/// <summary>What a post is answered.</summary>
public sealed class LinkAnswerTests
{
    [Fact]
    public async Task Who_accepts_is_told_how_to_reach_the_person_by_when_and_what_comes_next()
    {
        var item = Given.Item(null, new MailLink("contacted", "https://handoff.example/r/next"), new MailLink("undo", "https://handoff.example/r/undo")) with
        {
            Clock = Given.Clock(ClockName.FirstContact),
        };
        await using var site = await LinkSite.Answering(Given.Page(LinkPurpose.Offer, item: item) with { Notice = new(LinkNoticeCode.YouAccepted) }, LinkResult.Done);

        using var response = await LinkSite.PostAsync(site, LinkPurpose.Offer, "r", "action=accept");

        var page = await response.PageAsync();
        Assert.Contains("record your first contact by 11:00", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='tel:+39061234567']"));
        Assert.NotNull(page.QuerySelector("a[href='mailto:rosa@bianchi.example']"));
        Assert.Contains("large plan", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='https://handoff.example/r/next']"));
        Assert.Empty(page.Forms);
    }

    [Fact]
    public async Task What_was_posted_in_vain_stands_in_its_form_again_and_in_no_other()
    {
        await using var site = await LinkSite.Answering(Given.Page(LinkPurpose.Feedback) with { Notice = new(LinkNoticeCode.Invalid, Field: "reason") }, LinkResult.Invalid);

        using var response = await LinkSite.PostAsync(site, LinkPurpose.Feedback, "r", "action=feedback&outcome=returned&note=They+%3Cmoved%3E+away");

        var page = await response.PageAsync(422);
        Assert.Equal("They <moved> away", page.QuerySelector("textarea")!.TextContent);
        Assert.True(page.QuerySelector("details.fold")!.HasAttribute("open"));
    }

    [Fact]
    public async Task What_took_effect_is_not_written_into_a_form_again()
    {
        await using var site = await LinkSite.Answering(Given.Page(LinkPurpose.Manage) with { Notice = new(LinkNoticeCode.AssignedTo, "Bruno Riva") }, LinkResult.Done);

        using var response = await LinkSite.PostAsync(site, LinkPurpose.Manage, "m", "action=assign&rep=a1&note=secret");

        Assert.DoesNotContain("secret", (await response.PageAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LinkNoticeCode.OfferOver, "Bruno Riva has had the lead since 10:00")]
    [InlineData(LinkNoticeCode.NotYours, "Bruno Riva has had it since 10:00")]
    public async Task What_is_over_says_who_has_it_since_when(LinkNoticeCode code, string says)
    {
        await using var site = await LinkSite.Showing(Given.Page(LinkPurpose.Offer) with { IsOver = true, Notice = new(code, "Bruno Riva", Given.Now) });

        var page = await (await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}")).PageAsync();

        Assert.Contains(says, page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Forms);
    }

    [Theory]
    [InlineData(LinkResult.TooLate, 409)]
    [InlineData(LinkResult.Invalid, 422)]
    public async Task A_post_without_effect_says_so_by_its_status_and_shows_nobody_how_to_reach_the_person(LinkResult result, int status)
    {
        var notice = new LinkNotice(result == LinkResult.TooLate ? LinkNoticeCode.OthersAccepted : LinkNoticeCode.Invalid, "Bruno Riva", Given.Now, "reason");
        await using var site = await LinkSite.Answering(Given.Page(LinkPurpose.Offer) with { Notice = notice, IsOver = result == LinkResult.TooLate }, result);

        using var response = await LinkSite.PostAsync(site, LinkPurpose.Offer, "r", "action=decline");

        var page = await response.PageAsync(status);
        Assert.DoesNotContain("061234567", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            result == LinkResult.TooLate ? "Bruno Riva accepted this lead at 10:00" : "please choose a reason",
            page.Body.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(result == LinkResult.Invalid, page.Forms.Length > 0);
    }
}
