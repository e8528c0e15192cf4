using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.People;
using Handoff.Service.Links;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary>Whatever people write into the fields, no page and no mail breaks.</summary>
[Collection(nameof(OneBrowser))]
public sealed class HostileFieldTests(OneBrowser browser)
{
    private const string Html = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'</td></table>";
    private const string RightToLeft = "\u202Eشركة الاختبار עברית";
    private const string Emoji = "👩‍👩‍👧‍👦🏳️‍🌈 Ünïcödé 漢字";

    public static TheoryData<string> Values => [Html, RightToLeft, Emoji, new string('W', 500), " "];

    [BrowserTheory]
    [MemberData(nameof(Values))]
    public async Task Pages_and_mails_hold(string value)
    {
        await using var site = await SeededSite.EmptyAsync(Language.En);
        var lead = await site.Host.ReceiveAsync(
            new
            {
                email = "odd@fields.example",
                name = value,
                company = value,
                job_title = value,
                message = value,
                country = "IT",
                form = "demo",
                other = value
            });
        var mail = await site.OfferAsync();
        await using var open = await OpenPage.OpenAsync(browser.Browser, site.Url, new(Language.En, Device.Phone, ColorScheme.Light));

        foreach (var path in new[] { mail.Offer, site.Link(LinkPurpose.Manage, "marta.villa@acme.example", lead.Id), "/", "/mailbox",
            $"/mailbox?id={mail.Id}&view=text", $"/mailbox?id={mail.Id}&view=raw" })
        {
            await open.GoAsync(path);
            Assert.Empty((await open.FindWrongAsync()).Select(wrong => $"{path}: {wrong}"));
        }

        await open.ShowMailAsync(mail.Id, site);
        Assert.Empty(await open.FindWrongAsync());
        open.IsSilent();
    }
}
