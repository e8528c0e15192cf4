using Handoff.People;

namespace Handoff.Web.Lists;

/// <summary>What lists of leads say.</summary>
public sealed class LeadListTexts(Language language) : Sentences(language)
{
    public string Heading => Say("Leads", "Lead");
    public string Introduction => Say(
        "Whatever became of them, the one received last first.", "Qualunque cosa ne sia stata, prima gli ultimi ricevuti.");
    public string Behind => Say("The leads behind a number: {0}, {1}.", "I lead dietro un numero: {0}, {1}.");
    public string ChangedSince => Say(
        "The leads that changed a number since it was reported: {0}, {1}.",
        "I lead che hanno cambiato un numero da quando è stato comunicato: {0}, {1}.");
    public string Changed => Say("What changed the number", "Che cosa ha cambiato il numero");
    public string BackToScorecard => Say("To the scorecard", "Alla pagella");
    public string AllLeads => Say("All leads", "Tutti i lead");
    public string StatesLabel => Say("State of the leads", "Stato dei lead");
    public string All => Say("All", "Tutti");
    public string Source => Say("Source", "Fonte");
    public string Team => Say("Team", "Team");
    public string Tier => Say("Tier", "Fascia");
    public string Owner => Say("With", "Assegnato a");
    public string Dimension => Say("Dimension", "Dimensione");
    public string Value => Say("Value", "Valore");
    public string From => Say("Received from", "Ricevuti da");
    public string To => Say("until", "fino a");
    public string Any => Say("any", "qualsiasi");
    public string Filter => Say("Filter", "Filtra");
    public string Clear => Say("Clear", "Azzera");
    public string Unknown => Say(
        "Part of this address means nothing, or is not yours to ask, and was left out.",
        "Una parte di questo indirizzo non significa nulla, o non spetta a te chiederla, ed è stata ignorata.");
    public string Received => Say("Received", "Ricevuto");
    public string Lead => Say("Lead", "Lead");
    public string State => Say("State", "Stato");
    public string Became => Say("What became of it", "Che cosa ne è stato");
    public string Count => Say("{0} lead|{0} leads", "{0} lead");
    public string CountAtLeast => Say("More than {0} leads", "Più di {0} lead");
    public string AndMore => Say(
        "and {0} more that is not yours to open|and {0} more that are not yours to open",
        "e {0} altro che non spetta a te aprire|e {0} altri che non spetta a te aprire");
    public string EmptyTitle => Say("No lead", "Nessun lead");
    public string Empty => Say(
        "There is no such lead, or none that is yours to see.", "Non c'è un lead così, o nessuno che spetti a te vedere.");
    public string Next => Say("Next", "Successiva");
    public string First => Say("To the beginning", "All'inizio");
    public string GoOn => Say("Look further back", "Cerca più indietro");
    public string PagesLabel => Say("Pages of the list", "Pagine dell'elenco");
    public string Csv => Say("Download as CSV", "Scarica in CSV");
}
