using Handoff.People;

namespace Handoff.Web.Mail.Texts;

/// <summary>The labels of facts and the texts of links.</summary>
internal sealed class MailLabels(Language language) : Sentences(language)
{
    public string NoName => Say("Somebody who gave no name", "Una persona senza nome");
    public string Name => Say("Name", "Nome");
    public string Company => Say("Company", "Azienda");
    public string JobTitle => Say("Job title", "Ruolo");
    public string Email => Say("E-mail", "E-mail");
    public string Phone => Say("Phone", "Telefono");
    public string Country => Say("Country", "Paese");
    public string SpokenLanguage => Say("Language", "Lingua");
    public string AskedFor => Say("Asked through", "Richiesta da");
    public string Requests => Say("Requests", "Richieste");
    public string AlsoSaid => Say("Also said", "Altri dati");
    public string Score => Say("Score", "Punteggio");
    public string WhyYou => Say("Why you", "Perché a te");
    public string WhyThisRep => Say("Routing", "Assegnazione");
    public string Owner => Say("With", "In carico a");
    public string Team => Say("Team", "Team");
    public string Clock => Say("By when", "Scadenza");
    public string Reason => Say("Reason", "Motivo");
    public string Message => Say("What they wrote", "Messaggio");
    public string Note => Say("Note", "Nota");
    public string AcceptOrDecline => Say("Accept or decline", "Accetta o rifiuta");
    public string RecordContact => Say("Record the first contact", "Registra il primo contatto");
    public string GiveFeedback => Say("Give feedback", "Registra l'esito");
    public string Confirm => Say("I have it", "Me ne occupo io");
    public string SayOutcome => Say("Won, lost or still open", "Vinto, perso o ancora aperta");
    public string Manage => Say("Take, assign or snooze", "Prendi, assegna o silenzia");
    public string ManageWhom => Say("Act on {0}", "Intervieni su {0}");
    public string OpenBoard => Say("Open the board", "Apri il tabellone");
    public string WriteTo => Say("Write to them", "Scrivi a chi l'ha");
    public string ByItself => Say("If nobody acts", "Se nessuno interviene");
    public string AnswerContest => Say("Say whether it stands", "Di' se resta valida");
    public string OpenReturns => Say("Open what came back", "Apri i lead tornati");
    public string Away => Say("I am away", "Sono assente");
}
