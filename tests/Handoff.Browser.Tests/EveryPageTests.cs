using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary>What holds of every page in both languages. Each is loaded once and looked at in both widths, light and dark: loading it anew for each would take minutes.</summary>
[Collection(nameof(BrowserAndSites))]
public sealed class EveryPageTests(BrowserAndSites sites)
{
    public static MatrixTheoryData<string, Language> Pages => new(SitePage.All.Keys, Enum.GetValues<Language>());

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_silent_light_and_fits(string name, Language language)
    {
        var page = SitePage.All[name];
        await using var open = await sites.OpenAsync(new(language, Device.Phone, ColorScheme.Light));

        await open.ShowAsync(page, sites.Of(language));

        Assert.Equal(language == Language.It ? "it" : "en", await open.Page.GetAttributeAsync("html", "lang"));
        Assert.Empty(await open.FindWrongAsync());
        open.IsSilent(page.IsRefusal);
        await open.IsLightAndOursAsync();
    }
}
