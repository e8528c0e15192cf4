using Handoff.People;

namespace Handoff.Web.Board;

public sealed class BoardTexts(Language language) : Sentences(language)
{
    public string Heading => Say("Open handoffs", "Lead aperti");
    public string Introduction => Say(
        "The most urgent first. Clocks count in business time.",
        "Prima i più urgenti. I tempi contano l'orario di lavoro.");
    public string All => Say("All", "Tutti");
    public string Late => Say("Late", "In ritardo");
    public string Paused => Say("Paused", "In pausa");
    public string Team => Say("Team", "Team");
    public string Owner => Say("Owner", "Assegnato a");
    public string Tier => Say("Tier", "Fascia");
    public string Source => Say("Source", "Fonte");
    public string State => Say("State", "Stato");
    public string Any => Say("any", "qualsiasi");
    public string Filter => Say("Filter", "Filtra");
    public string Clear => Say("Clear", "Azzera");
    public string Wall => Say("Wall screen", "Schermo a parete");
    public string Clock => Say("Time left", "Tempo rimasto");
    public string Lead => Say("Lead", "Lead");
    public string TimeLate => Say("{0} late", "{0} di ritardo");
    public string OpensAt => Say("closed, counts again {0}", "chiuso, riparte {0}");
    public string StandsStill => Say("stands still", "è fermo");
    public string QueueOf => Say("Queue of {0}", "Coda di {0}");
    public string AsksSeveral => Say("{0} are asked", "chiesto a {0}");
    public string Requests => Say("asked {0} time|asked {0} times", "ha chiesto {0} volta|ha chiesto {0} volte");
    public string EmptyTitle => Say("Nothing is open", "Nulla di aperto");
    public string Empty => Say(
        "A new lead that qualifies appears here at once, with its clock.",
        "Un nuovo lead qualificato compare qui subito, con il suo tempo.");
    public string FilteredTitle => Say("Nothing matches", "Nessun risultato");
    public string Filtered => Say(
        "There is {0} open handoff without this filter.|There are {0} open handoffs without this filter.",
        "Senza questo filtro c'è {0} lead aperto.|Senza questo filtro ci sono {0} lead aperti.");
    public string Range => Say("{0} to {1} of {2}", "Da {0} a {1} di {2}");
    public string Previous => Say("Previous", "Precedente");
    public string Next => Say("Next", "Successiva");
    public string PagesLabel => Say("Pages of the board", "Pagine del tabellone");
    public string StatesLabel => Say("State of the handoffs", "Stato dei lead");
    public string WallLate => Say("late", "in ritardo");
    public string WallOpen => Say("open", "aperto|aperti");
    public string NoCompany => Say("no company given", "azienda non indicata");
    public string NoState => Say(
        "The board knows no state of this name; it shows open handoffs only. Here are all of them.",
        "Il tabellone non conosce uno stato con questo nome; mostra solo i lead aperti. Eccoli tutti.");
    public string Stale => Say(
        "Not up to date: Handoff cannot be reached. It tries again by itself.",
        "Non aggiornato: Handoff non è raggiungibile. Riprova da solo.");
}
