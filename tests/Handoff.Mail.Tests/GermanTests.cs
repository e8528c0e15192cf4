using Handoff.Leads;
using Handoff.People;

namespace Handoff.Mail.Tests;

/// <summary>A language that is one file: what a German reader gets.</summary>
public sealed class GermanTests
{
    private static readonly Language De = (Language)"de";

    [Theory]
    [InlineData(MessageKind.Offer, "Ada Lovelace, Analytical Engines: bis 15:20 Uhr annehmen")]
    [InlineData(MessageKind.Reminder, "Erinnerung: Ada Lovelace, Analytical Engines: bis 15:20 Uhr annehmen")]
    [InlineData(MessageKind.Accepted, "Ada Lovelace, Analytical Engines: Ihr Lead, bis 15:45 Uhr Erstkontakt aufnehmen")]
    [InlineData(
        MessageKind.GiveFeedback, "Ada Lovelace, Analytical Engines: bis Dienstag, 1. Dezember, 15:15 Uhr Rückmeldung geben")]
    [InlineData(MessageKind.Breach, "Ada Lovelace, Analytical Engines: noch nicht angenommen, bitte bis 15:20 Uhr handeln")]
    [InlineData(MessageKind.NobodyEligible, "Ada Lovelace, Analytical Engines: Niemand kann übernehmen, bitte bis 15:20 Uhr zuweisen")]
    [InlineData(MessageKind.Digest, "3 Leads brauchen Sie bis 15:20 Uhr: Ada1 Lovelace, Analytical Engines und 2 weitere")]
    public async Task Subjects_say_what_to_do_by_when(MessageKind kind, string subject) =>
        Assert.Equal(subject, (await Mails.RenderAsync(Given.Mail(kind, De))).Subject);

    [Fact]
    public async Task An_offer_asks_politely_and_tells_its_deadline()
    {
        var mail = await Mails.RenderAsync(Given.Mail(MessageKind.Offer, De));

        Assert.Contains("lang=\"de\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Bitte bis 15:20 Uhr (in 5 Minuten Arbeitszeit) annehmen oder ablehnen.", mail.Text, StringComparison.Ordinal);
    }
}
