using Handoff.Leads;
using Handoff.People;
using Handoff.Qualification;
using Handoff.Qualification.Quality;

namespace Handoff.Web.Feedback;

/// <summary>What the queue of returned leads says.</summary>
public sealed class FeedbackTexts(Language language) : Sentences(language)
{
    public string Heading => Say("What came back", "I lead tornati");
    public string Introduction => Say(
        "Leads that sales returned, with the reason. Correct one and send it again, keep it warm, or contest the return.",
        "I lead che le vendite hanno restituito, con il motivo. Correggine uno e invialo di nuovo, coltivalo, o contesta la restituzione.");
    public string EmptyTitle => Say("Nothing has come back", "Non è tornato nulla");
    public string Empty => Say(
        "Every lead that sales returned has been dealt with.", "Ogni lead restituito dalle vendite è stato sistemato.");
    public string SignInToAct => Say(
        "Whoever works in marketing acts here, signed in.", "Qui agisce chi lavora nel marketing, dopo l'accesso.");
    public string Reasons => Say("Reasons", "Motivi");
    public string All => Say("All", "Tutti");
    public string Pages => Say("Pages", "Pagine");
    public string Previous => Say("Previous", "Precedente");
    public string Next => Say("Next", "Successiva");
    public string Reason => Say("Reason", "Motivo");
    public string SalesSay => Say("Sales says", "Le vendite dicono");
    public string Ask => Say("Ask", "A chi chiedere");
    public string From => Say("From", "Da");
    public string Campaign => Say("Campaign", "Campagna");
    public string ContestUntil => Say("Contest", "Contestabile");
    public string Correct => Say("Correct and send again", "Correggi e invia di nuovo");
    public string SendAgain => Say("Send it again", "Invia di nuovo");
    public string SendAgainHint => Say(
        "A new handoff begins with these data. It has no count of its own.",
        "Comincia un nuovo passaggio con questi dati. Non si conta a parte.");
    public string Recycle => Say("Keep it warm", "Coltivalo");
    public string Contest => Say("Contest the return", "Contesta la restituzione");
    public string ContestHint => Say(
        "Once. The team's manager answers within five working days, else both heads.",
        "Una volta sola. Il responsabile del team risponde entro cinque giorni lavorativi, altrimenti i due direttori.");
    public string Why => Say("Why it was wrong", "Perché era sbagliata");
    public string Note => Say("Note for sales (optional)", "Nota per le vendite (facoltativa)");
    public string OpenLead => Say("The whole story", "Tutta la storia");

    public string Held => Say("Held back", "Trattenuti");
    public string HeldIntroduction => Say(
        "Requests that could not be read, that say no way to reach the person, or that are suspect. Release one to hand it to sales from "
            + "now, or discard it; after 30 days it is discarded.",
        "Richieste che non si leggono, che non dicono come raggiungere la persona o che sono sospette. Rilasciane una per passarla alle "
            + "vendite da ora, o scartala; dopo 30 giorni è scartata.");
    public string Release => Say("Release", "Rilascia");
    public string Discard => Say("Discard", "Scarta");
    public string Until => Say("Discarded", "Scartato");

    public string Because(QuarantineCause cause) => cause switch
    {
        QuarantineCause.NotUnderstood => Say("Not understood", "Non compreso"),
        QuarantineCause.NoContact => Say("No way to reach the person", "Nessun recapito"),
        QuarantineCause.Awaited => Say("Answers not fetched yet", "Risposte non ancora recuperate"),
        QuarantineCause.Suspect => Say("Suspect", "Sospetto"),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "A cause has its words."),
    };

    public string Suspicions(Quarantine held)
    {
        var all = List(held.Reasons.Select(reason => reason.In(Language)));
        return all.Length == 0 ? "" : $"{char.ToUpperInvariant(all[0])}{all[1..]}.";
    }

    /// <summary>Where a contest stands; null: there is none.</summary>
    public string? Contested(Contest? contest) => contest?.State switch
    {
        ContestState.Asked => Say("Contested", "Contestato"),
        ContestState.WithHeads => Say("With both heads", "Ai due direttori"),
        ContestState.Upheld => Say("The return stands", "Restituzione valida"),
        ContestState.Overturned => Say("The return was wrong", "Restituzione sbagliata"),
        _ => null,
    };

    public string Done(string action) => action switch
    {
        "contest" => Say(
            "The return is contested: the team's manager is asked.", "La restituzione è contestata: risponde il responsabile del team."),
        "again" => Say("The lead is sent again.", "Il lead è inviato di nuovo."),
        "release" => Say("The lead goes on from now.", "Il lead prosegue da ora."),
        "discard" => Say("The lead is discarded.", "Il lead è scartato."),
        _ => Say("Marketing keeps the lead warm.", "Il marketing coltiva il lead."),
    };

    public string Wrong(string field) => field switch
    {
        "note" => Say(
            "Nothing was changed yet: please say in a note why the return was wrong, not too long.",
            "Nulla è ancora cambiato: di' in una nota, non troppo lunga, perché la restituzione era sbagliata."),
        "fields" => Say(
            "Nothing was changed yet: please correct what was wrong before you send it again.",
            "Nulla è ancora cambiato: correggi ciò che era sbagliato prima di inviarlo di nuovo."),
        KnownFields.Email => Say(
            "Nothing was changed yet: this is no e-mail address.", "Nulla è ancora cambiato: questo non è un indirizzo e-mail."),
        KnownFields.Phone => Say(
            "Nothing was changed yet: this is no number that can be dialled; write it with its prefix, such as +39 06 1234567.",
            "Nulla è ancora cambiato: questo non è un numero componibile; scrivilo con il prefisso, come +39 06 1234567."),
        _ => Say("Nothing was changed yet: please look at the form again.", "Nulla è ancora cambiato: ricontrolla il modulo."),
    };

    public string Label(string field) => field switch
    {
        KnownFields.Name => Say("Name", "Nome"),
        KnownFields.Email => Say("E-mail", "E-mail"),
        KnownFields.Phone => Say("Phone", "Telefono"),
        KnownFields.Company => Say("Company", "Azienda"),
        KnownFields.JobTitle => Say("Job title", "Ruolo"),
        KnownFields.Country => Say("Country", "Paese"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A field has a label."),
    };
}
