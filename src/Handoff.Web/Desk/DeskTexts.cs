using Handoff.Leads;
using Handoff.People;

namespace Handoff.Web.Desk;

/// <summary>What every page of the desk says around its content, and the words that several of them share.</summary>
public sealed class DeskTexts(Language language) : Sentences(language)
{
    public string Board => Say("Board", "Tabellone");
    public string Team => Say("Team", "Team");
    public string Scorecard => Say("Scorecard", "Pagella");
    public string Leads => Say("Leads", "Lead");
    public string Agreement => Say("Agreement", "Accordo");
    public string Meeting => Say("Meeting", "Riunione");
    public string Feedback => Say("Came back", "Tornati");
    public string Status => Say("Status", "Stato");
    public string Sources => Say("Sources", "Fonti");
    public string SearchLabel => Say("Name, company, address or phone", "Nome, azienda, indirizzo o telefono");
    public string SearchHint => Say("Find a lead", "Cerca un lead");
    public string Search => Say("Search", "Cerca");
    public string SignIn => Say("Sign in", "Accedi");
    public string SignOut => Say("Sign out", "Esci");
    public string SignedInAs => Say("Signed in as {0}", "Accesso di {0}");
    public string OpenHere => Say(
        "On this machine, without HANDOFF_ADMIN_KEY, you see everything.",
        "Su questa macchina, senza HANDOFF_ADMIN_KEY, vedi tutto.");
    public string Queue => Say("Queue", "Coda");
    public string NoName => Say("Somebody without a name", "Persona senza nome");
    public string NotFoundTitle => Say("Nothing here", "Qui non c'è nulla");
    public string NotFound => Say(
        "There is no such page, or it is not yours to see.",
        "La pagina non esiste, oppure non spetta a te vederla.");
    public string BrokenTitle => Say("Something broke", "Qualcosa si è rotto");
    public string Broken => Say(
        "Handoff could not answer just now; nothing was lost. Please try again in a moment.",
        "In questo momento Handoff non ha potuto rispondere; nulla è andato perso. Riprova tra poco.");
    public string NotAllowedTitle => Say("Not for you", "Non è per te");
    public string NotAllowed => Say(
        "This page is for managers and the two heads.",
        "Questa pagina è per i responsabili e per i due direttori.");
    public string FormOldTitle => Say("Please press again", "Premi ancora una volta");
    public string FormOld => Say(
        "The page had been open for too long, or came from somewhere else. Nothing was done: go back, load the page again and press "
            + "once more.",
        "La pagina era aperta da troppo tempo, o veniva da altrove. Non è stato fatto nulla: torna indietro, ricarica la pagina e "
            + "premi di nuovo.");
    public string BackToBoard => Say("To the board", "Al tabellone");
    public string TryAgain => Say("Try again", "Riprova");

    /// <summary>The word of a status.</summary>
    public string Of(LeadStatus status) => status switch
    {
        LeadStatus.Qualified => Say("In the queue", "In coda"),
        LeadStatus.Offered => Say("Offered", "Proposto"),
        LeadStatus.Accepted => Say("Accepted", "Accettato"),
        LeadStatus.Contacted => Say("Contacted", "Contattato"),
        LeadStatus.SalesQualified => Say("Sales qualified", "Qualificato dalle vendite"),
        LeadStatus.Nurture => Say("With marketing", "Al marketing"),
        LeadStatus.Won => Say("Won", "Vinto"),
        LeadStatus.Lost => Say("Lost", "Perso"),
        LeadStatus.Returned => Say("Returned", "Restituito"),
        LeadStatus.Quarantined => Say("Held back", "Trattenuto"),
        LeadStatus.Discarded => Say("Discarded", "Scartato"),
        LeadStatus.Duplicate => Say("Joined another", "Unito a un altro"),
        LeadStatus.Erased => Say("Erased", "Cancellato"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status has a word."),
    };
}
