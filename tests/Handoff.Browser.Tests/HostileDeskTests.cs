using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary>Whatever people write in a form, the board and the page of the lead stay whole, light and quiet.</summary>
[Collection(nameof(BrowserAndSites))]
public sealed class HostileDeskTests(BrowserAndSites sites)
{
    [BrowserFact]
    public async Task No_field_breaks_the_board_the_wall_the_lead_or_the_search()
    {
        await using var site = await SeededSite.EmptyAsync(Language.En);
        var receipt = await site.Host.ReceiveAsync(new
        {
            email = "x@hostile.example",
            name = "<img src=x onerror=alert(1)> \u202Eملا 😀 " + new string('W', 300),
            company = "</td></tr></table><h1>" + new string('M', 500),
            job_title = "   ",
            phone = "+39 06 1234 5678",
            country = "IT",
            form = "demo",
            message = string.Concat(Enumerable.Repeat("</script><script>alert(1)</script> ملا 😀 " + new string('X', 500) + "\n", 200)),
        });
        await site.Host.ReceiveAsync(new { email = "y@hostile.example", name = "", company = "", country = "IT", form = "demo" });

        foreach (var path in new[] { "/board", "/board?wall=1", $"/leads/{receipt.Id}" })
        {
            await using var open = await OpenPage.OpenAsync(sites.Browser, site.Url, new(Language.En, Device.Phone, ColorScheme.Light));
            await open.GoAsync(path);

            Assert.Empty(await open.FindWrongAsync());
            open.IsSilent();
            await open.IsLightAndOursAsync();
        }

        await using var search = await OpenPage.OpenAsync(sites.Browser, site.Url, new(Language.En, Device.Phone, ColorScheme.Light));
        await search.GoAsync("/board");
        await search.Page.GetByRole(AriaRole.Searchbox).FillAsync("img");
        await search.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(search.Page.Locator(".found li")).ToHaveCountAsync(1);
        Assert.DoesNotContain("img", search.Page.Url, StringComparison.Ordinal);
        Assert.Empty(await search.FindWrongAsync());
        search.IsSilent();
    }
}
