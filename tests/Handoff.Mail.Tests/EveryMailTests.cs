using System.Text;
using AngleSharp.Dom;
using Handoff.Leads;
using Handoff.People;

namespace Handoff.Mail.Tests;

/// <summary>What holds of every kind of mail in every language.</summary>
public sealed class EveryMailTests
{
    public static TheoryData<MessageKind, Language> All()
    {
        var all = new TheoryData<MessageKind, Language>();
        foreach (var kind in Given.Kinds)
        {
            foreach (var language in Language.All)
                all.Add(kind, language);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Subject_and_both_parts_name_the_lead_and_the_footer_company_and_agreement(MessageKind kind, Language language)
    {
        var mail = await Mails.RenderAsync(Given.Mail(kind, language));

        // What tells of a day names nobody.
        foreach (var part in new[] { mail.Subject, mail.Text, mail.Seen() })
            Assert.Equal(
                kind != MessageKind.Returned,
                part.Contains("Ada Lovelace, Analytical Engines", StringComparison.Ordinal)
                    || part.Contains("Ada1 Lovelace, Analytical Engines", StringComparison.Ordinal));
        foreach (var part in new[] { mail.Text, mail.Seen() })
        {
            Assert.Contains(
                language.Tag switch
                {
                    "en" => "Acme S.p.A., agreement 2026-11",
                    "it" => "Acme S.p.A., accordo 2026-11",
                    _ => "2026-11",
                },
                part, StringComparison.Ordinal);
            Assert.Contains("Europe/Rome", part, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_link_of_the_HTML_part_stands_on_a_line_of_its_own_in_the_text_part(MessageKind kind, Language language)
    {
        var mail = await Mails.RenderAsync(Given.Mail(kind, language));
        var lines = mail.Text.Split('\n');

        var ours = mail.Links().Where(href => href.StartsWith("https:", StringComparison.Ordinal)).ToArray();
        Assert.Equal(ours, lines.Where(line => line.StartsWith("https:", StringComparison.Ordinal)));
        Assert.All(
            lines, line =>
            Assert.True(!line.Contains("://", StringComparison.Ordinal) || line.StartsWith("https:", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_buttons_fit_the_kind(MessageKind kind, Language language)
    {
        var mail = await Mails.RenderAsync(Given.Mail(kind, language));

        string[] expected = kind switch
        {
            MessageKind.Offer or MessageKind.Reminder or MessageKind.CameBack => ["r/offer", "r/away"],
            MessageKind.Accepted => ["r/contacted", "r/undo", "r/away"],
            MessageKind.Assigned or MessageKind.FollowUp => ["r/contacted", "r/away"],
            MessageKind.GiveFeedback => ["r/feedback", "r/away"],
            MessageKind.MovedOn => ["r/away"],
            MessageKind.Returned => ["feedback"],
            MessageKind.Contested => ["m/contest", "r/away"],
            MessageKind.ContestAnswered => ["r/away"],
            MessageKind.Digest => ["m/manage-1", "m/manage-2", "m/manage-3", "r/away"],
            _ => ["m/manage", "r/away"],
        };
        Assert.Equal(
            expected.Select(path => Given.Site + path), mail.Links().Where(href => href.StartsWith("https:", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Address_and_phone_stand_only_in_mails_to_the_rep_and_the_manager_of_the_lead(MessageKind kind, Language language)
    {
        var mail = await Mails.RenderAsync(Given.Mail(kind, language));
        var tells = kind is not (MessageKind.MovedOn or MessageKind.Returned or MessageKind.ContestAnswered);

        Assert.Equal(tells, mail.Text.Contains("ada@engines.example", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(tells, mail.Html.Contains("engines.example", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(tells, mail.Text.Contains("390212345678", StringComparison.Ordinal));
        Assert.Equal(tells, mail.Links().Contains("mailto:ada@engines.example"));
        Assert.Equal(tells, mail.Links().Contains("tel:+390212345678"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_mail_has_nothing_of_the_one_before(MessageKind kind, Language language)
    {
        var alone = await Mails.RenderAsync(Given.Mail(kind, language));

        await Mails.RenderAsync(Given.Mail(MessageKind.Digest, language));

        Assert.Equal(alone, await Mails.RenderAsync(Given.Mail(kind, language)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_HTML_part_is_in_its_language_fit_for_dark_mode_and_loads_nothing(MessageKind kind, Language language)
    {
        var mail = await Mails.RenderAsync(Given.Mail(kind, language));
        var page = mail.Page();

        Assert.StartsWith("<!DOCTYPE html>", mail.Html, StringComparison.Ordinal);
        Assert.Equal(language.Tag, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("light dark", page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("img, script, iframe, link, form, object, [src], [background]"));
        Assert.DoesNotContain("url(", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(mail.Subject, page.Title);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.StartsWith("display:none", page.Body!.FirstElementChild!.GetAttribute("style"), StringComparison.Ordinal);
        Assert.NotEmpty(page.Body!.FirstElementChild!.TextContent.Trim());
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1_000, 30_000);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_same_model_gives_the_same_mail(MessageKind kind, Language language) =>
        Assert.Equal(await Mails.RenderAsync(Given.Mail(kind, language)), await Mails.RenderAsync(Given.Mail(kind, language)));

    [Fact]
    public async Task A_touch_is_never_mailed() =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Mails.RenderAsync(Given.Mail(MessageKind.Offer) with
        {
            Kind = MessageKind.Touch,
            Items = [Given.Item(MessageKind.Offer) with { Kind = MessageKind.Touch }],
        }));

    [Fact]
    public async Task A_mail_without_a_lead_or_with_two_that_is_no_digest_is_refused()
    {
        var offer = Given.Mail(MessageKind.Offer);

        await Assert.ThrowsAsync<ArgumentException>(() => Mails.RenderAsync(offer with { Items = [] }));
        await Assert.ThrowsAsync<ArgumentException>(() => Mails.RenderAsync(offer with { Items = [offer.Items[0], offer.Items[0]] }));
    }
}
