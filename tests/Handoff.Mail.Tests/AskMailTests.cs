using Handoff.People;
using Handoff.Service.Asking;
using NodaTime;

namespace Handoff.Mail.Tests;

/// <summary>What whoever sent a lead reads: one question, one link, no product, and how to withdraw a consent where there is one.</summary>
public sealed class AskMailTests
{
    private const string Page = "https://handoff.example/a/token";

    public static TheoryData<Language, bool> Every() => new()
    {
        { Language.En, true }, { Language.En, false }, { Language.It, true }, { Language.It, false },
    };

    [Theory]
    [MemberData(nameof(Every))]
    public async Task It_asks_one_question_and_leads_to_one_page_only(Language language, bool isByConsent)
    {
        var mail = await Mails.RenderAsync(Mail(language, isByConsent));

        Assert.All(mail.Links(), href => Assert.Equal(Page, href));
        Assert.Equal(isByConsent ? 2 : 1, mail.Links().Length);
        Assert.Contains("Acme S.p.A.", mail.Subject, StringComparison.Ordinal);
        Assert.EndsWith("?", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(Page, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.All(
            new[] { mail.Subject, mail.Text, mail.Seen() }, part => Assert.DoesNotContain("Handoff", part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Dear Ada Lovelace, on Monday 23 November you sent a request to Acme S.p.A.", "I do not want to be contacted")]
    [InlineData(
        "it", "Buongiorno Ada Lovelace, lunedì 23 novembre ha inviato una richiesta a Acme S.p.A.", "Non desidero più essere")]
    public async Task It_says_what_it_is_about_and_how_to_withdraw(Language language, string says, string withdraws)
    {
        var mail = await Mails.RenderAsync(Mail(language, isByConsent: true));

        Assert.All(new[] { mail.Text, mail.Seen() }, part => Assert.Contains(says, part, StringComparison.Ordinal));
        Assert.Contains(withdraws, mail.Text, StringComparison.Ordinal);
        var asked = await Mails.RenderAsync(Mail(language, isByConsent: false));
        Assert.DoesNotContain(withdraws, asked.Text, StringComparison.Ordinal);
    }

    private static AskMail Mail(Language language, bool isByConsent) => new(
        "Ada Lovelace", language, "Acme S.p.A.", Instant.FromUtc(2026, 11, 23, 9, 0), Instant.FromUtc(2026, 11, 25, 9, 0),
        DateTimeZoneProviders.Tzdb["Europe/Rome"], isByConsent, new("ask", Page));
}
