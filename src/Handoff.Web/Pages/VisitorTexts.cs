using Handoff.People;

namespace Handoff.Web.Pages;

/// <summary>What a person is told who meets an answer that was made for programs, in one language.</summary>
public sealed record VisitorTexts
{
    /// <summary>The texts of a language.</summary>
    public static VisitorTexts In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Pages are written in every language."),
    };

    private static VisitorTexts English { get; } = new()
    {
        ThanksTitle = "Thank you",
        Thanks = "We have your request and will get back to you.",
        CheckTitle = "Please check the form",
        Check = "Nothing was sent yet. Go back and check the e-mail address and the phone number.",
        NotFoundTitle = "There is nothing here",
        NotFound = "The address may be mistyped, or what was here is gone.",
        NotAllowedTitle = "This page is not open to you",
        NotAllowed = "It opens to who may administer, or on the machine itself.",
        BusyTitle = "Please try again in a moment",
        Busy = "We could not take this just now, and nothing was lost that was taken before.",
        RefusedTitle = "This did not work",
        Refused = "The request cannot be taken as it was sent. If you came from a form, please tell the owner of that page.",
    };

    private static VisitorTexts Italian { get; } = new()
    {
        ThanksTitle = "Grazie",
        Thanks = "Abbiamo ricevuto la tua richiesta e ti risponderemo.",
        CheckTitle = "Controlla il modulo",
        Check = "Nulla è stato ancora inviato. Torna indietro e controlla l'indirizzo e-mail e il numero di telefono.",
        NotFoundTitle = "Qui non c'è nulla",
        NotFound = "Forse l'indirizzo è scritto male, o quello che c'era non c'è più.",
        NotAllowedTitle = "Questa pagina non è aperta a te",
        NotAllowed = "Si apre a chi può amministrare, o sulla macchina stessa.",
        BusyTitle = "Riprova tra un momento",
        Busy = "Non abbiamo potuto accettarla adesso; ciò che era già arrivato non è perso.",
        RefusedTitle = "Non ha funzionato",
        Refused = "La richiesta non può essere accettata così com'è. Se vieni da un modulo, avvisa chi cura quella pagina.",
    };

    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string ThanksTitle { get; init; }

    public required string Thanks { get; init; }

    public required string CheckTitle { get; init; }

    public required string Check { get; init; }

    public required string NotFoundTitle { get; init; }

    public required string NotFound { get; init; }

    public required string NotAllowedTitle { get; init; }

    public required string NotAllowed { get; init; }

    public required string BusyTitle { get; init; }

    public required string Busy { get; init; }

    public required string RefusedTitle { get; init; }

    public required string Refused { get; init; }
#pragma warning restore CS1591
}
