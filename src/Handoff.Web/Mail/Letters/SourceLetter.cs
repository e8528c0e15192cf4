using Handoff.People;
using Handoff.Service.Meetings;
using Handoff.Web.Design;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To the head of marketing: a source that was valid is refused, so its leads are lost.</summary>
internal sealed class SourceLetter(SourceMail mail) : Sentences(mail.Reader.Language)
{
    private readonly ReaderTime _time = ReaderTime.Of(mail.Reader, mail.Now);

    /// <summary>Writes it: a pure function of the mail.</summary>
    public static Letter Write(SourceMail mail) => new SourceLetter(mail).Write();

    private Letter Write()
    {
        var name = UserText.Line(mail.Source, 60);
        var subject = Say($"Leads of {name} are refused", $"I lead di {name} sono rifiutati");
        return new()
        {
            Lang = _time.Texts.Lang,
            Subject = subject,
            Preheader = Say("Its key or secret was likely changed on one side only.", "Forse la chiave è cambiata da una parte sola."),
            Heading = subject,
            Opening = null,
            Organisation = UserText.Isolated(UserText.Line(mail.Organisation, 100) ?? "Handoff"),
            Sections =
            [
                new()
                {
                    Heading = null,
                    Tone = Tone.AtRisk,
                    Says =
                    [
                        Say(
                            $"{mail.Count} posts to the source {name} were refused within an hour, and it was valid before.",
                            $"{mail.Count} invii alla fonte {name} sono stati rifiutati in un'ora, e prima era valida."),
                        Say(
                            "Its key or secret was likely changed on one side only: until both are the same again its leads are lost.",
                            "Probabilmente la chiave o il segreto è cambiato da una parte sola: finché non coincidono i suoi lead vanno "
                                + "persi."),
                    ],
                    Main = LeadLinks.Find(mail.Links, "sources") is { } page
                        ? new(Say("Open the sources", "Apri le fonti"), page) : null,
                    Aside = null,
                    Facts = [],
                    Quotes = [],
                },
            ],
            Footer =
            [
                Say("You are told once a day while it lasts.", "Ti viene detto una volta al giorno finché dura."),
                _time.Texts.TimesAre(_time.Zone),
            ],
            Away = null,
        };
    }
}
