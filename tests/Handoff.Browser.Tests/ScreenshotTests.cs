using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary>
/// Takes pictures of a real run: those of the README with <c>HANDOFF_SCREENSHOTS</c> naming <c>docs/images</c>; with
/// <c>HANDOFF_ALL_SCREENSHOTS</c> naming a folder, every page and mail in every look.
/// </summary>
[Collection(nameof(BrowserAndSites))]
public sealed class ScreenshotTests(BrowserAndSites sites)
{
    // A picture of the README, of a page in SitePage or a mail of a kind.
    private static readonly (string File, string Page, Device Device)[] Readme =
    [
        ("welcome.png", "welcome", Device.Desktop),
        ("offer-page.png", "offer", Device.Phone),
        ("board.png", "board", Device.Desktop),
    ];

    [BrowserFact]
    public async Task Pictures_of_the_README()
    {
        if (Environment.GetEnvironmentVariable("HANDOFF_SCREENSHOTS") is not { Length: > 0 } folder) return;

        var site = sites.Of(Language.En);
        foreach (var (file, page, device) in Readme)
        {
            await using var open = await sites.OpenAsync(new(Language.En, device, ColorScheme.Light));
            await open.ShowAsync(SitePage.All[page], site);
            await open.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, file) });
        }

        await using var mail = await sites.OpenAsync(new(Language.En, Device.Phone, ColorScheme.Light));
        await mail.ShowMailAsync(site.Mails["offer"].Id, site);
        await mail.Page.SetViewportSizeAsync(390, 844);
        await mail.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "offer-mail.png") });
    }

    [BrowserFact]
    public async Task Pictures_of_everything()
    {
        if (Environment.GetEnvironmentVariable("HANDOFF_ALL_SCREENSHOTS") is not { Length: > 0 } folder) return;

        foreach (var language in BrowserAndSites.Languages)
        {
            var site = sites.Of(language);
            await using var open = await sites.OpenAsync(new(language, Device.Phone, ColorScheme.Light));
            foreach (var (name, page) in SitePage.All)
            {
                await open.ShowAsync(page, site);
                await open.TakeAsync(folder, $"page {name} {language}");
            }

            foreach (var kind in site.Mails.Keys)
            {
                await open.ShowMailAsync(site.Mails[kind].Id, site);
                await open.TakeAsync(folder, $"mail {kind} {language}");
            }
        }
    }
}
