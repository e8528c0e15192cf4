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
        var name = UserText.Line(mail.Names.Source(mail.Source), 60);
        var subject = Say($"Leads of {name} are refused", $"I lead di {name} sono rifiutati");
        return new LetterFrame(_time, mail.Organisation).Around(
            subject, Say("Its key or secret was likely changed on one side only.", "Forse la chiave è cambiata da una parte sola."),
            subject,
            [
                LetterFrame.Section(
                    null, Tone.AtRisk,
                    [
                        Say(
                            $"{mail.Count} posts to the source {name} were refused within an hour, and it was valid before.",
                            $"{mail.Count} invii alla fonte {name} sono stati rifiutati in un'ora, e prima era valida."),
                        Say(
                            "Its key or secret was likely changed on one side only: until both are the same again its leads are lost.",
                            "Probabilmente la chiave o il segreto è cambiato da una parte sola: finché non coincidono i suoi lead vanno "
                                + "persi."),
                    ]) with
                {
                    Main = LeadLinks.Find(mail.Links, "sources") is { } page ? new(Say("Open the sources", "Apri le fonti"), page) : null,
                },
            ],
            Say("You are told once a day while it lasts.", "Ti viene detto una volta al giorno finché dura."));
    }
}
