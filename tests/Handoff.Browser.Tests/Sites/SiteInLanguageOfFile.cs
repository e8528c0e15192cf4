using Handoff.Browser.Tests.Browsing;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests.Sites;

/// <summary>A browser, and a host in which something of everything has happened and everybody reads a language of a file.</summary>
public sealed class SiteInLanguageOfFile : IAsyncLifetime
{
    private readonly OneBrowser _browser = new();
    private SeededSite? _site;

    internal static Language Language { get; } = (Language)"de";

    internal IBrowser Browser => _browser.Browser;

    internal SeededSite Site => _site ?? throw new InvalidOperationException("The site is started before the tests.");

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;

        await _browser.InitializeAsync();
        _site = await SeededSite.StartAsync(Language);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        if (_site is not null) await _site.DisposeAsync();
    }
}
