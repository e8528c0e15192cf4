using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Web.Tests.Mailbox;

public sealed class MailboxTests
{
    private const string Evil = "<script>alert(1)</script>\u202E";

    private static readonly MailboxMessage Newer = new(
        "019aa0-2", "offer", "anna.greco@acme.example", "A lead for you", Given.Now, "Please accept.",
        [new MailLink("offer", "http://localhost/r/token"), new MailLink("odd", "javascript:alert(1)")],
            "<html><head></head><body><p>Hello</p></body></html>", ["019aa0"]);

    private static readonly MailboxMessage Older =
        Newer with { Id = "019aa0-1", Subject = Evil, Text = Evil, At = Given.Now - Duration.FromHours(1) };

    [Fact]
    public async Task The_messages_are_listed_exactly_as_other_programs_rely_on()
    {
        await using var site = await StartAsync("127.0.0.1");

        var json = await site.Client.GetStringAsync(new Uri("/mailbox/messages.json?limit=1", UriKind.Relative));

        Assert.Equal(
            """[{"id":"019aa0-2","kind":"offer","to":"anna.greco@acme.example","subject":"A lead for you","at":"2026-11-24T09:00:""" +
            """00Z","text":"Please accept.","links":[{"rel":"offer","href":"http://localhost/r/token"},{"rel":"odd","href":"javascript:""" +
            """alert(1)"}]}]""",
            json);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task A_limit_that_is_none_is_400(string limit)
    {
        await using var site = await StartAsync("127.0.0.1");

        using var response = await site.Client.GetAsync($"/mailbox/messages.json?limit={limit}");

        await response.ProblemAsync(400);
    }

    [Fact]
    public async Task Older_messages_are_a_link_away()
    {
        await using var site = await StartAsync("127.0.0.1");

        var page = await (await site.Client.GetAsync("/mailbox?limit=1")).PageAsync();
        var older = await (await site.Client.GetAsync(page.QuerySelector("#list a.button")!.GetAttribute("href"))).PageAsync();

        Assert.Equal(["A lead for you"], page.QuerySelectorAll(".mails strong").Select(subject => subject.TextContent));
        Assert.Equal(2, older.QuerySelectorAll(".mails strong").Length);
        Assert.Null(older.QuerySelector("#list a.button"));
    }

    [Fact]
    public async Task The_page_lists_the_newest_first_and_what_people_wrote_is_text()
    {
        await using var site = await StartAsync("127.0.0.1");

        var page = await (await site.Client.GetAsync("/mailbox")).PageAsync();

        Assert.Equal(["A lead for you", Evil], page.QuerySelectorAll(".mails strong").Select(subject => subject.TextContent));
        Assert.StartsWith(
            "/assets/handoff.js?v=", Assert.Single(page.QuerySelectorAll("script")).GetAttribute("src"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='http://localhost/r/token']"));
        Assert.Null(page.QuerySelector("a[href^=javascript]"));
    }

    [Fact]
    public async Task One_message_is_shown_with_its_HTML_in_a_frame_that_runs_no_script()
    {
        await using var site = await StartAsync("127.0.0.1");

        var page = await (await site.Client.GetAsync("/mailbox?id=019aa0-2")).PageAsync();
        var frame = page.QuerySelector("iframe")!;
        using var html = await site.Client.GetAsync(frame.GetAttribute("src"));

        Assert.DoesNotContain("allow-scripts", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        Assert.Contains("<p>Hello</p>", await html.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("sandbox allow-popups", html.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", html.Header("X-Frame-Options"));
    }

    [Fact]
    public async Task A_message_is_looked_at_as_text_as_source_and_in_dark_colours()
    {
        var styled = Newer with
        {
            Html = "<html><head><style>@media (prefers-color-scheme: dark) { p { color: white } " +
            "}</style></head><body><p>Hello</p></body></html>"
        };
        await using var site =
            await Site.StartAsync(access: new AdminAccess { LoopbackWithoutKey = true }, from: "127.0.0.1", mailbox: styled);

        var text = await (await site.Client.GetAsync("/mailbox?id=019aa0-2&view=text")).PageAsync();
        var raw = await (await site.Client.GetAsync("/mailbox?id=019aa0-2&view=raw")).PageAsync();
        var dark = await site.Client.GetStringAsync(new Uri("/mailbox/019aa0-2/html?scheme=dark", UriKind.Relative));
        var light = await site.Client.GetStringAsync(new Uri("/mailbox/019aa0-2/html?scheme=light", UriKind.Relative));

        Assert.Equal("Please accept.", text.QuerySelector("pre")!.TextContent);
        Assert.Contains("Subject: A lead for you", raw.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<p>Hello</p>", raw.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("@media all", dark, StringComparison.Ordinal);
        Assert.Contains("@media not all", light, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=ACCEPT", "A lead for you")]
    [InlineData("q=anna.greco", "A lead for you,<script>")]
    [InlineData("q=nowhere", "")]
    [InlineData("to=ANNA.greco@acme.example", "A lead for you,<script>")]
    [InlineData("to=bruno.riva@acme.example", "")]
    [InlineData("after=2026-11-24T08:30:00Z", "A lead for you")]
    [InlineData("after=2026-11-24T09:00:00Z", "")]
    [InlineData("after=soon", "A lead for you,<script>")]
    public async Task What_is_looked_for_is_listed(string asked, string subjects)
    {
        await using var site = await StartAsync("127.0.0.1");

        var page = await (await site.Client.GetAsync($"/mailbox?{asked}")).PageAsync();

        Assert.Equal(
            subjects, string.Join(',', page.QuerySelectorAll(".mails strong").Select(subject => subject.TextContent.Split("alert")[0])));
        Assert.Equal("anna.greco@acme.example (2)", page.QuerySelectorAll("select[name=to] option")[1].TextContent);
        Assert.All(
            page.QuerySelectorAll(".mails a"), link => Assert.Contains(
                asked.Split('=')[1] == "soon" ? "?id=" : $"&{asked.Split('=')[0]}=", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_says_until_when_it_acts_without_being_followed()
    {
        await using var site = await StartAsync("127.0.0.1");
        var links = site.Services.GetRequiredService<ILinkProtector>();
        var mail = Newer with
        {
            Links =
            [
                new("offer", $"http://localhost/r/{site.Token(LinkPurpose.Offer)}"), new("board", "http://localhost/board"),
                new("manage", "http://localhost/m/altered"), new("odd", "javascript:alert(1)"),
            ],
        };

        var check = Handoff.Web.MailboxPages.CheckedLink.Of(mail, links);

        Assert.Equal(["offer", "board", "manage"], check.Select(link => link.Link.Rel));
        Assert.Equal(Given.Grant(LinkPurpose.Offer).ExpiresAt, check[0].Until);
        Assert.Equal([false, false, true], check.Select(link => link.IsBroken));
        var page = await (await site.Client.GetAsync("/mailbox?id=019aa0-2")).PageAsync();
        Assert.Contains("is not a link of this host", page.QuerySelector("article details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_speaks_the_browsers_language()
    {
        await using var site = await StartAsync("127.0.0.1");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/mailbox");
        request.Headers.Add("Accept-Language", "it");

        var page = await (await site.Client.SendAsync(request)).PageAsync();

        Assert.Equal("Posta", page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/mailbox?id=none")]
    [InlineData("/mailbox/none/html")]
    public async Task A_message_that_is_not_there_is_404(string path)
    {
        await using var site = await StartAsync("127.0.0.1");

        using var response = await site.Client.GetAsync(path);

        await response.ProblemAsync(404);
    }

    [Theory]
    [InlineData("/mailbox", "192.0.2.7")]
    [InlineData("/mailbox/messages.json", "192.0.2.7")]
    [InlineData("/mailbox/019aa0-2/html", "192.0.2.7")]
    [InlineData("/mailbox", "127.0.0.1")]
    [InlineData("/mailbox/messages.json", "127.0.0.1")]
    [InlineData("/mailbox/019aa0-2/html", "127.0.0.1")]
    public async Task Once_a_key_is_set_the_mailbox_takes_it_from_everywhere(string path, string from)
    {
        await using var site = await StartAsync(from, "secret");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", "secret");

        using var without = await site.Client.GetAsync(path);
        using var with = await site.Client.SendAsync(request);

        await without.ProblemAsync(401);
        Assert.Equal(200, (int)with.StatusCode);
    }

    private static Task<Site> StartAsync(string from, string? key = null) =>
        Site.StartAsync(access: new AdminAccess { Key = key, LoopbackWithoutKey = true }, from: from, mailbox: [Newer, Older]);
}
