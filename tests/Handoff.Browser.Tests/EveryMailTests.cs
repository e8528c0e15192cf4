using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.Mail.Tests;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary>What holds of every mail that the real host has sent, as a mail program shows it.</summary>
[Collection(nameof(BrowserAndSites))]
public sealed class EveryMailTests(BrowserAndSites sites)
{
    public static MatrixTheoryData<string, Language> Mails => new(
        [
            "accepted", "ask_lead", "assigned", "breach", "came_back", "decision_reminder", "digest", "give_feedback",
            "meeting_invitation", "moved_on", "nobody_eligible", "offer", "proposal", "reminder", "report", "returned",
        ], BrowserAndSites.Languages);

    [BrowserTheory]
    [MemberData(nameof(Mails))]
    public async Task A_mail_is_accessible_silent_and_fits(string kind, Language language)
    {
        var site = sites.Of(language);
        await using var open = await sites.OpenAsync(new(language, Device.Phone, ColorScheme.Light));

        await open.ShowMailAsync(site.Mails[kind].Id, site);

        Assert.Equal(language.Tag, await open.Page.GetAttributeAsync("html", "lang"));
        Assert.Empty(await open.FindWrongAsync());
        open.IsSilent();
    }

    public static TheoryData<Language> Languages => [.. BrowserAndSites.Languages];

    [BrowserTheory]
    [MemberData(nameof(Languages))]
    public async Task What_the_site_had_no_cause_to_send_is_so_as_well(Language language)
    {
        await using var open = await sites.OpenAsync(new(language, Device.Phone, ColorScheme.Light));
        foreach (var name in (string[])["decision late", "meeting cancelled", "meeting moved", "pace warning", "report", "source refused"])
        {
            await open.ShowMailAsync((await Mail.Tests.Mails.RenderAsync(GivenLetters.Of(name, language))).Html);

            Assert.Empty((await open.FindWrongAsync()).Select(wrong => $"{name}: {wrong}"));
        }

        open.IsSilent();
    }
}
