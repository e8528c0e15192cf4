using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests.Browsing;

/// <summary>A running browser. Tests that share one run after each other; those of another beside them.</summary>
public sealed class OneBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is started before the tests.");

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>The tests on hosts of their own.</summary>
[CollectionDefinition(nameof(OneBrowser))]
public sealed class BrowserAlone : ICollectionFixture<OneBrowser>;
