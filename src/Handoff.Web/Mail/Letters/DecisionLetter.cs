using Handoff.People;
using Handoff.Service.Meetings;
using Handoff.Web.Design;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To the owner of a decision that is still open.</summary>
internal static class DecisionLetter
{
    /// <summary>Writes it: a pure function of the mail.</summary>
    public static Letter Write(DecisionMail mail)
    {
        var texts = new Texts(mail);
        return new LetterFrame(texts.Time, mail.Organisation).Around(
            texts.Subject, texts.Due, texts.Subject,
            [
                LetterFrame.Section(null, texts.IsLate ? Tone.Breached : Tone.AtRisk, texts.Due, texts.Ask) with
                {
                    Main = LeadLinks.Find(mail.Links, "meeting") is { } page ? new(texts.Open, page) : null,
                    Quotes = [new(texts.Decided, UserText.Lines(mail.Decision.Text, 2_000))],
                },
            ]);
    }

    private sealed class Texts(DecisionMail mail) : Sentences(mail.Reader.Language)
    {
        public ReaderTime Time { get; } = ReaderTime.Of(mail.Reader, mail.Now);

        public TimeTexts Times => Time.Texts;

        public bool IsLate => mail.Now.InZone(mail.Reader.Calendar.Zone).Date > mail.Decision.Due;

        private string Day => Times.Date(mail.Decision.Due, withYear: false);

        public string Subject => IsLate
            ? Say($"A decision of yours was due on {Day}", $"Una tua decisione scadeva {Day}")
            : Say("A decision of yours is due today", "Una tua decisione scade oggi");

        public string Due => IsLate ? Say($"It was due on {Day} and is still open.", $"Scadeva {Day} ed è ancora aperta.")
            : Say("It is due today and still open.", "Scade oggi ed è ancora aperta.");

        public string Ask => Say(
            "Say on the meeting's page whether it is done, or given up.", "Di' sulla pagina della riunione se è fatta o abbandonata.");

        public string Open => Say("Open the decisions", "Apri le decisioni");

        public string Decided => Say("What was decided", "Che cosa si è deciso");
    }
}
