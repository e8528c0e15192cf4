using Handoff.Meetings;
using Handoff.People;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Meetings;

/// <summary>What the meeting's page says.</summary>
public sealed class MeetingTexts(Language language) : Sentences(language)
{
    public string Heading => Say("Meeting", "Riunione");
    public string Introduction => Say(
        "Where the two heads meet with the figures on the table, and write down what they decide.",
        "Dove i due direttori si incontrano con le cifre sul tavolo, e scrivono che cosa decidono.");
    public string Next => Say("The next one", "La prossima");
    public string NotAgreed => Say(
        "No meeting is agreed: `alignment.meeting` in agreement.yaml says when.",
        "Nessuna riunione è concordata: `alignment.meeting` in agreement.yaml dice quando.");
    public string Moved => Say(
        "The agreement says {0}, a day on which somebody does not work.", "L'accordo dice {0}, giorno in cui qualcuno non lavora.");
    public string InvitedOn => Say("Invitations go {0}.", "Gli inviti partono {0}.");
    public string Invited => Say("Both heads are invited.", "I due direttori sono invitati.");
    public string Minutes => Say("{0} minutes", "{0} minuti");
    public string Item => Say("Item", "Punto");
    public string LastReport => Say("From the last report", "Dall'ultimo rapporto");
    public string OpenLeads => Say("These leads", "Questi lead");
    public string Scorecard => Say("The scorecard of that week", "La pagella di quella settimana");
    public string Reports => Say("All reports", "Tutti i rapporti");
    public string ReportsHeading => Say("Weekly reports", "Rapporti settimanali");
    public string ReportsSay => Say(
        "As they were sent to the two heads; what they told of a period that is over stays as it was told.",
        "Come furono inviati ai due direttori; quanto dissero di un periodo concluso resta com'era.");
    public string NoReports => Say("No report was sent yet", "Nessun rapporto è stato ancora inviato");
    public string NoReportsSay => Say(
        "`alignment.report` in agreement.yaml says when.", "`alignment.report` in agreement.yaml dice quando.");
    public string WeekFrom => Say("Week from", "Settimana da");
    public string SentAt => Say("Sent", "Inviato");
    public string Sent => Say("As it was sent", "Come fu inviato");
    public string Mail => Say("The mail as it was sent", "L'e-mail come fu inviata");
    public string MailAlone => Say("The mail alone, to print", "Solo l'e-mail, da stampare");
    public string AsText => Say("As text", "Come testo");
    public string NotSent => Say("Its mail has not left yet", "La sua e-mail non è ancora partita");
    public string AllReports => Say("All reports", "Tutti i rapporti");
    public string Decide => Say("Write a decision down", "Scrivi una decisione");
    public string What => Say("What is decided", "Che cosa si decide");
    public string WhatHint => Say("Name no lead's person: the report quotes it.", "Non nominare persone dei lead: il rapporto la cita.");
    public string Owner => Say("Who sees to it", "Chi se ne occupa");
    public string Due => Say("By when", "Entro quando");
    public string Metric => Say("Judged by", "Giudicata da");
    public string NoMetric => Say("no figure", "nessuna cifra");
    public string Expected => Say("Expected figure", "Cifra attesa");
    public string Save => Say("Write it down", "Scrivi");
    public string Done => Say("Done", "Fatto");
    public string GiveUp => Say("Give up", "Abbandona");
    public string Saved => Say("It is written down.", "È scritto.");
    public string SignInToDecide => Say(
        "The two heads write decisions down here, signed in.", "Qui i due direttori, dopo l'accesso, scrivono le decisioni.");

    /// <summary>Nobody was invited, for nothing ran then.</summary>
    public string Missed(MissedMeeting missed, DateTimeZone zone)
    {
        var times = TimeTexts.In(Language);
        var (first, last) = (times.Date(missed.First.InZone(zone).Date, false), times.Date(missed.Last.InZone(zone).Date, false));
        return missed.First == missed.Last
            ? Say(
                $"Nobody was invited to the meeting of {first}: the system did not run.",
                $"Nessuno è stato invitato alla riunione di {first}: il sistema non era in funzione.")
            : Say(
                $"Nobody was invited to the meetings of {first} to {last}: the system did not run.",
                $"Nessuno è stato invitato alle riunioni da {first} a {last}: il sistema non era in funzione.");
    }

    public string Wrong(string field) => field switch
    {
        "text" => Say("Say what is decided, in 500 characters at most.", "Di' che cosa si decide, in 500 caratteri al massimo."),
        "owner" => Say("Say who sees to it.", "Di' chi se ne occupa."),
        "due" => Say("Give a day from today on, within two years.", "Dai un giorno da oggi in poi, entro due anni."),
        "metric" => Say("This figure is not promised.", "Questa cifra non è promessa."),
        _ => Say("Give a number.", "Dai un numero."),
    };
}
