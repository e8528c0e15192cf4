using Handoff.People;

namespace Handoff.Web.Problems;

/// <summary>What each kind of problem means and what to do about it.</summary>
public sealed class ProblemTexts(Language language) : Sentences(language)
{
    public string Title => Say("What went wrong", "Che cosa non ha funzionato");
    public string Intro => Say(
        "A program whose request is refused is told one of these codes.",
        "A un programma la cui richiesta viene rifiutata si comunica uno di questi codici.");
    public string Answered => Say("HTTP status", "Stato HTTP");
    public string AnyOther => Say("any other", "qualsiasi altro");
    public string All => Say("Every code", "Tutti i codici");

    /// <summary>What a kind means.</summary>
    public string Meaning(string code) => code switch
    {
        "unreadable" => Say("The body is not readable as what it says it is.", "Il corpo non si legge per ciò che dichiara di essere."),
        "wrong-parameter" => Say(
            "A parameter of the address does not exist, or its value makes no sense.",
            "Un parametro dell'indirizzo non esiste, o il suo valore non ha senso."),
        "unknown-key" => Say("The key is missing, wrong or revoked.", "La chiave manca, è sbagliata o è stata revocata."),
        "not-allowed" => Say("Whoever asks may not do this.", "Chi chiede non può farlo."),
        "missing-scope" => Say(
            "The key is good, but does not have the scope for this.", "La chiave è valida, ma non ha l'ambito per questo."),
        "not-found" => Say("There is nothing at this address, or no longer.", "A questo indirizzo non c'è nulla, o non c'è più."),
        "wrong-method" => Say("The address exists and does not take this method.", "L'indirizzo esiste e non accetta questo metodo."),
        "not-now" => Say(
            "The lead is in a status in which this cannot be.", "Il lead è in uno stato in cui questo non è possibile."),
        "over" => Say("What the link was for is over.", "Ciò a cui serviva il link è finito."),
        "too-large" => Say(
            "The body is larger than what this address takes.", "Il corpo è più grande di quanto questo indirizzo accetti."),
        "wrong-format" => Say(
            "The body is of a media type that this address does not take.",
            "Il corpo è di un tipo che questo indirizzo non accetta."),
        "unusable" => Say("A field is missing, or its value is not one.", "Manca un campo, o il suo valore non va bene."),
        "too-many" => Say("Too many requests came at once.", "Sono arrivate troppe richieste insieme."),
        "broken" => Say("Something of ours broke, and it is in our log.", "Si è rotto qualcosa di nostro, ed è nel nostro registro."),
        "not-available" => Say(
            "The store does not answer; nothing of the request is known to be kept.",
            "L'archivio non risponde; nulla della richiesta risulta conservato."),
        "refused" => Say("The request cannot be answered as it is.", "Alla richiesta così com'è non si può rispondere."),
        _ => throw new InvalidOperationException($"No words for {code}."),
    };

    /// <summary>What to do about it.</summary>
    public string Remedy(string code) => code switch
    {
        "unreadable" => Say(
            "Send the body again in the form that its Content-Type names.", "Invia di nuovo il corpo nella forma che indica Content-Type."),
        "wrong-parameter" => Say(
            "Correct the parameters that errors names.", "Correggi i parametri indicati in errors."),
        "unknown-key" => Say(
            "Send a key that is good: of a source in X-Handoff-Key, of a program in Authorization: Bearer.",
            "Invia una chiave valida: di una fonte in X-Handoff-Key, di un programma in Authorization: Bearer."),
        "not-allowed" => Say(
            "Ask whoever administers Handoff; a form is posted from the page that showed it.",
            "Chiedi a chi amministra Handoff; un modulo si invia dalla pagina che lo ha mostrato."),
        "missing-scope" => Say(
            "Make a key with the scope that detail names: handoff keys add.",
            "Crea una chiave con l'ambito indicato in detail: handoff keys add."),
        "not-found" => Say("Check the address and the id in it.", "Controlla l'indirizzo e l'id che contiene."),
        "wrong-method" => Say("Use a method that the header Allow lists.", "Usa un metodo elencato nell'intestazione Allow."),
        "not-now" => Say("Look at leadStatus, and ask again when that has changed.", "Guarda leadStatus, e riprova quando sarà cambiato."),
        "over" => Say("Use the link of the latest message.", "Usa il link del messaggio più recente."),
        "too-large" => Say("Send less at once.", "Invia meno dati alla volta."),
        "wrong-format" => Say(
            "Send the body as one of the media types that the reference page lists.",
            "Invia il corpo in uno dei tipi elencati nella pagina di riferimento."),
        "unusable" => Say(
            "Correct the fields that errors names and send it again.", "Correggi i campi indicati in errors e invia di nuovo."),
        "too-many" => Say("Wait as long as Retry-After says.", "Attendi quanto indica Retry-After."),
        "broken" => Say(
            "Try again later; a lead that was answered 2xx is stored.", "Riprova più tardi; un lead con risposta 2xx è conservato."),
        "not-available" => Say("Send the same again after Retry-After.", "Invia di nuovo la stessa richiesta dopo Retry-After."),
        "refused" => Say("Read detail, which says what to do.", "Leggi detail, che dice che cosa fare."),
        _ => throw new InvalidOperationException($"No words for {code}."),
    };
}
