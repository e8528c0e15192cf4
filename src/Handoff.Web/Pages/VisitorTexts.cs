using Handoff.People;

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
    public string BusyTitle => Say("Please try again in a moment", "Riprova tra un momento");
    public string Busy => Say(
        "We could not take this just now, and nothing was lost that was taken before.",
        "Non abbiamo potuto accettarla adesso; ciò che era già arrivato non è perso.");
    public string RefusedTitle => Say("This did not work", "Non ha funzionato");
    public string Refused => Say(
        "The request cannot be taken as it was sent. If you came from a form, please tell the owner of that page.",
        "La richiesta non può essere accettata così com'è. Se vieni da un modulo, avvisa chi cura quella pagina.");
}
