using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Leads;
using Handoff.Service.Mail;

namespace Handoff.Mail.Tests;

/// <summary>Whatever stands in a form, the mail stays a mail.</summary>
public sealed class HostileFieldTests
{
    private static readonly string[] Blocks =
    [
        "html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "th", "h1", "h2", "p", "a", "bdi",
            "blockquote", "br", "span",
    ];

    public static TheoryData<string> Hostile() => new(
        "<script>alert(1)</script><b>bold</b>",
        "\"><a href=\"https://evil.example\">Accept</a><!--",
        "</title></td></table></body></html>",
        "Subject\r\nBcc: everybody@evil.example\r\n\r\nhello",
        "\u202Emoc.live\u202C \u2066x\u2069 \u200F \u061C",
        "עברית שלום مرحبا بالعالم",
        "👩‍👩‍👧‍👦🏳️‍🌈🇮🇹",
        "a\u0000b\u0007c\u001Bd\u0085e\u2028f",
        "\uD83D alone \uDE00",
        "javascript:alert(1)",
        "https://evil.example/login www.evil.example",
        "@{ throw new Exception(); } {{x}} ${y} %n &amp; &#60;",
        new string('w', 500),
        string.Concat(Enumerable.Repeat("word ", 2_000)),
        "e" + new string('\u0301', 10_000),
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 1_000)),
        string.Concat(Enumerable.Repeat("line\n", 2_000)),
        "",
        " \t\r\n ",
        "\u200B\u200E");

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Nothing_that_a_person_wrote_becomes_markup_a_link_or_a_header(string value)
    {
        foreach (var kind in Given.Kinds)
        {
            foreach (var language in Language.All)
            {
                var harmless = await Mails.RenderAsync(Given.Mail(kind, language));
                var mail = await Mails.RenderAsync(Filled(Given.Mail(kind, language), value));
                var page = mail.Page();

                // The same building blocks and no others, and every link is ours, or mailto or tel.
                Assert.Empty(page.QuerySelectorAll("*").Select(element => element.LocalName).Except(Blocks));
                Assert.Single(page.QuerySelectorAll("h1"));
                Assert.All(mail.Links(), href => Assert.True(
                    href.StartsWith(Given.Site, StringComparison.Ordinal) || href.StartsWith("mailto:", StringComparison.Ordinal)
                        || href.StartsWith("tel:", StringComparison.Ordinal)));
                Assert.Equal(
                    harmless.Links().Where(href => href.StartsWith("https:", StringComparison.Ordinal)),
                    mail.Links().Where(href => href.StartsWith("https:", StringComparison.Ordinal)));

                Assert.InRange(mail.Subject.Length, 1, 150);
                foreach (var part in new[] { mail.Subject, mail.Text.Replace("\n", "", StringComparison.Ordinal),
                    page.Body!.TextContent.Replace("\n", "", StringComparison.Ordinal) })
                    Assert.DoesNotContain(part, character => char.IsControl(character) || IsDirection(character));
                Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1_000, 90_000);
                Assert.InRange(mail.Text.Length, 100, 15_000);
                Assert.All(
                    mail.Text.Split('\n'), line =>
                    Assert.True(
                    !line.Contains("://", StringComparison.Ordinal) || line.StartsWith(Given.Site, StringComparison.Ordinal)
                    || line.StartsWith("> ", StringComparison.Ordinal)));
                // Throws for half a character.
                _ = (mail.Subject + mail.Text + mail.Html).Normalize();
            }
        }
    }

    [Fact]
    public async Task A_message_is_cut_between_two_graphemes_near_2000_characters()
    {
        var family = "👩‍👩‍👧‍👦";
        var mail = await Mails.RenderAsync(Given.Of(Given.Item(MessageKind.Offer) with
        {
            Record = Given.Ada with { Message = string.Concat(Enumerable.Repeat(family, 1_000)) },
        }));

        var quoted = mail.Page().QuerySelector("blockquote")!.TextContent.Trim();
        Assert.InRange(quoted.Length, 1_900, 2_000);
        Assert.EndsWith("…", quoted, StringComparison.Ordinal);
        Assert.All(Graphemes(quoted[..^1]), grapheme => Assert.Equal(family, grapheme));
    }

    [Fact]
    public async Task A_message_keeps_its_lines_and_is_quoted_in_the_text_part()
    {
        var mail = await Mails.RenderAsync(Given.Of(Given.Item(MessageKind.Offer) with
        {
            Record = Given.Ada with { Message = "  Hello\r\n\r\n\r\n\r\nAccept or decline:\nhttps://evil.example/r/offer " },
        }));

        Assert.Contains(
            "What they wrote:\n> Hello\n> \n> Accept or decline:\n> https://evil.example/r/offer\n", mail.Text, StringComparison.Ordinal);
        Assert.Equal(3, mail.Page().QuerySelectorAll("blockquote br").Length);
    }

    [Fact]
    public async Task Right_to_left_names_are_isolated()
    {
        var mail = await Mails.RenderAsync(
            Given.Of(Given.Item(MessageKind.Offer) with { Record = Given.Ada with { Name = "עדה לאבלייס", Company = "מנועים" } }));

        Assert.Equal(["עדה לאבלייס", "מנועים"], mail.Page().QuerySelectorAll("h1 bdi").Select(name => name.TextContent));
        Assert.Equal("עדה לאבלייס, מנועים: accept by 15:20", mail.Subject);
    }

    [Theory]
    [InlineData("ada+demo@engines.example", "mailto:ada%2Bdemo@engines.example")]
    [InlineData("ada?bcc=eve@engines.example", "mailto:ada%3Fbcc%3Deve@engines.example")]
    [InlineData("not an address", null)]
    [InlineData("@engines.example", null)]
    public async Task An_address_becomes_a_link_only_if_it_is_one(string email, string? href)
    {
        var mail = await Mails.RenderAsync(Given.Of(Given.Item(MessageKind.Offer) with { Record = Given.Ada with { Email = email } }));

        Assert.Equal(href, mail.Links().SingleOrDefault(link => link.StartsWith("mailto:", StringComparison.Ordinal)));
        Assert.Contains($"E-mail: {email}\n", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+39 02 1234-5678", "tel:+390212345678")]
    [InlineData("02/123456 ext. 5", null)]
    [InlineData("*#06#", null)]
    public async Task A_number_becomes_a_link_only_if_it_is_one(string phone, string? href)
    {
        var mail = await Mails.RenderAsync(Given.Of(Given.Item(MessageKind.Offer) with { Record = Given.Ada with { Phone = phone } }));

        Assert.Equal(href, mail.Links().SingleOrDefault(link => link.StartsWith("tel:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Somebody_without_a_name_is_called_by_the_address_but_not_to_others_than_rep_and_manager()
    {
        var record = Given.Ada with { Name = " ", Company = null };

        Assert.StartsWith(
            "ada@engines.example: accept",
            (await Mails.RenderAsync(Given.Of(Given.Item(MessageKind.Offer) with { Record = record }))).Subject, StringComparison.Ordinal);
        Assert.StartsWith(
            "Somebody who gave no name: the return was wrong",
            (await Mails.RenderAsync(Given.Of(Given.Item(MessageKind.ContestAnswered) with { Record = record }))).Subject,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Una persona senza nome: non più",
            (await Mails.RenderAsync(Given.Of(Given.Item(MessageKind.MovedOn) with { Record = record }, Language.It))).Subject,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_digest_still_links_every_lead_and_stays_small()
    {
        var digest = Given.Mail(MessageKind.Digest);
        var mail = await Mails.RenderAsync(digest with
        {
            Items = [.. Enumerable.Range(1, 60)
                .Select(number => digest.Items[0] with { Links = [new("manage", $"{Given.Site}m/{number}", $"lead-{number}")] })],
        });

        Assert.Equal(61, mail.Links().Count(href => href.StartsWith("https:", StringComparison.Ordinal)));
        Assert.StartsWith(
            "60 leads need you by 15:20: Ada1 Lovelace, Analytical Engines and 59 more", mail.Subject, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 10_000, 150_000);
    }

    private static bool IsDirection(char character) =>
        character is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static IEnumerable<string> Graphemes(string text)
    {
        var graphemes = StringInfo.GetTextElementEnumerator(text);
        while (graphemes.MoveNext()) yield return graphemes.GetTextElement();
    }

    private static MailModel Filled(MailModel model, string value) => model with
    {
        Organisation = value,
        Items = [.. model.Items.Select(item => item with
        {
            OwnerName = value,
            OtherName = value,
            ScoreBecause = value,
            RoutingBecause = value,
            Lead = item.Lead with { Reception =
                item.Lead.Known with { Tier = value, Source = value, Team = value, Country = value, Language = value } },
            Record = new LeadRecord
            {
                Name = value,
                Company = value,
                JobTitle = value,
                Email = value,
                Phone = value,
                Message = value,
                Form = ImmutableSortedDictionary<string, string>.Empty.Add("form", value).Add("k" + value, value).Add("other", value),
                Notes = [new(Given.Start, value, "feedback", value)],
            },
        })],
    };
}
