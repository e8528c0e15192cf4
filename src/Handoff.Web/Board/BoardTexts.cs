using Handoff.Board;
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
    public string Hold => Say("Stay on these", "Resta su questi");
    public string GoOn => Say("Go on by itself", "Prosegui da solo");
    public string GiveSeveral => Say("Give several of these away", "Assegnane più d'uno ad altri");
    public string NoCompany => Say("no company given", "azienda non indicata");
    public string Do => Say("What you can do", "Che cosa puoi fare");
    public string Accept => Say("Accept", "Accetto");
    public string Decline => Say("Decline…", "Rifiuto…");
    public string Contacted => Say("Contacted…", "Contattato…");
    public string Feedback => Say("Outcome…", "Esito…");
    public string Outcome => Say("Won or lost…", "Vinto o perso…");
    public string Confirm => Say("I have it", "Ce l'ho");
    public string ConfirmBy => Say("to be confirmed {0}", "da confermare {0}");
    public string ConfirmWasDue => Say("not confirmed, {0}", "non confermato, {0}");
    public string Take => Say("Take", "Prendo");
    public string Assign => Say("Assign…", "Assegna…");
    public string Snooze => Say("Silence…", "Silenzia…");
    public string NextContactOn => Say("next: {0}", "prossimo contatto: {0}");
    public string SilentUntil => Say("Alerts silent {0}", "Avvisi silenziati {0}");
    public string Sort => Say("Sort", "Ordina");
    public string Of(BoardOrder order) => order switch
    {
        BoardOrder.Urgency => Say("most urgent first", "prima i più urgenti"),
        BoardOrder.Newest => Say("newest first", "prima i più recenti"),
        BoardOrder.Oldest => Say("oldest first", "prima i più vecchi"),
        BoardOrder.Score => Say("highest score first", "prima i punteggi più alti"),
        BoardOrder.Team => Say("by team", "per team"),
        BoardOrder.Owner => Say("by owner", "per assegnatario"),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "An order has words."),
    };

    public string Keys => Say("Keys", "Tasti");
    public string KeysHeading => Say("Keys on this board", "Tasti di questo tabellone");
    public string KeysOn => Say("Keys are on", "I tasti sono attivi");
    public string KeyNext => Say("the next lead", "il lead seguente");
    public string KeyPrevious => Say("the lead before", "il lead precedente");
    public string KeyOpen => Say("open it", "aprilo");
    public string KeyAccept => Say("accept it, or give it to somebody", "accettalo, o assegnalo a qualcuno");
    public string KeyDecline => Say("decline it, or say what came of it", "rifiutalo, o indica l'esito");
    public string KeyTake => Say("take it, or record the contact", "prendilo, o registra il contatto");
    public string KeySnooze => Say("silence its alerts", "silenzia i suoi avvisi");
    public string KeyHelp => Say("this list", "questo elenco");
    public string Close => Say("Close", "Chiudi");

    public string NoState => Say(
        "The board knows no state of this name; it shows open handoffs only. Here are all of them.",
        "Il tabellone non conosce uno stato con questo nome; mostra solo i lead aperti. Eccoli tutti.");
    public string Stale => Say(
        "Not up to date: Handoff cannot be reached. It tries again by itself.",
        "Non aggiornato: Handoff non è raggiungibile. Riprova da solo.");
}
