using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handoff.Browser.Tests;

[Collection(nameof(BrowserAndSites))]
public sealed class MailboxTests(BrowserAndSites sites)
{
    [BrowserFact]
    public async Task The_button_in_the_mail_opens_the_offer_from_the_mailbox()
    {
        var site = sites.Of(Language.En);
        await using var open = await sites.OpenAsync(new(Language.En, Device.Desktop, ColorScheme.Light));

        await open.GoAsync($"/mailbox?id={site.Mails["offer"].Id}");
        var opened = await open.Page.RunAndWaitForPopupAsync(
            () => open.Page.FrameLocator("iframe").GetByRole(AriaRole.Link, new() { Name = "Accept or decline" }).ClickAsync());

        await Expect(opened.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("A lead for you");
    }
}
