using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Links;
using Handoff.Web.Design;
using NodaTime;

namespace Handoff.Web.Tests.Links;

/// <summary>What a post is answered.</summary>
public sealed class LinkAnswerTests
{
    [Fact]
    public async Task Who_accepts_is_told_how_to_reach_the_person_by_when_and_what_comes_next()
    {
        var item = Given.Item(
            null, new MailLink("contacted", "https://handoff.example/r/next"), new MailLink("undo", "https://handoff.example/r/undo")) with
        {
            Clock = Given.Clock(ClockName.FirstContact),
        };
        await using var site = await LinkSite.Answering(
            Given.Page(LinkPurpose.Offer, item: item) with { Notice = new(LinkNoticeCode.YouAccepted) }, LinkResult.Done);

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
    public async Task Who_told_of_an_attempt_that_does_not_count_is_asked_for_the_next_one()
    {
        var notice = new LinkNotice(LinkNoticeCode.AttemptRecorded, At: Given.Now + Duration.FromHours(1));
        await using var site = await LinkSite.Answering(Given.Page(LinkPurpose.Contacted) with { Notice = notice }, LinkResult.Done);

        using var response = await LinkSite.PostAsync(site, LinkPurpose.Contacted, "r", "action=contacted&how=voicemail");

        var page = await response.PageAsync();
        Assert.Contains("it is no first contact yet", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("try again by 11:00", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("button[name=how][value=called]"));
    }

    [Fact]
    public async Task What_was_posted_in_vain_stands_in_its_form_again_and_in_no_other()
    {
        await using var site = await LinkSite.Answering(
            Given.Page(LinkPurpose.Feedback) with { Notice = new(LinkNoticeCode.Invalid, Field: "reason") }, LinkResult.Invalid);

        using var response =
            await LinkSite.PostAsync(site, LinkPurpose.Feedback, "r", "action=feedback&outcome=returned&note=They+%3Cmoved%3E+away");

        var page = await response.PageAsync(422);
        Assert.Equal("They <moved> away", page.QuerySelector("textarea")!.TextContent);
        Assert.True(page.QuerySelector("details.fold")!.HasAttribute("open"));
    }

    [Fact]
    public async Task What_took_effect_is_not_written_into_a_form_again()
    {
        await using var site = await LinkSite.Answering(
            Given.Page(LinkPurpose.Manage) with { Notice = new(LinkNoticeCode.AssignedTo, "Bruno Riva") }, LinkResult.Done);

        using var response = await LinkSite.PostAsync(site, LinkPurpose.Manage, "m", "action=assign&rep=a1&note=secret");

        Assert.DoesNotContain("secret", (await response.PageAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LateCause.OfferOver, "Bruno Riva has had the lead since 10:00")]
    [InlineData(LateCause.NotYours, "Bruno Riva has had it since 10:00")]
    public async Task What_is_over_says_who_has_it_since_when(LateCause cause, string says)
    {
        var notice = LinkNotice.TooLate(cause, "Bruno Riva", Given.Now);
        await using var site = await LinkSite.Showing(Given.Page(LinkPurpose.Offer) with { IsOver = true, Notice = notice });

        var page = await (await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}")).PageAsync();

        Assert.Contains(says, page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Forms);
    }

    [Theory]
    [InlineData(LinkNoticeCode.YouAccepted, null, Tone.Met)]
    [InlineData(LinkNoticeCode.ContactRecorded, null, Tone.Met)]
    [InlineData(LinkNoticeCode.TooLate, LateCause.AlreadyDeclined, Tone.Still)]
    [InlineData(LinkNoticeCode.TooLate, LateCause.OthersAccepted, Tone.AtRisk)]
    public async Task What_the_reader_did_themselves_is_no_warning_when_they_come_back(LinkNoticeCode code, LateCause? late, Tone tone)
    {
        var notice = new LinkNotice(code, "Bruno Riva", Given.Now) { Late = late };
        await using var site = await LinkSite.Showing(Given.Page(LinkPurpose.Offer) with { IsOver = true, Notice = notice });

        var page = await (await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}")).PageAsync();

        Assert.Contains(tone.Class(), page.QuerySelector(".notice")!.ClassList);
    }

    [Fact]
    public async Task An_answered_link_leads_on_and_gives_no_address_away()
    {
        string[] steps = ["https://handoff.example/r/next", "https://handoff.example/r/undo"];
        var item = Given.Item() with { Links = [new("contacted", steps[0]), new("undo", steps[1])] };
        var notice = new LinkNotice(LinkNoticeCode.YouAccepted, "Anna Greco", Given.Now);
        var answered = Given.Page(LinkPurpose.Offer, item: item) with { IsOver = true, Notice = notice };
        await using var site = await LinkSite.Showing(answered);

        var page = await (await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}")).PageAsync();

        Assert.Equal(steps, page.QuerySelectorAll("section a.button").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain("061234567", page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("rosa@bianchi.example", page.Body.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LateCause.OfferOver, "the lead has been offered to Bruno Riva since 10:00")]
    [InlineData(LateCause.NotYours, "it has been offered to Bruno Riva since 10:00")]
    public async Task Whoever_is_only_offered_the_lead_is_not_said_to_have_it(LateCause cause, string says)
    {
        var notice = LinkNotice.TooLate(cause, "Bruno Riva", Given.Now) with { IsOffered = true };
        await using var site = await LinkSite.Showing(Given.Page(LinkPurpose.Offer) with { IsOver = true, Notice = notice });

        var page = await (await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}")).PageAsync();

        Assert.Contains(says, page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_reads_whom_they_can_choose_with_team_and_when_each_would_be_told()
    {
        var choices = Given.Choices with
        {
            Reps = [
                new("a1", "Bruno Riva", 3, 15, OnShift: true, IsAway: false, "italy"),
                new("b2", "Carla Neri", 0, null, OnShift: false, IsAway: false, "italy", Given.Now + NodaTime.Duration.FromHours(6)),
                new("c3", "Zoe Hall", 0, null, OnShift: false, IsAway: true, "world"),
            ],
            HasIt = true,
            SnoozedUntil = Given.Now + NodaTime.Duration.FromHours(1),
        };
        await using var site = await LinkSite.Showing(Given.Page(LinkPurpose.Manage) with { Choices = choices });

        var page = await (await site.Client.GetAsync($"/m/{site.Token(LinkPurpose.Manage)}")).PageAsync();

        var picks = page.QuerySelectorAll("button.pick small").Select(one => one.TextContent).ToArray();
        Assert.Equal(["italy · 3 of 15 leads · on shift", "italy · 0 leads · off shift, told at 16:00", "world · 0 leads · away"], picks);
        Assert.Null(page.QuerySelector("button[value=take]"));
        Assert.Contains("Its alerts are silent for you until 11:00", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LinkResult.TooLate, 409)]
    [InlineData(LinkResult.Invalid, 422)]
    public async Task A_post_without_effect_says_so_by_its_status_and_shows_nobody_how_to_reach_the_person(LinkResult result, int status)
    {
        var notice = result == LinkResult.TooLate
            ? LinkNotice.TooLate(LateCause.OthersAccepted, "Bruno Riva", Given.Now)
            : new LinkNotice(LinkNoticeCode.Invalid, Field: "reason");
        await using var site =
            await LinkSite.Answering(Given.Page(LinkPurpose.Offer) with { Notice = notice, IsOver = result == LinkResult.TooLate }, result);

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
