using Handoff.People;
using Handoff.Service.Asking;
using NodaTime;

namespace Handoff.Mail.Tests;

/// <summary>What whoever sent a lead reads: one question, one link to it, no product, and how not to be written to any more.</summary>
public sealed class AskMailTests
{
    private const string Page = "https://handoff.example/a/token";
    private const string Withdraw = "https://handoff.example/c/token";

    public static TheoryData<Language, bool> Every() => new()
    {
        { Language.En, true }, { Language.En, false }, { Language.It, true }, { Language.It, false },
    };

    [Theory]
    [MemberData(nameof(Every))]
    public async Task It_asks_one_question_and_leads_to_its_page_and_to_where_one_withdraws(Language language, bool isByConsent)
    {
        var mail = await Mails.RenderAsync(Mail(language, isByConsent));

        Assert.Equal([Page, Withdraw], mail.Links());
        Assert.Contains("Acme S.p.A.", mail.Subject, StringComparison.Ordinal);
        Assert.EndsWith("?", mail.Subject, StringComparison.Ordinal);
        Assert.All(mail.Links(), href => Assert.Contains(href, mail.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.All(
            new[] { mail.Subject, mail.Text, mail.Seen() }, part => Assert.DoesNotContain("Handoff", part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Dear Ada Lovelace, on Monday 23 November you sent a request to Acme S.p.A.", "I do not want to be contacted")]
    [InlineData(
        "it", "Buongiorno Ada Lovelace, lunedì 23 novembre ha inviato una richiesta a Acme S.p.A.", "Non desidero più essere")]
    public async Task It_says_what_it_is_about_and_how_to_withdraw(string tag, string says, string withdraws)
    {
        var language = (Language)tag;
        var mail = await Mails.RenderAsync(Mail(language, isByConsent: true));

        Assert.All(new[] { mail.Text, mail.Seen() }, part => Assert.Contains(says, part, StringComparison.Ordinal));
        Assert.Contains(withdraws, mail.Text, StringComparison.Ordinal);
    }

    private static AskMail Mail(Language language, bool isByConsent) => new(
        "Ada Lovelace", language, "Acme S.p.A.", Instant.FromUtc(2026, 11, 23, 9, 0), Instant.FromUtc(2026, 11, 25, 9, 0),
        DateTimeZoneProviders.Tzdb["Europe/Rome"], isByConsent, new("ask", Page),
        new("consent", Withdraw));
}
