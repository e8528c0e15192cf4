using Handoff.News;
using Handoff.People;
using Handoff.Service.News;
using Handoff.Web.Design;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To the two heads: nothing is sent to a channel any more.</summary>
internal sealed class ChannelStoppedLetter : Sentences
{
    private readonly ChannelStoppedMail _mail;
    private readonly ReaderTime _time;

    private ChannelStoppedLetter(ChannelStoppedMail mail)
        : base(mail.Reader.Language) => (_mail, _time) = (mail, ReaderTime.Of(mail.Reader, mail.Now));

    /// <summary>Writes it: a pure function of the mail.</summary>
    public static Letter Write(ChannelStoppedMail mail) => new ChannelStoppedLetter(mail).Write();

    private Letter Write()
    {
        var subject = Say($"The channel {_mail.Channel} has stopped", $"Il canale {_mail.Channel} si è fermato");
        return new LetterFrame(_time, _mail.Organisation).Around(
            subject, Cause, subject,
            [
                LetterFrame.Section(
                    null, Tone.AtRisk,
                    [
                        Cause,
                        Say(
                            "No lead is late for it: only this channel is not told what happens.",
                            "Nessun lead è in ritardo per questo: solo questo canale non sa che cosa succede."),
                        Say(
                            "What it is to be told is kept, and goes in order once you turn it on again.",
                            "Quel che deve sapere resta in coda, e parte in ordine quando lo riattivi."),
                    ]) with
                {
                    Main = LeadLinks.Find(_mail.Links, "channels") is { } page
                        ? new(Say("Open the channels", "Apri i canali"), page) : null,
                },
            ]);
    }

    private string Cause => _mail.Cause == ChannelStop.Refused
        ? Say(
            $"The receiver says that it takes nothing any more ({_mail.Reason}).",
            $"Il destinatario dice di non accettare più nulla ({_mail.Reason}).")
        : Say(
            $"Nothing arrived in ten attempts over three days; the last one: {_mail.Reason}",
            $"Nulla è arrivato in dieci tentativi nell'arco di tre giorni; l'ultimo: {_mail.Reason}");
}
