using AngleSharp.Html.Dom;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Service.Links;

namespace Handoff.Web.Tests.Links;

public sealed class LinkPageTests
{
    [Theory]
    [InlineData(LinkPurpose.Offer, "r", "action=accept|action=decline,reason,reason,note")]
    [InlineData(LinkPurpose.Undo, "r", "action=undo")]
    [InlineData(LinkPurpose.Contacted, "r", "action=contacted,note,how=called,how=voicemail,how=e-mailed,how=meeting")]
    [InlineData(LinkPurpose.Feedback, "r", "action=feedback,outcome=qualified|action=feedback,outcome=returned,reason,reason,note")]
    [InlineData(LinkPurpose.Manage, "m", "action=take|action=assign,rep,note|action=snooze,until")]
    [InlineData(LinkPurpose.Absence, "r", "action=away,until")]
    public async Task A_page_has_the_forms_of_its_purpose(LinkPurpose purpose, string path, string forms)
    {
        await using var site = await Showing(Given.Page(purpose));

        var page = await (await site.Client.GetAsync($"/{path}/{site.Token(purpose)}")).PageAsync();

        Assert.Equal(forms, string.Join('|', page.Forms.Select(Fields)));
        Assert.All(page.Forms, form => Assert.Equal("post", form.Method));
    }

    [Fact]
    public async Task Who_is_away_can_say_that_they_are_back()
    {
        var away = Given.Page(LinkPurpose.Absence) with { Choices = new() { IsAway = true } };
        await using var site = await Showing(away);

        var page = await (await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Absence)}")).PageAsync();

