using Handoff.Browser.Tests.Browsing;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests.Sites;

/// <summary>A browser, and a host in each language in which something of everything has happened. What tests do there, they undo by nothing: they only look.</summary>
public sealed class BrowserAndSites : IAsyncLifetime
{
    private readonly Dictionary<Language, SeededSite> _sites = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is started before the tests.");

    internal SeededSite Of(Language language) => _sites[language];

    internal Task<OpenPage> OpenAsync(Look look) => OpenPage.OpenAsync(Browser, Of(look.Language).Url, look);

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        foreach (var language in Enum.GetValues<Language>()) _sites[language] = await SeededSite.StartAsync(language);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        foreach (var site in _sites.Values) await site.DisposeAsync();
    }
}

/// <summary>The tests that share them.</summary>
[CollectionDefinition(nameof(BrowserAndSites))]
public sealed class SharedBrowser : ICollectionFixture<BrowserAndSites>;
