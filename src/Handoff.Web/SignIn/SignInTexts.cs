using Handoff.People;

namespace Handoff.Web.SignIn;

/// <summary>The pages and the mail by which people sign in, in one language.</summary>
public sealed record SignInTexts
{
    /// <summary>The texts of a language.</summary>
    public static SignInTexts In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Pages are written in every language."),
    };

    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string Title { get; init; }

    public required string Heading { get; init; }

    public required string Introduction { get; init; }

    public required string Address { get; init; }

    public required string Send { get; init; }

    public required string SentTitle { get; init; }

    public required string Sent { get; init; }

    public required string LinkHeading { get; init; }

    public required string LinkIntroduction { get; init; }

    public required string Enter { get; init; }

    public required string Over { get; init; }

    public required string Unknown { get; init; }

    public required string AskAgain { get; init; }

    public required string SignedOut { get; init; }

    public required string MailSubject { get; init; }

    public required string MailSays { get; init; }

    public required string MailIgnore { get; init; }
#pragma warning restore CS1591

    private static SignInTexts English { get; } = new()
    {
        Title = "Sign in · Handoff",
        Heading = "Sign in",
        Introduction = "Type your work address. You get a link by e-mail; there is no password.",
        Address = "Work e-mail address",
        Send = "Send me a link",
        SentTitle = "Look at your e-mail",
        Sent = "If this address is in your company's files, a link is on its way to it, or came a few minutes ago. "
            + "Each works once, within 15 minutes.",
        LinkHeading = "Welcome, {0}",
        LinkIntroduction = "Press the button to sign in on this device.",
        Enter = "Sign in",
        Over = "This link is over: it was used already, or its 15 minutes have passed.",
        Unknown = "This link is not complete. Please open it from the e-mail as it is, or ask for a new one.",
        AskAgain = "Ask for a new link",
        SignedOut = "You are signed out, on every device.",
        MailSubject = "Your link to sign in to Handoff",
        MailSays = "Here is the link that you asked for. It works once, {0}.",
        MailIgnore = "You did not ask for it? Then somebody typed your address; you need not do anything.",
    };

    private static SignInTexts Italian { get; } = new()
    {
        Title = "Accesso · Handoff",
        Heading = "Accedi",
        Introduction = "Scrivi il tuo indirizzo di lavoro. Ricevi un link per e-mail; non c'è alcuna password.",
        Address = "Indirizzo e-mail di lavoro",
        Send = "Mandami un link",
        SentTitle = "Guarda la tua posta",
        Sent = "Se questo indirizzo è nei file della tua azienda, un link è in arrivo, o è arrivato pochi minuti fa. "
            + "Ognuno funziona una volta sola, entro 15 minuti.",
        LinkHeading = "Ti diamo il benvenuto, {0}",
        LinkIntroduction = "Premi il pulsante per accedere su questo dispositivo.",
        Enter = "Accedi",
        Over = "Questo link non vale più: è già stato usato, oppure i suoi 15 minuti sono passati.",
        Unknown = "Questo link non è completo. Aprilo dall'e-mail così com'è, oppure chiedine uno nuovo.",
        AskAgain = "Chiedi un nuovo link",
        SignedOut = "Hai lasciato Handoff su ogni dispositivo.",
        MailSubject = "Il tuo link per accedere a Handoff",
        MailSays = "Ecco il link che hai chiesto. Funziona una volta sola, {0}.",
        MailIgnore = "Non l'hai chiesto tu? Allora qualcuno ha scritto il tuo indirizzo; non devi fare nulla.",
    };
}
