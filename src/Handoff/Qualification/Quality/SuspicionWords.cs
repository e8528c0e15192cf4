using Handoff.People;

namespace Handoff.Qualification.Quality;

/// <summary>A suspicion in a few words, as a part of a sentence.</summary>
public static class SuspicionWords
{
    /// <summary>The words, in the reader's language.</summary>
    public static string In(this Suspicion suspicion, Language language)
    {
        var (english, italian) = Of(suspicion);
        return language == Language.It ? italian : english;
    }

    private static (string English, string Italian) Of(Suspicion suspicion) => suspicion switch
    {
        Suspicion.Disposable => ("the address is a throw-away one", "l'indirizzo è usa e getta"),
        Suspicion.RoleAddress => ("the address is not a person's", "l'indirizzo non è di una persona"),
        Suspicion.NoMail => ("the address's domain takes no mail", "il dominio dell'indirizzo non riceve posta"),
        Suspicion.LinkInName => ("a link stands in place of a name", "al posto di un nome c'è un link"),
        Suspicion.Markup => ("the text holds marked-up links", "il testo contiene link in codice"),
        Suspicion.ManyLinks => ("the text is full of links", "il testo è pieno di link"),
        Suspicion.TooFast => ("the form was filled in too fast", "il modulo è stato compilato troppo in fretta"),
        Suspicion.NotHuman => ("the captcha did not find a person", "il captcha non ha trovato una persona"),
        _ => throw new ArgumentOutOfRangeException(nameof(suspicion), suspicion, "A suspicion has its words."),
    };
}
