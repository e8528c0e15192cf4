using Handoff.People;

namespace Handoff.Web.SignIn;

/// <summary>What the pages and the mail say by which people sign in.</summary>
public sealed class SignInTexts(Language language) : Sentences(language)
{
    public string Title => Say("Sign in · Handoff", "Accesso · Handoff");
    public string Heading => Say("Sign in", "Accedi");
    public string Introduction => Say(
        "Type your work address. You get a link by e-mail; there is no password.",
        "Scrivi il tuo indirizzo di lavoro. Ricevi un link per e-mail; non c'è alcuna password.");
    public string Address => Say("Work e-mail address", "Indirizzo e-mail di lavoro");
    public string Send => Say("Send me a link", "Mandami un link");
    public string SentTitle => Say("Look at your e-mail", "Guarda la tua posta");
    public string Sent => Say(
        "If this address is in your company's files, a link is on its way to it, or came a few minutes ago. Each works once, within "
            + "15 minutes.",
        "Se questo indirizzo è nei file della tua azienda, un link è in arrivo, o è arrivato pochi minuti fa. Ognuno funziona una "
            + "volta sola, entro 15 minuti.");
    public string LinkHeading => Say("Welcome, {0}", "Ti diamo il benvenuto, {0}");
    public string LinkIntroduction => Say(
        "Press the button to sign in on this device.",
        "Premi il pulsante per accedere su questo dispositivo.");
    public string Enter => Say("Sign in", "Accedi");
    public string Over => Say(
        "This link is over: it was used already, or its 15 minutes have passed.",
        "Questo link non vale più: è già stato usato, oppure i suoi 15 minuti sono passati.");
    public string Unknown => Say(
        "This link is not complete. Please open it from the e-mail as it is, or ask for a new one.",
        "Questo link non è completo. Aprilo dall'e-mail così com'è, oppure chiedine uno nuovo.");
    public string AskAgain => Say("Ask for a new link", "Chiedi un nuovo link");
    public string SignedOut => Say("You are signed out, on every device.", "Hai lasciato Handoff su ogni dispositivo.");
    public string ByProvider => Say("Sign in with {0}", "Accedi con {0}");
    public string Or => Say("Or by e-mail", "Oppure per e-mail");
    public string ProviderSilent => Say(
        "{0} does not answer at the moment. Use a link by e-mail, below, or try again in a few minutes.",
        "{0} al momento non risponde. Usa un link per e-mail, qui sotto, oppure riprova fra qualche minuto.");
    public string ProviderRefused => Say(
        "Signing in with {0} did not work. It may have taken too long, or was started in another window. Try once more, or use a link "
            + "by e-mail.",
        "L'accesso con {0} non è riuscito. Forse è passato troppo tempo, o era iniziato in un'altra finestra. Riprova, oppure usa un "
            + "link per e-mail.");
    public string ProviderDeclined => Say(
        "{0} did not let you in, or you stopped there. Try once more, or use a link by e-mail.",
        "{0} non ti ha fatto entrare, oppure hai interrotto l'accesso. Riprova, oppure usa un link per e-mail.");
    public string Unvouched => Say(
        "{0} knows you, but does not confirm that the e-mail address of that account is yours. Use a link by e-mail; your administrator "
            + "can have it confirmed.",
        "{0} ti conosce, ma non conferma che l'indirizzo e-mail di quell'account sia tuo. Usa un link per e-mail; chi amministra può "
            + "farlo confermare.");
    public string NotHere => Say(
        "You are signed in with {0}, but its e-mail address for you is not in your company's files here. Ask whoever keeps the list of "
            + "people to write that address into it, or sign in with the account of your work address.",
        "Hai effettuato l'accesso con {0}, ma il tuo indirizzo e-mail di quell'account non è nei file della tua azienda. Chiedi a chi "
            + "tiene l'elenco delle persone di scriverlo, oppure accedi con l'account del tuo indirizzo di lavoro.");
    public string MailSubject => Say("Your link to sign in to Handoff", "Il tuo link per accedere a Handoff");
    public string MailSays => Say(
        "Here is the link that you asked for. It works once, {0}.",
        "Ecco il link che hai chiesto. Funziona una volta sola, {0}.");
    public string MailIgnore => Say(
        "You did not ask for it? Then somebody typed your address; you need not do anything.",
        "Non l'hai chiesto tu? Allora qualcuno ha scritto il tuo indirizzo; non devi fare nulla.");
}
