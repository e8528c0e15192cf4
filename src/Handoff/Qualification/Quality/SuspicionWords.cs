using Handoff.People;

namespace Handoff.Qualification.Quality;

/// <summary>A suspicion in a few words, as a part of a sentence.</summary>
public static class SuspicionWords
{
    /// <summary>The words, in the reader's language.</summary>
    public static string In(this Suspicion suspicion, Language language) => new Words(language).Of(suspicion);

    private sealed class Words(Language language) : Sentences(language)
    {
        public string Of(Suspicion suspicion) => suspicion switch
        {
            Suspicion.Disposable => Say("the address is a throw-away one", "l'indirizzo è usa e getta"),
            Suspicion.RoleAddress => Say("the address is not a person's", "l'indirizzo non è di una persona"),
            Suspicion.NoMail => Say("the address's domain takes no mail", "il dominio dell'indirizzo non riceve posta"),
            Suspicion.LinkInName => Say("a link stands in place of a name", "al posto di un nome c'è un link"),
            Suspicion.Markup => Say("the text holds marked-up links", "il testo contiene link in codice"),
            Suspicion.ManyLinks => Say("the text is full of links", "il testo è pieno di link"),
            Suspicion.TooFast => Say("the form was filled in too fast", "il modulo è stato compilato troppo in fretta"),
            Suspicion.NotHuman => Say("the captcha did not find a person", "il captcha non ha trovato una persona"),
            _ => throw new ArgumentOutOfRangeException(nameof(suspicion), suspicion, "A suspicion has its words."),
        };
    }
}
