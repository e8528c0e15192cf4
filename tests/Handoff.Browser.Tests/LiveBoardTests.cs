using System.Text.RegularExpressions;
using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;
namespace Handoff.Browser.Tests;

/// <summary>
/// The board goes on by itself: new leads come without a reload, clocks count down in between, and filters stay in the address.
/// </summary>
[Collection(nameof(BrowserAndSites))]
public sealed class LiveBoardTests(BrowserAndSites sites)
{
    [BrowserFact]
    public async Task A_new_lead_appears_without_a_reload_and_its_clock_counts_down()
    {
        await using var site = await SeededSite.EmptyAsync(Language.En);
        await using var open = await OpenPage.OpenAsync(sites.Browser, site.Url, new(Language.En, Device.Desktop, ColorScheme.Light));
        await open.GoAsync("/board");
        await Assertions.Expect(open.Page.GetByText("Nothing is open")).ToBeVisibleAsync(new() { Timeout = 20_000 });

        await site.Host.ReceiveAsync(Calls.Ada);

        await Assertions.Expect(open.Page.GetByRole(AriaRole.Link, new() { Name = "Ada Lovelace", Exact = true }))
            .ToBeVisibleAsync(new() { Timeout = 20_000 });
        var left = open.Page.Locator("[data-words]");
        var before = await left.TextContentAsync();
        await Assertions.Expect(left).Not.ToHaveTextAsync(before!, new() { Timeout = 20_000 });
        open.IsSilent();
    }

    [BrowserFact]
    public async Task A_filter_that_is_chosen_is_in_the_address()
    {
        await using var open = await sites.OpenAsync(new(Language.En, Device.Desktop, ColorScheme.Light));
        await open.GoAsync("/board");

        await open.Page.Locator("select[name=owner]").SelectOptionAsync(new SelectOptionValue { Index = 1 });

        // Asked again and again: a wait for the navigation misses one that is over before it begins.
        await Assertions.Expect(open.Page)
            .ToHaveURLAsync(new Regex(@"[?&]owner=\w", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 20_000 });
        await Assertions.Expect(open.Page.Locator(".handoffs tbody tr").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    [BrowserFact]
    public async Task A_board_that_cannot_be_reached_says_that_it_is_old()
    {
        await using var open = await sites.OpenAsync(new(Language.En, Device.Desktop, ColorScheme.Light));
        await open.GoAsync("/board");

        await open.Page.RouteAsync("**/board", route => route.AbortAsync());

        await Assertions.Expect(open.Page.Locator("#board[data-stale]")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
    }
}
