using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary>A page of somebody else, in a browser, whose form posts to the product itself.</summary>
[Collection(nameof(OneBrowser))]
public sealed class FormOfAnotherSiteTests(OneBrowser browser) : IAsyncLifetime
{
    private const string Came = "/landing?utm_campaign=autumn&gclid=abc";

    private SeededSite _product = null!;
    private LandingSite _site = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;

        _product = await SeededSite.EmptyAsync(Language.En);
        _site = await LandingSite.StartAsync(
            script: null, ours => $"default-src 'none'; img-src data:; script-src {ours}; connect-src {ours}; form-action {ours} 'self'");
        _site.Product = _product.Url;
        await AllowAsync(_site.Site);
    }

    public async Task DisposeAsync()
    {
        if (Chromium.Missing is not null) return;

        await _site.DisposeAsync();
        await _product.DisposeAsync();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_ends_on_the_thanks_and_the_lead_is_there_once_with_script_or_without(bool hasScript)
    {
        await SendAsync(hasScript, clicks: hasScript ? 2 : 1);

        var lead = await LeadAsync();
        Assert.Equal("demo-form", lead.GetProperty("source").GetString());
        Assert.Equal(hasScript ? "autumn" : "none", lead.GetProperty("dimensions").GetProperty("campaign").GetString());
    }

    [BrowserFact]
    public async Task A_form_that_goes_elsewhere_goes_there_and_a_copy_comes_to_us()
    {
        _site.Goes = ours => $"action=\"/own\" method=\"post\" data-handoff=\"{ours}/api/leads/demo-form?key=demo\"";

        await SendAsync(hasScript: true, clicks: 2);

        Assert.Equal("ada@analytical.example", Assert.Single(_site.Posted)["your-email"]);
        Assert.DoesNotContain("page_url", _site.Posted[0].Keys);
        Assert.Equal("autumn", (await LeadAsync()).GetProperty("dimensions").GetProperty("campaign").GetString());
    }

    [BrowserFact]
    public async Task A_form_that_goes_nowhere_is_posted_to_us()
    {
        _site.Goes = ours => $"data-handoff=\"{ours}/api/leads/demo-form?key=demo\"";

        await SendAsync(hasScript: true);

        Assert.Equal("autumn", (await LeadAsync()).GetProperty("dimensions").GetProperty("campaign").GetString());
    }

    [BrowserFact]
    public async Task A_page_of_an_origin_that_is_not_listed_is_told_and_nothing_is_kept()
    {
        await AllowAsync("https://www.acme.example");
        var context = await browser.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(_site.Site + Came);

        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button).ClickAsync(), response => response.Url.Contains("/api/leads/", StringComparison.Ordinal));

        Assert.Equal(403, answer.Status);
        Assert.Empty(await LeadsAsync());
        await context.DisposeAsync();
    }

    /// <summary>The sample's form may be posted from that origin alone.</summary>
    private Task AllowAsync(string origin) => _product.Host.ChangeFilesAsync(files => files.SetItem(
        "sources.yaml", files["sources.yaml"].Replace(
            "set: { form: demo }", $"set: {{ form: demo }}\n    thanks: {_site.Site}/thanks\n    allow_origins: [\"{origin}\"]",
            StringComparison.Ordinal)));

    private async Task SendAsync(bool hasScript, int clicks = 1)
    {
        var context = await browser.Browser.NewContextAsync(new() { JavaScriptEnabled = hasScript });
        var page = await context.NewPageAsync();
        await page.GotoAsync(_site.Site + Came);
        await page.GetByRole(AriaRole.Button).ClickAsync(new() { ClickCount = clicks });
        await page.WaitForURLAsync(_site.Site + "/thanks", new() { WaitUntil = WaitUntilState.Commit });
        // A copy that is under way goes on when its page is gone; the browser has to stay.
        for (var looks = 0; (await LeadsAsync()).Length == 0 && looks < 500; looks++)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        await context.DisposeAsync();
    }

    private async Task<JsonElement> LeadAsync() => Assert.Single(await LeadsAsync());

    private async Task<JsonElement[]> LeadsAsync() =>
        [.. (await _product.Host.Http.GetFromJsonAsync<JsonElement>("/api/leads")).GetProperty("leads").EnumerateArray()];
}
