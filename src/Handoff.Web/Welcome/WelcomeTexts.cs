using Handoff.People;

namespace Handoff.Web.Welcome;

/// <summary>What the greeting page says.</summary>
public sealed class WelcomeTexts(Language language) : Sentences(language)
{
    public string Title => Say("Welcome · Handoff", "Benvenuto · Handoff");
    public string Heading => Say("From a form to a rep, and no lead lost", "Da un modulo a un venditore, senza perdere un lead");
    public string About => Say(
        "Send the form as a visitor of your website would. Handoff scores the lead, chooses a rep and writes the e-mail that you see "
            + "beside it.",
        "Invia il modulo come farebbe chi visita il tuo sito. Handoff calcola il punteggio, sceglie chi lo segue e scrive l'e-mail "
            + "che vedi accanto.");
    public string FormHeading => Say("A form on a landing page", "Un modulo su una pagina del sito");
    public string Name => Say("Name", "Nome");
    public string Email => Say("E-mail", "Indirizzo e-mail");
    public string Company => Say("Company", "Azienda");
    public string JobTitle => Say("Job title (optional)", "Ruolo (facoltativo)");
    public string Phone => Say("Phone (optional)", "Telefono (facoltativo)");
    public string Wants => Say("What would you like?", "Che cosa desideri?");
    public string Demo => Say("A demo", "Una demo");
    public string Pricing => Say("A price", "Un prezzo");
    public string Newsletter => Say("Only the newsletter", "Solo la newsletter");
    public string Message => Say("Message (optional)", "Messaggio (facoltativo)");
    public string Send => Say("Send the request", "Invia la richiesta");
    public string NoSource => Say(
        "The agreement in force has no source named website, so there is no form here. Post a lead to a source of your own.",
        "L'accordo in vigore non ha una fonte di nome website, quindi qui non c'è un modulo. Invia un lead a una fonte tua.");
    public string Received => Say("Received: {0}, tier {1}.", "Ricevuto: {0}, fascia {1}.");
    public string Points => Say("{0} point|{0} points", "{0} punto|{0} punti");
    public string NowAccept => Say(
        "The rep's e-mail comes in a moment: open it and accept the lead.",
        "L'e-mail al venditore arriva tra un momento: aprila e accetta il lead.");
    public string Waits => Say(
        "Nobody is at work now. The rep's e-mail comes when the team opens: {0}.",
        "Ora nessuno è al lavoro. L'e-mail al venditore parte quando il team riapre: {0}.");
    public string Queued => Say(
        "Nobody can take it now. It waits in the manager's queue, and the manager gets an e-mail.",
        "Ora nessuno può prenderlo. Attende nella coda del responsabile, che riceve un'e-mail.");
    public string Nurture => Say(
        "Too few points for a rep: the lead stays with marketing. Ask for a demo to see a handoff.",
        "Troppo pochi punti per un venditore: il lead resta al marketing. Chiedi una demo per vedere un passaggio.");
    public string Duplicate => Say(
        "This person has an open lead already: the request joins it.",
        "Questa persona ha già un lead aperto: la richiesta vi si unisce.");
    public string CheckEmail => Say("Please check the e-mail address.", "Controlla l'indirizzo e-mail.");
    public string CheckPhone => Say(
        "Please check the phone number: with the country's prefix, such as +39 06 1234567.",
        "Controlla il numero di telefono: con il prefisso del paese, come +39 06 1234567.");
    public string Check => Say("Nothing was sent yet. Please check the fields.", "Nulla è stato ancora inviato. Controlla i campi.");
    public string Busy => Say(
        "Too many requests at once. Please try again in a moment.",
        "Troppe richieste insieme. Riprova tra un momento.");
    public string MailsHeading => Say("E-mails sent", "E-mail spedite");
    public string AllMails => Say("Open the mailbox", "Apri la posta");
    public string NoMails => Say("No e-mail yet", "Ancora nessuna e-mail");
    public string NoMailsHint => Say("It comes a moment after the form is sent.", "Arriva un momento dopo l'invio del modulo.");
    public string LookAgain => Say("Look again", "Guarda di nuovo");
    public string OpenBoard => Say("Open the board", "Apri il tabellone");
    public string Example => Say("An example: change what you like", "Un esempio: cambia quello che vuoi");
}
