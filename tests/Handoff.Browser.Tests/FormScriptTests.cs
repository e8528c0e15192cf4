using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary><c>form.js</c> on a page of somebody else, in a browser: what is posted, and what is kept.</summary>
[Collection(nameof(OneBrowser))]
public sealed class FormScriptTests(OneBrowser browser)
{
    private const string Page = "/landing";
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
        Assert.EndsWith(Page, posted["page_url"], StringComparison.Ordinal);
        Assert.DoesNotContain("first_utm_campaign", posted.Keys);
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

        Assert.DoesNotContain("first_utm_campaign", (await page.SendAsync()).Keys);
        Assert.False(page.HasKept);
    }

    [BrowserFact]
    public async Task A_strict_policy_of_the_site_lets_it_work()
    {
        await using var page = await OpenAsync(
            Page + Came, policy: ours => $"default-src 'none'; img-src data:; script-src {ours}; form-action {ours} 'self'");

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
    }

    private Task<Landing> OpenAsync(
        string path, string? script = null, Func<string, string>? policy = null, bool hasScript = true) =>
        Landing.OpenAsync(browser.Browser, path, script, policy, hasScript);

    private sealed class Landing(LandingSite site, IBrowserContext context, IPage page) : IAsyncDisposable
    {
        public int Posts => site.Posted.Count;

        public bool HasKept { get; private set; }

        public static async Task<Landing> OpenAsync(
            IBrowser browser, string path, string? script, Func<string, string>? policy, bool hasScript)
        {
            var site = await LandingSite.StartAsync(script, policy);
            var context = await browser.NewContextAsync(new() { JavaScriptEnabled = hasScript });
            var landing = new Landing(site, context, await context.NewPageAsync());
            await landing.GoAsync(path);
            return landing;
        }

        public async Task GoAsync(string path) => await page.GotoAsync(site.Site + path);

        public async Task BackAsync() => await page.GoBackAsync();

        /// <summary>Sends the form, and ends on the thanks.</summary>
        public async Task<IReadOnlyDictionary<string, string>> SendAsync(int clicks = 1)
        {
            var button = page.GetByRole(AriaRole.Button);
            await button.ClickAsync(new() { ClickCount = clicks });
            // Not until its load event, which a page that is there at once may have had already.
            await page.WaitForURLAsync(site.Site + "/thanks", new() { WaitUntil = WaitUntilState.Commit });
            await button.WaitForAsync();
            HasKept = (await context.StorageStateAsync()).Contains("first", StringComparison.Ordinal);
            return site.Posted[^1];
        }

        public async ValueTask DisposeAsync()
        {
            await context.DisposeAsync();
            await site.DisposeAsync();
        }
    }
}
