using Handoff.People;
using Handoff.Qualification;

namespace Handoff.Web.Paper;

/// <summary>What the page says on which a lead is tried on paper.</summary>
public sealed class PaperTexts(Language language) : Sentences(language)
{
    public string Heading => Say("Try a lead", "Prova un lead");
    public string Hint => Say(
        "What the agreement would do with this lead, with today's people and absences. Nothing is written and nobody gets a mail.",
        "Che cosa farebbe l'accordo con questo lead, con le persone e le assenze di oggi. Non si scrive nulla e nessuno riceve e-mail.");
    public string Source => Say("Source", "Fonte");
    public string At => Say("Arrives (empty: now)", "Arriva (vuoto: adesso)");
    public string Others => Say("More fields, a line each", "Altri campi, uno per riga");
    public string OthersHint => Say(
        "name: value, or a JSON object as the webhook takes it.", "nome: valore, o un oggetto JSON come lo prende il webhook.");
    public string UnderProposal => Say("Under the proposed version {0}", "Con la versione proposta {0}");
    public string Try => Say("Try it", "Prova");
    public string WrongAt => Say("That is no date and time.", "Non sono una data e un'ora.");
    public string WrongOthers => Say(
        "Write a line for each field, name: value, or one JSON object.",
        "Scrivi una riga per campo, nome: valore, oppure un solo oggetto JSON.");
    public string WrongSource => Say("There is no such source.", "Questa fonte non esiste.");
    public string NotALead => Say("This is no lead: {0}", "Non è un lead: {0}");
    public string Qualified => Say("Goes to sales", "Va alle vendite");
    public string Stays => Say("Stays with marketing", "Resta al marketing");
    public string Spam => Say("Taken for spam", "Considerato spam");
    public string Score => Say("Score", "Punteggio");
    public string Tier => Say("Tier", "Fascia");
    public string Team => Say("Team", "Team");
    public string Who => Say("Who gets it", "A chi va");
    public string Deadlines => Say("By when", "Entro quando");
    public string DeadlinesHint => Say(
        "First contact and feedback as if it were accepted, and called, at once.",
        "Primo contatto ed esito come se fosse accettato, e chiamato, subito.");
    public string Promise => Say("Promise", "Promessa");
    public string Due => Say("Deadline", "Scadenza");
    public string How => Say("How it is reckoned", "Come si calcola");
    public string Mails => Say("E-mails if nobody answers", "E-mail se nessuno risponde");
    public string NoMails => Say("No e-mails.", "Nessuna e-mail.");
    public string When => Say("When", "Quando");
    public string To => Say("To", "A");
    public string What => Say("What", "Che cosa");
    public string Again => Say("and {0} more, the last {1}", "e ancora {0}, l'ultima {1}");
    public string Steps => Say("Everything that would happen, step by step", "Tutto ciò che accadrebbe, passo per passo");
    public string Version => Say("Agreement {0}", "Accordo {0}");

    /// <summary>What a field is called.</summary>
    public string Field(string name) => name switch
    {
        KnownFields.Email => Say("E-mail", "E-mail"),
        KnownFields.Company => Say("Company", "Azienda"),
        KnownFields.Country => Say("Country", "Paese"),
        KnownFields.Form => Say("Form", "Modulo"),
        KnownFields.JobTitle => Say("Job title", "Ruolo"),
        KnownFields.Employees => Say("Employees", "Dipendenti"),
        KnownFields.Language => Say("Language", "Lingua"),
        KnownFields.Product => Say("Product", "Prodotto"),
        _ => name,
    };
}