        Assert.Equal("action=back|action=away,until", string.Join('|', page.Forms.Select(Fields)));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Opening_a_link_never_acts(string method)
    {
        await using var site = await Showing(Given.Page(LinkPurpose.Offer));
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/r/{site.Token(LinkPurpose.Offer)}?action=accept");

        using var response = await site.Client.SendAsync(request);

        // The use case that acts throws in this site.
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(method == "HEAD", (await response.Content.ReadAsByteArrayAsync()).Length == 0);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_mail_scanner_that_opens_an_offer_does_not_learn_how_to_reach_the_person()
    {
        await using var site = await Showing(Given.Page(LinkPurpose.Offer));

        var html = await site.Client.GetStringAsync(new Uri($"/r/{site.Token(LinkPurpose.Offer)}", UriKind.Relative));

        Assert.Contains("hot, 72 points", html, StringComparison.Ordinal);
        Assert.Contains("at 11:00", html, StringComparison.Ordinal);
        Assert.DoesNotContain("rosa@bianchi.example", html, StringComparison.Ordinal);
        Assert.DoesNotContain("061234567", html, StringComparison.Ordinal);
        Assert.DoesNotContain("large plan", html, StringComparison.Ordinal);
        Assert.DoesNotContain("purchasing", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_accepts_is_told_how_to_reach_the_person_by_when_and_what_comes_next()
    {
        var item = Given.Item(null, new MailLink("contacted", "https://handoff.example/r/next"), new MailLink("undo", "https://handoff.example/r/undo")) with
        {
            Clock = Given.Clock(ClockName.FirstContact),
        };
        await using var site = await Answering(Given.Page(LinkPurpose.Offer, item: item) with { Notice = new(LinkNoticeCode.YouAccepted) }, LinkResult.Done);

        using var response = await PostAsync(site, LinkPurpose.Offer, "r", "action=accept");

        var page = await response.PageAsync();
        Assert.Contains("record your first contact by 11:00", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='tel:+39061234567']"));
        Assert.NotNull(page.QuerySelector("a[href='mailto:rosa@bianchi.example']"));
        Assert.Contains("large plan", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='https://handoff.example/r/next']"));
        Assert.Empty(page.Forms);
    }

    [Theory]
    [InlineData(LinkResult.TooLate, 409)]
    [InlineData(LinkResult.Invalid, 422)]
    public async Task A_post_without_effect_says_so_by_its_status_and_shows_nobody_how_to_reach_the_person(LinkResult result, int status)
    {
        var notice = new LinkNotice(result == LinkResult.TooLate ? LinkNoticeCode.OthersAccepted : LinkNoticeCode.Invalid, "Bruno Riva", Given.Now, "reason");
        await using var site = await Answering(Given.Page(LinkPurpose.Offer) with { Notice = notice, IsOver = result == LinkResult.TooLate }, result);

        using var response = await PostAsync(site, LinkPurpose.Offer, "r", "action=decline");

        var page = await response.PageAsync(status);
        Assert.DoesNotContain("061234567", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            result == LinkResult.TooLate ? "Bruno Riva accepted this lead at 10:00" : "please choose a reason",
            page.Body.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(result == LinkResult.Invalid, page.Forms.Length > 0);
    }

    [Fact]
    public async Task The_form_reaches_the_use_case_and_an_empty_field_was_not_given()
    {
        LinkForm? received = null;
        await using var site = await Site.StartAsync(with => with with
        {
            ActOnLink = (_, form, _) =>
            {
                received = form;
                return Task.FromResult(new LinkAnswer(Given.Page(LinkPurpose.Manage), LinkResult.Done));
            },
        });

        using var response = await PostAsync(site, LinkPurpose.Manage, "m", "action=assign&rep=a1&note=+&until=&outcome=x&how=y&reason=z");

        Assert.Equal(new LinkForm { Action = "assign", Rep = "a1", Outcome = "x", How = "y", Reason = "z" }, received);
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
        await using var site = await Site.StartAsync(with => with with
        {
            OpenLink = (_, _) => Task.FromResult<LinkPage>(new LinkPage.Expired(Given.Anna(Language.It))),
            ActOnLink = (_, _, _) => Task.FromResult(new LinkAnswer(new LinkPage.Expired(null), LinkResult.NoLink)),
        });

        using var opened = await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}");
        using var posted = await PostAsync(site, LinkPurpose.Offer, "r", "action=accept");

        Assert.Contains("scaduto", (await opened.PageAsync(410)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("This link is over", (await posted.PageAsync(410)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", 415)]
    [InlineData("application/x-www-form-urlencoded", 413)]
    public async Task A_form_that_is_none_or_too_large_is_refused_with_a_page(string mediaType, int status)
    {
        await using var site = await Site.StartAsync();
        using var content = new StringContent($"note={new string('x', 64 * 1024)}", new System.Net.Http.Headers.MediaTypeHeaderValue(mediaType));

        using var response = await site.Client.PostAsync($"/r/{site.Token(LinkPurpose.Offer)}", content);

        await response.PageAsync(status);
    }

    [Fact]
    public async Task HTML_and_right_to_left_text_in_every_field_is_text_set_apart()
    {
        const string Evil = "\u202E<script>alert(1)</script>\"'<img src=x onerror=alert(1)>";
        var record = Given.Record() with { Name = Evil, Company = Evil, JobTitle = Evil, Email = Evil, Phone = Evil, Country = Evil, Message = Evil };
        var shown = Given.Page(LinkPurpose.Manage, Given.Anna(name: Evil), Given.Item(record) with { OwnerName = Evil }) with
        {
            Notice = new(LinkNoticeCode.YouTook),
            Choices = Given.Choices with { Reps = [new(Evil, Evil, 1, 2, OnShift: true, IsAway: false)] },
        };
        await using var site = await Answering(shown, LinkResult.Done);

        using var response = await PostAsync(site, LinkPurpose.Manage, "m", "action=take");

        var page = await response.PageAsync();
        Assert.Empty(page.QuerySelectorAll("script, img, style, [style]"));
        Assert.Equal(9, page.QuerySelectorAll("bdi").Count(bdi => bdi.TextContent == Evil));
        Assert.Empty(page.QuerySelectorAll("a"));
        Assert.DoesNotContain('\u202E', page.QuerySelector("option")!.TextContent);
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_pages_are_not_kept_framed_indexed_or_told_to_others_and_run_no_script()
    {
        await using var site = await Showing(Given.Page(LinkPurpose.Offer));

        using var response = await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}");

        Assert.Equal("no-store", response.Header("Cache-Control"));
        Assert.Equal("no-referrer", response.Header("Referrer-Policy"));
        Assert.Contains("noindex", response.Header("X-Robots-Tag"), StringComparison.Ordinal);
        Assert.Equal("DENY", response.Header("X-Frame-Options"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", response.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task The_stylesheet_of_a_page_may_be_kept_as_long_as_its_fingerprint_is_right()
    {
        await using var site = await Showing(Given.Page(LinkPurpose.Offer));
        var page = await (await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}")).PageAsync();

        using var kept = await site.Client.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        using var other = await site.Client.GetAsync("/assets/handoff.css?v=old");

        Assert.Equal("text/css; charset=utf-8", kept.Content.Headers.ContentType?.ToString());
        Assert.Contains("immutable", kept.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("no-store", other.Header("Cache-Control"));
    }

    [Fact]
    public async Task An_erased_lead_has_a_page_without_it()
    {
        var page = Given.Page(LinkPurpose.Offer) with { Item = null, IsOver = true, Notice = new(LinkNoticeCode.Erased) };
        await using var site = await Showing(page);

        var shown = await (await site.Client.GetAsync($"/r/{site.Token(LinkPurpose.Offer)}")).PageAsync();

        Assert.Contains("erased", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.Forms);
    }

    private static Task<Site> Showing(LinkPage page) => Site.StartAsync(with => with with { OpenLink = (_, _) => Task.FromResult(page) });

    private static Task<Site> Answering(LinkPage page, LinkResult result) =>
        Site.StartAsync(with => with with { ActOnLink = (_, _, _) => Task.FromResult(new LinkAnswer(page, result)) });

    private static async Task<HttpResponseMessage> PostAsync(Site site, LinkPurpose purpose, string path, string form)
    {
        using var content = new StringContent(form, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        return await site.Client.PostAsync($"/{path}/{site.Token(purpose)}", content);
    }

    private static string Fields(IHtmlFormElement form) => string.Join(',', form.QuerySelectorAll("[name]").Select(field => field switch
    {
        IHtmlInputElement { Type: "hidden" } hidden => $"{hidden.Name}={hidden.Value}",
        IHtmlButtonElement button => $"{button.Name}={button.Value}",
        _ => field.GetAttribute("name"),
    }));
}
