using Handoff.People;
using Handoff.Web.Words;

namespace Handoff.Web.Pages;

/// <summary>What a person is told who meets an answer that was made for programs.</summary>
public sealed class VisitorTexts(Language language) : Sentences(language)
{
    public string ThanksTitle => Say("Thank you", "Grazie");
    public string Thanks => Say("We have your request and will get back to you.", "Abbiamo ricevuto la tua richiesta e ti risponderemo.");
    public string CheckTitle => Say("Please check the form", "Controlla il modulo");
    public string Check => Say(
        "Nothing was sent yet. Go back and check the e-mail address and the phone number.",
        "Nulla è stato ancora inviato. Torna indietro e controlla l'indirizzo e-mail e il numero di telefono.");
    public string NotFoundTitle => Say("There is nothing here", "Qui non c'è nulla");
    public string NotFound => Say(
        "The address may be mistyped, or what was here is gone.",
        "Forse l'indirizzo è scritto male, o quello che c'era non c'è più.");
    public string NotAllowedTitle => Say("This page is not open to you", "Questa pagina non è aperta a te");
    public string NotAllowed => Say(
        "It opens to who may administer, or on the machine itself.",
        "Si apre a chi può amministrare, o sulla macchina stessa.");
    public string OtherWayTitle => Say("This address is not a page", "Questo indirizzo non è una pagina");
    public string OtherWay => Say(
        "Programs send something here; there is nothing to look at.", "Qui i programmi inviano qualcosa; non c'è nulla da guardare.");
    public string BrokenTitle => Say("Something broke here", "Qui si è rotto qualcosa");
    public string Broken => Say(
        "It was noted, and you need not report it. What was taken before is not lost. Please try again later.",
        "È stato annotato e non serve segnalarlo. Ciò che era già arrivato non è perso. Riprova più tardi.");
    public string ManyTitle => Say("That was a little fast", "Un po' troppo in fretta");
    public string Onwards => Say("To the board", "Al tabellone");
    public string BusyTitle => Say("Please try again in a moment", "Riprova tra un momento");
    public string Busy => Say(
        "We could not take this just now, and nothing was lost that was taken before.",
        "Non abbiamo potuto accettarla adesso; ciò che era già arrivato non è perso.");
    public string RefusedTitle => Say("This did not work", "Non ha funzionato");
    public string Refused => Say(
        "The request cannot be taken as it was sent. If you came from a form, please tell the owner of that page.",
        "La richiesta non può essere accettata così com'è. Se vieni da un modulo, avvisa chi cura quella pagina.");

    /// <summary>What too many requests are told.</summary>
    /// <param name="seconds">After which to try again.</param>
    public string Many(int seconds) => TimeTexts.In(Language).Fill(
        Say(
            "There are too many requests just now. Please try again in {0} second.|"
                + "There are too many requests just now. Please try again in {0} seconds.",
            "In questo momento ci sono troppe richieste. Riprova fra {0} secondo.|"
                + "In questo momento ci sono troppe richieste. Riprova fra {0} secondi."),
        seconds);
}
