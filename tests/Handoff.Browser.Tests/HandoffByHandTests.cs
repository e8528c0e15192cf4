using System.Text.RegularExpressions;
using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handoff.Browser.Tests;

/// <summary>A newcomer's first minute, by hand: the form, the mail, the acceptance. Each on a host of its own.</summary>
[Collection(nameof(OneBrowser))]
public sealed partial class HandoffByHandTests(OneBrowser browser)
{
    [BrowserTheory]
    [InlineData("en", Device.Desktop, true)]
    [InlineData("it", Device.Phone, false)]
    public async Task A_request_is_sent_its_mail_is_read_and_the_lead_is_accepted(Language language, Device device, bool scripts)
    {
        await using var site = await SeededSite.EmptyAsync(language);
        await using var open = await OpenPage.OpenAsync(browser.Browser, site.Url, new(language, device, ColorScheme.Light, scripts));
        var page = open.Page;

        await open.GoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Send }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync(language == Language.It ? "calda" : "hot");
        await site.Host.SettleAsync();
        // With scripts the mail comes by itself.
        if (!scripts) await page.GetByRole(AriaRole.Link, new() { NameRegex = LookAgain }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = OfferMail }).ClickAsync();
        var offer = await page.GetAttributeAsync("details a[href*='/r/']", "href");
        await page.GotoAsync(offer!);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Accept }).ClickAsync();

        await Expect(page.Locator(".notice")).ToContainTextAsync(language == Language.It ? "Hai accettato" : "You have accepted");
        await Expect(page.Locator("a[href^='mailto:ada@analytical.example']")).ToBeVisibleAsync();
        await open.FitsAsync(scripts);
        open.IsSilent();
    }

    [BrowserFact]
    public async Task All_of_it_goes_by_keyboard_alone()
    {
        await using var site = await SeededSite.EmptyAsync(Language.En);
        await using var open = await OpenPage.OpenAsync(browser.Browser, site.Url, new(Language.En, Device.Desktop, ColorScheme.Light));

        await open.GoAsync("/");
        await open.PressAsync(Send);
        await Expect(open.Page.Locator(".notice")).ToContainTextAsync("hot");
        await site.Host.SettleAsync();
        await open.GoAsync((await site.OfferAsync()).Offer);
        await open.PressAsync(Decline);
        await open.PressAsync(NotAFit);

        await Expect(open.Page.Locator(".notice")).ToContainTextAsync("You have declined");
        open.IsSilent();
    }

    [GeneratedRegex("Send the request|Invia la richiesta", RegexOptions.None, 1000)]
    private static partial Regex Send { get; }

    [GeneratedRegex("Look again|Guarda di nuovo", RegexOptions.None, 1000)]
    private static partial Regex LookAgain { get; }

    [GeneratedRegex("Ada Lovelace, Analytical Engines: acce", RegexOptions.None, 1000)]
    private static partial Regex OfferMail { get; }

    [GeneratedRegex("^(?:Accept|Accetto)$", RegexOptions.None, 1000)]
    private static partial Regex Accept { get; }

    [GeneratedRegex("^Decline$", RegexOptions.None, 1000)]
    private static partial Regex Decline { get; }

    [GeneratedRegex("Not our kind of customer", RegexOptions.None, 1000)]
    private static partial Regex NotAFit { get; }
}
