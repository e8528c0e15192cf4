using Handoff.Browser.Tests.Browsing;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests.Sites;

/// <summary>
/// A browser, and a host in each language of the code in which something of everything has happened. What tests do there, they undo by
/// nothing: they only look.
/// </summary>
public sealed class BrowserAndSites : IAsyncLifetime
{
    /// <summary>Those that stand in the code: of a language of a file the pages are the same, and less is looked at.</summary>
    internal static IReadOnlyList<Language> Languages { get; } = [Language.En, Language.It];

    private readonly Dictionary<Language, SeededSite> _sites = [];
    private readonly OneBrowser _browser = new();

    internal IBrowser Browser => _browser.Browser;

    internal SeededSite Of(Language language) => _sites[language];

    internal Task<OpenPage> OpenAsync(Look look) => OpenPage.OpenAsync(Browser, Of(look.Language).Url, look);

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;

        await _browser.InitializeAsync();
        foreach (var language in Languages) _sites[language] = await StartAsync(language);
    }

    /// <summary>A free port may be taken before the host has it: then it begins once more, on another.</summary>
    private static async Task<SeededSite> StartAsync(Language language)
    {
        try
        {
            return await SeededSite.StartAsync(language);
        }
        catch (IOException)
        {
            return await SeededSite.StartAsync(language);
        }
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        foreach (var site in _sites.Values) await site.DisposeAsync();
    }
}

/// <summary>The tests that share them.</summary>
[CollectionDefinition(nameof(BrowserAndSites))]
public sealed class SharedBrowser : ICollectionFixture<BrowserAndSites>;
