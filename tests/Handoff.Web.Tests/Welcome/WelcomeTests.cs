using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using Handoff.Web.Access;
using Handoff.Web.Welcome;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace Handoff.Web.Tests.Welcome;

public sealed class WelcomeTests
{
    [Fact]
    public async Task A_newcomer_finds_a_form_that_is_filled_in_and_the_ways_to_mailbox_and_board()
    {
        await using var site = await StartAsync();

        var page = await (await site.Client.GetAsync("/")).PageAsync();

        var form = Assert.Single(page.Forms);
        Assert.Equal("Ada Lovelace", form.QuerySelector<IHtmlInputElement>("[name=name]")!.Value);
        Assert.Equal("demo", form.QuerySelector<IHtmlInputElement>("[name=form][checked]")!.Value);
        Assert.Equal(["/", "/mailbox", "/board"], page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_form_posts_a_lead_to_the_source_by_its_own_key_and_shows_what_became_of_it()
    {
        await using var site = await StartAsync();

        using var posted =
            await PostAsync(site, ("name", "Rosa"), ("email", "rosa@bianchi.example"), ("form", "demo"), ("message", " "), ("tier", "hot"));
        var page = await (await site.Client.GetAsync(posted.Headers.Location)).PageAsync();

        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        var id = posted.Headers.Location!.OriginalString["/?lead=".Length..];
        var lead = (await site.Services.GetRequiredService<LeadTurns>().FindAsync(new(id), default))!;
        var record = (await site.Services.GetRequiredService<LeadVault>().OpenAsync(id, default))!;
        Assert.Equal("website", lead.Known.Source);
        Assert.Equal(["country", "email", "form", "name"], record.Form.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("rosa", posted.Headers.Location!.OriginalString, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            $"Received: {lead.Known.Score} points, tier {lead.Known.Tier}.", page.QuerySelector(".notice")!.TextContent,
                StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-24T14:30:00Z", "when the team opens")]
    [InlineData("2026-11-24T08:59:00Z", "The rep's e-mail comes in a moment")]
    public async Task While_nobody_is_at_work_it_says_until_when_the_lead_waits(string startedAt, string says)
    {
        var start = InstantPattern.ExtendedIso.Parse(startedAt).Value;
        var lead = Given.LeadView with { Status = "offered", Clocks = [new("accept", "5m", start, start, "running")] };
        await using var site =
            await StartAsync(app => app.MapGet("/", (HttpContext http, WelcomePage page) => page.ShowAsync(http, lead)).First());

        var page = await (await site.Client.GetAsync("/?lead=x")).PageAsync();

        Assert.Contains(says, page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_that_nobody_can_take_now_is_said_to_wait_with_the_manager()
    {
        var lead = Given.LeadView with { Status = "qualified", Events = [new(default, "queued", "Nobody is on shift.")] };
        await using var site =
            await StartAsync(app => app.MapGet("/", (HttpContext http, WelcomePage page) => page.ShowAsync(http, lead)).First());

        var page = await (await site.Client.GetAsync("/?lead=x")).PageAsync();

        Assert.Contains("It waits in the manager's queue", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_used_is_said_beside_its_field_and_what_was_entered_stays()
    {
        await using var site = await StartAsync();

        using var posted = await PostAsync(site, ("name", "<b>Rosa</b>"), ("email", "rosa@"), ("form", "pricing"));

        var page = await posted.PageAsync(422);
        Assert.Equal("<b>Rosa</b>", page.QuerySelector<IHtmlInputElement>("[name=name]")!.Value);
        Assert.Equal("true", page.QuerySelector("[name=email]")!.GetAttribute("aria-invalid"));
        Assert.Equal("Please check the e-mail address.", page.QuerySelector("#email-wrong")!.TextContent);
        Assert.Equal("pricing", page.QuerySelector<IHtmlInputElement>("[name=form][checked]")!.Value);
    }

    [Theory]
    [InlineData(60, "Clock: 60 times faster")]
    [InlineData(1, null)]
    public async Task A_fast_clock_says_so(double speed, string? badge)
    {
        await using var site =
            await Site.StartAsync(access: new AdminAccess { LoopbackWithoutKey = true }, from: "127.0.0.1", speed: speed);

        var page = await (await site.Client.GetAsync("/")).PageAsync();

        Assert.Equal(badge, page.QuerySelector("header .badge")?.TextContent);
        Assert.Equal("2026-11-24T09:00:00Z", page.DocumentElement.GetAttribute("data-now"));
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_post_from_here()
    {
        await using var site = await StartAsync();
        using var request =
            new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent([new("email", "rosa@bianchi.example")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await site.Client.SendAsync(request);

        await response.ProblemAsync(403);
    }

    [Fact]
    public async Task From_elsewhere_it_takes_the_administrators_key()
    {
        await using var site =
            await Site.StartAsync(access: new AdminAccess { Key = "secret", LoopbackWithoutKey = true }, from: "192.0.2.7");

        using var shown = await site.Client.GetAsync("/");
        using var posted = await PostAsync(site, ("email", "rosa@bianchi.example"));

        await shown.ProblemAsync(401);
        await posted.ProblemAsync(401);
    }

    private static Task<Site> StartAsync(Action<IEndpointRouteBuilder>? instead = null) =>
        Site.StartAsync(new AdminAccess { LoopbackWithoutKey = true }, from: "127.0.0.1", instead: instead);

    private static async Task<HttpResponseMessage> PostAsync(Site site, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await site.Client.PostAsync("/", content);
    }
}
