using System.Collections.Immutable;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Meetings;
using Handoff.Web.Design;
using Handoff.Web.Meetings;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Mail.Letters;

/// <summary>To the two heads: an invitation, another time, or that the meeting will not be.</summary>
internal static class MeetingLetter
{
    /// <summary>Writes it: a pure function of the mail.</summary>
    public static Letter Write(MeetingMail mail)
    {
        var texts = new MeetingLetterTexts(mail);
        return new LetterFrame(texts.Time, mail.Organisation).Around(
            texts.Subject, texts.When, texts.Subject, [texts.Opening, .. mail.IsCancelled ? [] : texts.Agenda]);
    }

    private sealed class MeetingLetterTexts : Sentences
    {
        private readonly MeetingMail _mail;
        private readonly AgendaTexts _agenda;

        public MeetingLetterTexts(MeetingMail mail)
            : base(mail.Reader.Language)
        {
            (_mail, _agenda) = (mail, new(mail.Names));
            Time = ReaderTime.Of(mail.Reader, mail.Now);
        }

        public ReaderTime Time { get; }

        public TimeTexts Times => Time.Texts;

        public string When => Times.Capital(Times.Span(
            Time.At(_mail.Invited.Start), Time.At(_mail.Invited.Start + Duration.FromMinutes(_mail.Invited.Minutes)))) + ".";

        private string Day => Times.Date(_mail.Invited.Start.InZone(_mail.Reader.Calendar.Zone).Date, withYear: false);

        public string Subject => _mail.News switch
        {
            MeetingNews.Cancelled => Say($"Cancelled: the meeting of {Day}", $"Annullata: la riunione di {Day}"),
            MeetingNews.WithoutReader => Say($"Without you: the meeting of {Day}", $"Senza di te: la riunione di {Day}"),
            MeetingNews.Moved => Say($"New time: the meeting is on {Day}", $"Nuovo orario: la riunione è {Day}"),
            MeetingNews.OtherHead => Say($"Another head: the meeting of {Day}", $"Altra direzione: la riunione di {Day}"),
            MeetingNews.Called => Say($"Marketing and sales meet on {Day}", $"Marketing e vendite si incontrano {Day}"),
            _ => throw new InvalidOperationException("A mail tells one of these."),
        };

        private string First => _mail.News switch
        {
            MeetingNews.Cancelled => Say("The agreed schedule has changed.", "Il calendario concordato è cambiato."),
            MeetingNews.WithoutReader => Say(
                "You are no longer invited: the agreement names somebody else.",
                "Non hai più l'invito: l'accordo indica un'altra persona."),
            _ => When,
        };

        public LetterSection Opening
        {
            get
            {
                List<string> says = [First];
                if (_mail.News == MeetingNews.OtherHead)
                {
                    says.Add(Say(
                        "The agreement names another head than when you were invited.",
                        "L'accordo indica un'altra direzione rispetto a quando hai ricevuto l'invito."));
                }

                if (_mail is { News: MeetingNews.Called, Invited: { Due: { } due } invited } && Lateness.IsTold(due, invited.At))
                {
                    says.Add(Say(
                        $"This invitation was due {Times.At(Time.At(due))} and comes late: the system did not run then.",
                        $"Questo invito era atteso {Times.At(Time.At(due))} e arriva in ritardo: il sistema non era in funzione."));
                }

                if (_mail is { IsMoved: true, IsCancelled: false })
                {
                    var planned = Times.Date(_mail.Invited.Planned, withYear: false);
                    says.Add(Say(
                        $"The agreement says {planned}, a day on which one of you does not work: it is on the next on which both do.",
                        $"L'accordo dice {planned}, giorno in cui uno di voi non lavora: si tiene quindi il primo giorno in cui lavorate "
                            + $"entrambi."));
                }

                return Section(null, says) with
                {
                    Main = LeadLinks.Find(_mail.Links, "meeting") is { } page
                        ? new(Say("Open the meeting's page", "Apri la pagina della riunione"), page) : null,
                };
            }
        }

        public IEnumerable<LetterSection> Agenda
        {
            get
            {
                yield return Section(_agenda.Heading, [_agenda.Title]) with
                {
                    Facts = [.. _agenda.Items(_mail.Invited.Minutes).Select(item => new Fact($"{item.Minutes}'", item.Item))],
                };
                foreach (var (heading, leads) in new[]
                {
                    (_agenda.Returned, _mail.Invited.Leads.Returned), (_agenda.Best, _mail.Invited.Leads.Best),
                    (_agenda.Worst, _mail.Invited.Leads.Worst),
                })
                {
                    if (!leads.IsEmpty)
                        yield return Leads(heading, leads);
                }
            }
        }

        private LetterSection Leads(string heading, ImmutableArray<AgendaLead> leads) =>
            Section(heading, [Times.Fill(Say("{0} lead|{0} leads", "{0} lead|{0} lead"), leads.Length)]) with
            {
                Facts =
                [
                    .. leads.Select((lead, number) => new Fact(
                        $"{number + 1}", _agenda.Line(lead, _mail.ReasonOf, _mail.Reader.Calendar.Zone), _mail.PageOf(lead))),
                ],
            };

        private static LetterSection Section(string? heading, IEnumerable<string> says) =>
            LetterFrame.Section(heading, Tone.Still, [.. says]);
    }
}
