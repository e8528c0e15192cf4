using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary>
/// Pages and mails in a language that stands in a file, on the narrowest screen: its words are longer than English ones, and none may be
/// left over in English.
/// </summary>
public sealed class LanguageOfFileTests(SiteInLanguageOfFile german) : IClassFixture<SiteInLanguageOfFile>
{
    // Of what stands on the page but is no sentence of ours: code, addresses, what the files' mistakes say, the mail in its frame.
    private const string ListEnglish = """
        () => {
          const words = /(?<![\p{L}@.])(the|of|and|is|are|your|you|with|for|this|that|has|have|by|from|to|nobody|somebody)(?![\p{L}@.])/u;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const { parentElement: at, data } = walker.currentNode;
            if (words.test(data.toLowerCase()) && !at.closest("code, pre, script, style, noscript, [lang=en]")) found.push(data.trim());
          }
          return found;
        }
        """;

    public static TheoryData<string> Pages =>
    [
        "welcome", "welcome wrong", "offer", "offer wrong", "over", "contacted", "recorded", "feedback", "manage", "absence", "board",
        "board late", "board nothing", "lead", "lead contacted", "lead erase", "leads", "came back", "scorecard", "agreement", "proposal",
        "meeting", "reports", "report", "paper", "sources", "team", "member", "member away", "question", "status", "sign in",
    ];

    public static TheoryData<string> Mails =>
    [
        "accepted", "ask_lead", "assigned", "breach", "came_back", "decision_reminder", "digest", "give_feedback",
        "moved_on", "nobody_eligible", "offer", "proposal", "reminder", "report", "returned",
    ];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_in_the_language_and_fits(string name)
    {
        await using var open = await OpenAsync();
        await open.ShowAsync(SitePage.All[name], german.Site);
        await IsWhollyInAsync(open);
    }

    [BrowserTheory]
    [MemberData(nameof(Mails))]
    public async Task A_mail_is_in_the_language_and_fits(string kind)
    {
        await using var open = await OpenAsync();
        await open.ShowMailAsync(german.Site.Mails[kind].Id, german.Site);
        await IsWhollyInAsync(open);
    }

    [BrowserTheory]
    [InlineData("meeting")]
    public async Task A_day_of_another_year_fits_too(string name)
    {
        await using var open = await OpenAsync();
        await open.ShowAsync(SitePage.All[name], german.Site);
        await open.Page.EvaluateAsync(
            "() => document.querySelector('strong > time').textContent = 'Am Donnerstag, 30. September 2027, um 10:00 Uhr'");

        await open.FitsAsync(scripts: true);
    }

    private Task<OpenPage> OpenAsync() => OpenPage.OpenAsync(
        german.Browser, german.Site.Url, new(SiteInLanguageOfFile.Language, Device.Phone, ColorScheme.Light));

    private static async Task IsWhollyInAsync(OpenPage open)
    {
        Assert.Equal(SiteInLanguageOfFile.Language.Tag, await open.Page.GetAttributeAsync("html", "lang"));
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(ListEnglish));
        await open.FitsAsync(scripts: true);
    }
}
