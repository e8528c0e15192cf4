using Handoff.Leads;
using Handoff.People;

namespace Handoff.Mail.Tests;

public sealed class OfferMailTests
{
    [Fact]
    public async Task The_subject_says_who_and_by_when()
    {
        Assert.Equal("Ada Lovelace, Analytical Engines: accept by 15:20", (await Mails.RenderAsync(Given.Mail(MessageKind.Offer))).Subject);
        Assert.Equal(
            "Ada Lovelace, Analytical Engines: accetta entro le 15:20",
            (await Mails.RenderAsync(Given.Mail(MessageKind.Offer, Language.It))).Subject);
    }

    [Fact]
    public async Task The_button_opens_the_offer()
    {
        var mail = await Mails.RenderAsync(Given.Mail(MessageKind.Offer));

        Assert.Equal(
            [$"{Given.Site}r/offer", "tel:+390212345678", "mailto:ada@engines.example", $"{Given.Site}r/away"],
            mail.Links());
        Assert.Contains($"Accept or decline:\n{Given.Site}r/offer\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_in_how_much_working_time_and_why_this_rep()
    {
        var mail = await Mails.RenderAsync(Given.Mail(MessageKind.Offer));

        foreach (var part in new[] { mail.Text, mail.Seen() })
        {
            Assert.Contains("Please accept or decline by 15:20 (in 5 minutes of working time).", part, StringComparison.Ordinal);
            Assert.Contains(
                "Anna Greco gets the lead: nobody else can take it. Not asked: Bruno Riva (away).", part, StringComparison.Ordinal);
            Assert.Contains("85 points: 60 asked for a demo or a price", part, StringComparison.Ordinal);
            Assert.Contains("Acme S.p.A., agreement 2026-11", part, StringComparison.Ordinal);
        }
    }
}
