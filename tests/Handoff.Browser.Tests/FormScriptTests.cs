using System.Web;
using Handoff.Browser.Tests.Browsing;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary><c>form.js</c> on a page of somebody else, in a browser: what is posted, and what is kept.</summary>
[Collection(nameof(OneBrowser))]
public sealed class FormScriptTests(OneBrowser browser)
{
    private const string Page = "http://www.acme.example/landing";
    private const string Came = "?utm_campaign=autumn&utm_source=news&gclid=abc";

    [Fact]
    public void It_has_less_than_four_kilobytes() =>
        Assert.InRange(new FileInfo(Path.Combine(AppContext.BaseDirectory, "form.js")).Length, 1, 4 * 1024);

    [BrowserFact]
    public async Task Without_consent_the_page_tells_how_the_visitor_came_and_keeps_nothing()
    {
        await using var page = await OpenAsync(Page + Came);

        var posted = await page.SendAsync();

        Assert.Equal(("autumn", "news", "abc"), (posted["utm_campaign"], posted["utm_source"], posted["gclid"]));
        Assert.Equal("ada@analytical.example", posted["email"]);
        Assert.Null(posted["first_utm_campaign"]);
        Assert.False(page.HasKept);
    }

    [BrowserFact]
    public async Task With_consent_the_first_and_the_last_touch_go_along_from_a_later_page()
    {
        await using var page = await OpenAsync(Page + Came, "handoff.consent(true)");
        await page.GoAsync(Page + "?utm_campaign=winter");
        await page.GoAsync(Page);

        var posted = await page.SendAsync();

        Assert.Equal(("autumn", "winter"), (posted["first_utm_campaign"], posted["utm_campaign"]));
        Assert.True(page.HasKept);
    }

    [BrowserFact]
    public async Task Consent_that_is_taken_back_leaves_nothing()
    {
        await using var page = await OpenAsync(Page + Came, "handoff.consent(true); handoff.consent(false)");

        Assert.Null((await page.SendAsync())["first_utm_campaign"]);
        Assert.False(page.HasKept);
    }

    [BrowserFact]
    public async Task A_strict_policy_of_the_site_lets_it_work()
    {
        await using var page = await OpenAsync(
            Page + Came, policy: "default-src 'none'; script-src http://handoff.example; form-action http://handoff.example 'self'");

        Assert.Equal("autumn", (await page.SendAsync())["utm_campaign"]);
    }

    [BrowserFact]
    public async Task A_double_click_posts_once_and_who_goes_back_may_post_again()
    {
        await using var page = await OpenAsync(Page);

        await page.SendAsync(clicks: 2);
        Assert.Equal(1, page.Posts);
        await page.BackAsync();
        await page.SendAsync();

        Assert.Equal(2, page.Posts);
    }

    [BrowserFact]
    public async Task Without_script_the_form_posts_and_ends_on_the_thanks()
    {
        await using var page = await OpenAsync(Page, hasScript: false);

        Assert.Equal("ada@analytical.example", (await page.SendAsync())["email"]);
        Assert.Equal("http://www.acme.example/thanks", page.Url);
    }

    private Task<Landing> OpenAsync(string url, string? script = null, string? policy = null, bool hasScript = true) =>
        Landing.OpenAsync(browser.Browser, url, script, policy, hasScript);

    private sealed class Landing(IBrowserContext context, IPage page) : IAsyncDisposable
    {
        private string _body = "";

        public int Posts { get; private set; }

        public bool HasKept { get; private set; }

        public string Url => page.Url;

        public static async Task<Landing> OpenAsync(IBrowser browser, string url, string? script, string? policy, bool hasScript)
        {
            var context = await browser.NewContextAsync(new() { JavaScriptEnabled = hasScript });
            var landing = new Landing(context, await context.NewPageAsync());
            var asset = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "form.js"));
            var html = $"""
                <!doctype html><script src="http://handoff.example/assets/form.js"></script>
                {(script is null ? "" : $"<script>{script}</script>")}
                <form action="http://handoff.example/api/leads/demo-form?key=demo" method="post">
                <input name="email" value="ada@analytical.example"><button>Send</button></form>
                """;
            await context.RouteAsync("http://www.acme.example/**", route => route.FulfillAsync(new()
            {
                ContentType = "text/html",
                Body = html,
                Headers = policy is null ? null : new Dictionary<string, string> { ["Content-Security-Policy"] = policy },
            }));
            await context.RouteAsync("http://handoff.example/**", async route =>
            {
                if (route.Request.Method == "POST")
                {
                    (landing._body, landing.Posts) = (route.Request.PostData ?? "", landing.Posts + 1);
                    await route.FulfillAsync(new()
                    {
                        Status = 303,
                        Headers = new Dictionary<string, string> { ["Location"] = "http://www.acme.example/thanks" },
                    });
                }
                else
                {
                    await route.FulfillAsync(new() { ContentType = "text/javascript", Body = asset });
                }
            });
            await landing.GoAsync(url);
            return landing;
        }

        public async Task GoAsync(string url) => await page.GotoAsync(url);

        public async Task BackAsync() => await page.GoBackAsync();

        public async Task<System.Collections.Specialized.NameValueCollection> SendAsync(int clicks = 1)
        {
            var button = page.GetByRole(AriaRole.Button);
            await button.ClickAsync(new() { ClickCount = clicks });
            await page.WaitForURLAsync("**/thanks");
            HasKept = (await context.StorageStateAsync()).Contains("first", StringComparison.Ordinal);
            return HttpUtility.ParseQueryString(_body);
        }

        public ValueTask DisposeAsync() => context.DisposeAsync();
    }
}
