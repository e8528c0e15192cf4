using Handoff.People;

namespace Handoff.Web.Welcome;

/// <summary>What the greeting page says, in one language.</summary>
public sealed record WelcomeTexts
{
    /// <summary>The texts of a language.</summary>
    public static WelcomeTexts In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Pages are written in every language."),
    };

    private static WelcomeTexts English { get; } = new()
    {
        Title = "Welcome · Handoff",
        Heading = "From a form to a rep, and no lead lost",
        About = "Send the form as a visitor of your website would. Handoff scores the lead, chooses a rep and writes the e-mail that you see beside it.",
        FormHeading = "A form on a landing page",
        Name = "Name",
        Email = "E-mail",
        Company = "Company",
        JobTitle = "Job title (optional)",
        Phone = "Phone (optional)",
        Wants = "What would you like?",
        Demo = "A demo",
        Pricing = "A price",
        Newsletter = "Only the newsletter",
        Message = "Message (optional)",
        Send = "Send the request",
        NoSource = "The agreement in force has no source named website, so there is no form here. Post a lead to a source of your own.",
        Received = "Received: {0}, tier {1}.",
        NowAccept = "The rep's e-mail comes in a moment: open it and accept the lead.",
        Waits = "Nobody is at work now. The rep's e-mail comes when the team opens: {0}.",
        Queued = "Nobody can take it now. It waits in the manager's queue, and the manager gets an e-mail.",
        Nurture = "Too few points for a rep: the lead stays with marketing. Ask for a demo to see a handoff.",
        Duplicate = "This person has an open lead already: the request joins it.",
        CheckEmail = "Please check the e-mail address.",
        CheckPhone = "Please check the phone number: with the country's prefix, such as +39 06 1234567.",
        Check = "Nothing was sent yet. Please check the fields.",
        Busy = "Too many requests at once. Please try again in a moment.",
        MailsHeading = "E-mails sent",
        AllMails = "Open the mailbox",
        NoMails = "No e-mail yet",
        NoMailsHint = "It comes a moment after the form is sent.",
        LookAgain = "Look again",
        OpenBoard = "Open the board",
        Example = "An example: change what you like",
    };

    private static WelcomeTexts Italian { get; } = new()
    {
        Title = "Benvenuto · Handoff",
        Heading = "Da un modulo a un venditore, senza perdere un lead",
        About = "Invia il modulo come farebbe chi visita il tuo sito. Handoff calcola il punteggio, sceglie chi lo segue e scrive l'e-mail che vedi accanto.",
        FormHeading = "Un modulo su una pagina del sito",
        Name = "Nome",
        Email = "Indirizzo e-mail",
        Company = "Azienda",
        JobTitle = "Ruolo (facoltativo)",
        Phone = "Telefono (facoltativo)",
        Wants = "Che cosa desideri?",
        Demo = "Una demo",
        Pricing = "Un prezzo",
        Newsletter = "Solo la newsletter",
        Message = "Messaggio (facoltativo)",
        Send = "Invia la richiesta",
        NoSource = "L'accordo in vigore non ha una fonte di nome website, quindi qui non c'è un modulo. Invia un lead a una fonte tua.",
        Received = "Ricevuto: {0}, fascia {1}.",
        NowAccept = "L'e-mail al venditore arriva tra un momento: aprila e accetta il lead.",
        Waits = "Ora nessuno è al lavoro. L'e-mail al venditore parte quando il team riapre: {0}.",
        Queued = "Ora nessuno può prenderlo. Attende nella coda del responsabile, che riceve un'e-mail.",
        Nurture = "Troppo pochi punti per un venditore: il lead resta al marketing. Chiedi una demo per vedere un passaggio.",
        Duplicate = "Questa persona ha già un lead aperto: la richiesta vi si unisce.",
        CheckEmail = "Controlla l'indirizzo e-mail.",
        CheckPhone = "Controlla il numero di telefono: con il prefisso del paese, come +39 06 1234567.",
        Check = "Nulla è stato ancora inviato. Controlla i campi.",
        Busy = "Troppe richieste insieme. Riprova tra un momento.",
        MailsHeading = "E-mail spedite",
        AllMails = "Apri la posta",
        NoMails = "Ancora nessuna e-mail",
        NoMailsHint = "Arriva un momento dopo l'invio del modulo.",
        LookAgain = "Guarda di nuovo",
        OpenBoard = "Apri il tabellone",
        Example = "Un esempio: cambia quello che vuoi",
    };

    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string Title { get; init; }

    public required string Heading { get; init; }

    public required string About { get; init; }

    public required string FormHeading { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Company { get; init; }

    public required string JobTitle { get; init; }

    public required string Phone { get; init; }

    public required string Wants { get; init; }

    public required string Demo { get; init; }

    public required string Pricing { get; init; }

    public required string Newsletter { get; init; }

    public required string Message { get; init; }

    public required string Send { get; init; }

    public required string NoSource { get; init; }

    public required string Received { get; init; }

    public required string NowAccept { get; init; }

    public required string Waits { get; init; }

    /// <summary>The lead waits in the manager's queue.</summary>
    public required string Queued { get; init; }

    public required string Nurture { get; init; }

    public required string Duplicate { get; init; }

    public required string CheckEmail { get; init; }

    public required string CheckPhone { get; init; }

    public required string Check { get; init; }

    public required string Busy { get; init; }

    public required string MailsHeading { get; init; }

    public required string AllMails { get; init; }

    public required string NoMails { get; init; }

    public required string NoMailsHint { get; init; }

    public required string LookAgain { get; init; }

    public required string OpenBoard { get; init; }

    public required string Example { get; init; }
#pragma warning restore CS1591
}
