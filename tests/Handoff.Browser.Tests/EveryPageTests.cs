using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary>What holds of every page, in both languages, at both widths, light and dark.</summary>
[Collection(nameof(BrowserAndSites))]
public sealed class EveryPageTests(BrowserAndSites sites)
{
    public static TheoryData<string, Language, Device, ColorScheme> Looks()
    {
        var looks = new TheoryData<string, Language, Device, ColorScheme>();
        foreach (var page in SitePage.All.Keys)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var device in Enum.GetValues<Device>())
                {
                    foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                        looks.Add(page, language, device, scheme);
                }
            }
        }

        return looks;
    }

    [BrowserTheory]
    [MemberData(nameof(Looks))]
    public async Task A_page_is_accessible_silent_light_and_fits(string name, Language language, Device device, ColorScheme scheme)
    {
        var page = SitePage.All[name];
        await using var open = await sites.OpenAsync(new(language, device, scheme));

        await open.ShowAsync(page, sites.Of(language));

        Assert.Equal(language == Language.It ? "it" : "en", await open.Page.GetAttributeAsync("html", "lang"));
        await open.FitsAsync();
        await open.IsAccessibleAsync();
        open.IsSilent(page.IsRefusal);
        await open.IsLightAndOursAsync();
    }
}
