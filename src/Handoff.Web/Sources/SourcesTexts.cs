using Handoff.People;

namespace Handoff.Web.Sources;

/// <summary>What the page of the sources says.</summary>
public sealed class SourcesTexts(Language language) : Sentences(language)
{
    public string Heading => Say("Sources", "Fonti");
    public string Introduction => Say(
        "Where leads come from, as sources.yaml says it, and whether each still arrives.",
        "Da dove arrivano i lead, come dice sources.yaml, e se ognuna funziona ancora.");
    public string Reference => Say("The API, to read and to try", "L'API, da leggere e da provare");
    public string NotAllowed => Say("This page is for the two heads.", "Questa pagina è per i due direttori.");
    public string Format => Say("Format", "Formato");
    public string Address => Say("Address", "Indirizzo");
    public string Last => Say("Last lead", "Ultimo lead");
    public string None => Say("none yet", "ancora nessuno");
    public string Leads => Say("Leads", "Lead");
    public string LeadsSay => Say("{0}, of which {1} tests", "{0}, di cui {1} di prova");
    public string Refusal => Say("Last refusal", "Ultimo rifiuto");
    public string NoRefusal => Say("none", "nessuno");
    public string Often => Say(
        "It was valid before and is refused again and again: look whether its key or secret was changed on one side only.",
        "Prima era valida e ora è rifiutata di continuo: controlla se la chiave è stata cambiata da una parte sola.");
    public string Captcha => Say(
        "Its captcha says nothing ({0}): leads are taken without.", "Il captcha non risponde ({0}): i lead sono accettati senza.");
    public string Snippet => Say("To paste into the page", "Da incollare nella pagina");
    public string ByKey => Say(
        "The vendor's webhook posts to this address, with the key as X-Handoff-Key or at the end as ?{0}=KEY.",
        "Il webhook del fornitore invia a questo indirizzo, con la chiave in X-Handoff-Key o alla fine come ?{0}=CHIAVE.");
    public string BySecret => Say(
        "The vendor's webhook posts to this address and signs with the secret of sources.yaml.",
        "Il webhook del fornitore invia a questo indirizzo e firma con il segreto di sources.yaml.");
    public string Test => Say("Send a test lead", "Invia un lead di prova");
    public string TestHint => Say(
        "It goes the way of every lead, is marked as a test and is in no figure.",
        "Segue la strada di ogni lead, è segnato come prova e non entra in alcun numero.");
    public string Sent => Say("The test lead has arrived.", "Il lead di prova è arrivato.");
    public string NotSent => Say("The test lead was not taken.", "Il lead di prova non è stato accettato.");
    public string OpenLead => Say("Open it", "Aprilo");

    /// <summary>Why a post was refused, by the status of the answer.</summary>
    public string Because(int status) => status switch
    {
        401 => Say("the key or signature is missing or wrong", "la chiave o la firma manca o è sbagliata"),
        403 => Say(
            "a page of another site posted: its origin is not in allow_origins",
            "ha inviato la pagina di un altro sito: la sua origine non è in allow_origins"),
        413 => Say("the body was too large", "il contenuto era troppo grande"),
        415 => Say("the body was not in the source's format", "il contenuto non era nel formato della fonte"),
        422 => Say("the lead could not be used: no usable address or number", "il lead non era utilizzabile: nessun recapito valido"),
        429 => Say("too many leads in a minute", "troppi lead in un minuto"),
        >= 500 => Say("the product could not store it", "il prodotto non ha potuto salvarlo"),
        _ => Say("the body could not be read", "il contenuto non era leggibile"),
    };
}
