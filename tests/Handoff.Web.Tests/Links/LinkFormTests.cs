using AngleSharp.Html.Dom;
using Handoff.Service.Links;

namespace Handoff.Web.Tests.Links;

/// <summary>The forms of link pages, and what they post.</summary>
public sealed class LinkFormTests
{
    [Theory]
    [InlineData(LinkPurpose.Offer, "r", "action=accept|action=decline,note,reason=not_a_fit,reason=no_time")]
    [InlineData(LinkPurpose.Undo, "r", "action=undo")]
    [InlineData(LinkPurpose.Contacted, "r", "action=contacted,note,next,how=called,how=voicemail,how=e-mailed,how=meeting")]
    [InlineData(
        LinkPurpose.Feedback, "r",
        "action=feedback,outcome=qualified|action=feedback,outcome=returned,note,reason=not_a_fit,reason=no_time|action=later,next")]
    [InlineData(LinkPurpose.Manage, "m", "action=take|action=assign,note,rep=a1,rep=b2|action=snooze,until=2026-11-24T10:00:00Z," +
        "until=2026-11-24T13:00:00Z,until=2026-11-25T09:00:00Z")]
    [InlineData(LinkPurpose.Absence, "r", "action=away,from,until")]
    public async Task A_page_has_the_forms_of_its_purpose(LinkPurpose purpose, string path, string forms)
    {
        await using var site = await LinkSite.Showing(Given.Page(purpose));

        var page = await (await site.Client.GetAsync($"/{path}/{site.Token(purpose)}")).PageAsync();

        Assert.Equal(forms, string.Join('|', page.Forms.Select(Fields)));
        Assert.All(page.Forms, form => Assert.Equal("post", form.Method));
    }

    [Fact]
    public async Task A_manager_can_say_to_be_on_it_and_sees_who_is()
    {
        var (on, until) = (Given.Now + NodaTime.Duration.FromHours(1), Given.Now + NodaTime.Duration.FromMinutes(30));
        await using var site = await LinkSite.Showing(
            Given.Page(LinkPurpose.Manage) with { Choices = new() { OnItUntil = on, IsOnIt = ("Luca Neri", until) } });

        var page = await (await site.Client.GetAsync($"/m/{site.Token(LinkPurpose.Manage)}")).PageAsync();

        Assert.Equal("action=take|action=acknowledge", string.Join('|', page.Forms.Select(Fields)));
        Assert.Contains("Luca Neri is on it until 10:30", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_away_can_say_that_they_are_back()
    {
        var away = Given.Page(LinkPurpose.Absence) with { Choices = new() { IsAway = true } };
        await using var site = await LinkSite.Showing(away);

        var page = await (await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Absence)}")).PageAsync();

        Assert.Equal("action=back|action=away,from,until", string.Join('|', page.Forms.Select(Fields)));
    }

    [Fact]
    public async Task The_form_reaches_the_use_case_and_an_empty_field_was_not_given()
    {
        LinkForm? received = null;
        await using var site = await LinkSite.Answering(Given.Page(LinkPurpose.Manage), LinkResult.Done, form => received = form);

        using var response =
            await LinkSite.PostAsync(site, LinkPurpose.Manage, "m", "action=assign&rep=a1&note=+&until=&outcome=x&how=y&reason=z");

        Assert.Equal(new LinkForm { Action = "assign", Rep = "a1", Outcome = "x", How = "y", Reason = "z" }, received);
    }

    [Theory]
    [InlineData("application/json", 415)]
    [InlineData("application/x-www-form-urlencoded", 413)]
    public async Task A_form_that_is_none_or_too_large_is_refused_with_a_page(string mediaType, int status)
    {
        await using var site = await Site.StartAsync();
        using var content =
            new StringContent($"note={new string('x', 64 * 1024)}", new System.Net.Http.Headers.MediaTypeHeaderValue(mediaType));

        using var response = await site.Client.PostAsync($"/r/{site.Token(LinkPurpose.Offer)}", content);

        await response.PageAsync(status);
    }

    private static string Fields(IHtmlFormElement form) => string.Join(',', form.QuerySelectorAll("[name]").Select(field => field switch
    {
        IHtmlInputElement { Type: "hidden" } hidden => $"{hidden.Name}={hidden.Value}",
        IHtmlButtonElement button => $"{button.Name}={button.Value}",
        _ => field.GetAttribute("name"),
    }));
}
