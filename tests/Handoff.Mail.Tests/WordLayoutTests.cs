using System.Collections.Frozen;
using AngleSharp.Dom;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Mail;

namespace Handoff.Mail.Tests;

/// <summary>
/// Outlook on Windows lays out as Word does: of our styles it has to understand each that carries the layout, and may pass over those that
/// only please. Source: "Word 2007 HTML and CSS Rendering Capabilities in Outlook 2007", Microsoft, 2006; still so in Outlook 2021.
/// </summary>
public sealed class WordLayoutTests
{
    private static readonly FrozenSet<string> Understood = new[]
    {
        "background-color", "border", "border-left", "border-top", "color", "font-family", "font-size", "font-weight", "height",
        "line-height", "margin", "padding", "table-layout", "text-decoration", "width", "mso-hide", "mso-padding-alt",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Without them a corner is square, a long word is cut by the table, and the table around keeps the width.
    private static readonly FrozenSet<string> MayBePassedOver = new[]
    {
        "border-radius", "max-width", "overflow-wrap", "word-break", "-webkit-text-size-adjust",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static TheoryData<MessageKind, Language> All() => EveryMailTests.All();

    public static TheoryData<string, Language> Letters() => EveryLetterTests.All();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_style_that_carries_the_layout_is_one_that_Word_understands(MessageKind kind, Language language) =>
        WordUnderstands(await Mails.RenderAsync(Given.Mail(kind, language)));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Padding_stands_in_cells_alone_and_what_is_coloured_says_it_twice(MessageKind kind, Language language) =>
        PaddingStandsInCells(await Mails.RenderAsync(Given.Mail(kind, language)));

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task Word_lays_out_what_belongs_to_no_lead_as_well(string name, Language language)
    {
        var mail = await Mails.RenderAsync(GivenLetters.Of(name, language));

        WordUnderstands(mail);
        PaddingStandsInCells(mail);
    }

    private static void WordUnderstands(RenderedMail mail)
    {
        foreach (var element in Visible(mail.Page()))
        {
            Assert.All(Declarations(element), one => Assert.True(
                Understood.Contains(one.Key) || MayBePassedOver.Contains(one.Key) || IsOfLink(element, one),
                $"{element.LocalName}: {one}"));
        }
    }

    private static void PaddingStandsInCells(RenderedMail mail)
    {
        foreach (var element in Visible(mail.Page()))
        {
            var styles = Declarations(element).ToDictionary(StringComparer.Ordinal);
            if (styles.ContainsKey("padding") && element.LocalName is not ("td" or "th" or "body"))
            {
                var around = element.ParentElement!.GetAttribute("style")!;
                Assert.Equal(("a", true), (element.LocalName, around.Contains("mso-padding-alt", StringComparison.Ordinal)));
            }

            if (element.LocalName == "td" && styles.TryGetValue("background-color", out var colour))
                Assert.Equal(colour, element.GetAttribute("bgcolor"));
        }

        Assert.DoesNotContain("background-image", mail.Html, StringComparison.Ordinal);
        Assert.Equal(Count(mail.Html, "<!--[if mso]>"), Count(mail.Html, "<![endif]-->"));
    }

    /// <summary>All but the preheader, which Word hides by a style of its own.</summary>
    private static IEnumerable<IElement> Visible(IParentNode page) =>
        page.QuerySelectorAll("body, body *").Where(element =>
            !(element.GetAttribute("style") ?? "").Contains("mso-hide:all", StringComparison.Ordinal));

    private static IEnumerable<KeyValuePair<string, string>> Declarations(IElement element) =>
        (element.GetAttribute("style") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(declaration => declaration.Split(':', 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1]));

    /// <summary>The cell around a button is what Word fills.</summary>
    private static bool IsOfLink(IElement element, KeyValuePair<string, string> style) =>
        (element.LocalName, style.Key, style.Value) is ("a", "display", "inline-block");

    private static int Count(string html, string part) => html.Split(part).Length - 1;
}
