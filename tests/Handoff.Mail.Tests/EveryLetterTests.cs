using System.Text;
using AngleSharp.Dom;
using Handoff.People;

namespace Handoff.Mail.Tests;

/// <summary>What holds of every mail that belongs to no lead, in every language: report, invitation, reminder, warning, proposal.</summary>
public sealed class EveryLetterTests
{
    public static TheoryData<string, Language> All()
    {
        var all = new TheoryData<string, Language>();
        foreach (var name in GivenLetters.Names)
        {
            foreach (var language in Language.All)
                all.Add(name, language);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_is_tables_and_words_in_its_language_and_loads_nothing(string name, Language language)
    {
        var mail = await Mails.RenderAsync(GivenLetters.Of(name, language));
        var page = mail.Page();

        Assert.Equal(language.Tag, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal((mail.Subject, 1), (page.Title, page.QuerySelectorAll("h1").Length));
        Assert.Empty(page.QuerySelectorAll("img, svg, picture, video, script, iframe, link, form, object, [src], [background]"));
        Assert.DoesNotContain("url(", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(page.Body!.FirstElementChild!.TextContent.Trim());
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1_000, 60_000);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task In_the_dark_no_ground_and_no_word_keeps_its_colour_of_day(string name, Language language)
    {
        var page = (await Mails.RenderAsync(GivenLetters.Of(name, language))).Page();

        Assert.Equal("light dark", page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
        var night = page.QuerySelector("style")!.TextContent.Split("(prefers-color-scheme: dark)")[1].Split("(max-width")[0];
        foreach (var element in page.QuerySelectorAll("body *").Where(IsOfDay))
            Assert.Contains(element.ClassList, one => night.Contains($".{one} {{", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_link_of_the_HTML_part_stands_on_a_line_of_its_own_in_the_text_part(string name, Language language)
    {
        var mail = await Mails.RenderAsync(GivenLetters.Of(name, language));

        Assert.NotEmpty(mail.Links());
        Assert.Equal(mail.Links(), mail.Text.Split('\n').Where(line => line.StartsWith("https:", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_language_lacks_a_word_and_none_reads_another(string name, Language language)
    {
        var mail = await Mails.RenderAsync(GivenLetters.Of(name, language));
        var english = await Mails.RenderAsync(GivenLetters.Of(name, Language.En));

        if (language != Language.En)
            Assert.NotEqual(english.Subject, mail.Subject);
        Assert.DoesNotContain("{0}", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", mail.Subject, StringComparison.Ordinal);
    }

    /// <summary>What has the colour of a page, a card or a text; the fills of bars and of buttons are the same by night.</summary>
    private static bool IsOfDay(IElement element) => new[]
    {
        "color:#16191d", "color:#565e6b", "color:#1f4fc8", "background-color:#ffffff", "background-color:#f6f7f9",
    }.Any((element.GetAttribute("style") ?? "").Contains);
}
