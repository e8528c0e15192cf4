using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary>
/// What holds of every page in both languages. Each is loaded once and looked at in both widths, light and dark: loading it anew for each
/// would take minutes.
/// </summary>
[Collection(nameof(BrowserAndSites))]
public sealed class EveryPageTests(BrowserAndSites sites)
{
    public static MatrixTheoryData<string, Language> Pages => new(SitePage.All.Keys, BrowserAndSites.Languages);

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_silent_light_and_fits(string name, Language language)
    {
        var page = SitePage.All[name];
        await using var open = await sites.OpenAsync(new(language, Device.Phone, ColorScheme.Light));

        await open.ShowAsync(page, sites.Of(language));

        Assert.Equal(language.Tag, await open.Page.GetAttributeAsync("html", "lang"));
        Assert.Empty(await open.FindWrongAsync());
        open.IsSilent(page.IsRefusal);
        await open.IsLightAndOursAsync();
    }

    public static TheoryData<string> Names => [.. SitePage.All.Keys];

    [BrowserTheory]
    [MemberData(nameof(Names))]
    public async Task Everything_on_a_page_is_reached_by_the_keyboard_and_shows_it(string name)
    {
        await using var open = await sites.OpenAsync(new(Language.En, Device.Desktop, ColorScheme.Light));

        await open.ShowAsync(SitePage.All[name], sites.Of(Language.En));

        Assert.Empty(await open.FindUnreachableAsync());
    }

    /// <summary>A sheet is as narrow as a phone, and may be printed by who reads in the dark.</summary>
    [BrowserTheory]
    [InlineData("scorecard")]
    [InlineData("agreement")]
    [InlineData("proposal")]
    [InlineData("meeting")]
    [InlineData("report")]
    [InlineData("reports")]
    [InlineData("leads")]
    [InlineData("board")]
    public async Task On_paper_a_page_is_light_and_its_tables_are_tables(string name)
    {
        await using var open = await sites.OpenAsync(new(Language.En, Device.Phone, ColorScheme.Dark));
        await open.ShowAsync(SitePage.All[name], sites.Of(Language.En));

        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(
            "rgb(22, 25, 29) on rgb(255, 255, 255)",
            await open.Page.EvaluateAsync<string>(
                "() => (({ color, backgroundColor }) => `${color} on ${backgroundColor}`)(getComputedStyle(document.body))"));
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('td')].map(one => getComputedStyle(one).display).filter(one => one !== 'table-cell')"));
    }

    [BrowserTheory]
    [MemberData(nameof(Names))]
    public async Task A_page_offers_no_less_without_scripts(string name)
    {
        await using var with = await sites.OpenAsync(new(Language.En, Device.Phone, ColorScheme.Light));
        await using var without = await sites.OpenAsync(new(Language.En, Device.Phone, ColorScheme.Light, Scripts: false));

        await with.ShowAsync(SitePage.All[name], sites.Of(Language.En));
        await without.ShowAsync(SitePage.All[name], sites.Of(Language.En));

        Assert.NotEmpty((await without.Page.Locator("main").InnerTextAsync()).Trim());
        Assert.InRange(await without.CountOffersAsync(), await with.CountOffersAsync(), int.MaxValue);
    }
}
