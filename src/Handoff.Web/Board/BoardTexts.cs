using Handoff.People;

namespace Handoff.Web.Board;

/// <summary>What the board says, in one language.</summary>
public sealed record BoardTexts
{
    /// <summary>The texts of a language.</summary>
    public static BoardTexts In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Pages are written in every language."),
    };

    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string Heading { get; init; }

    public required string Introduction { get; init; }

    public required string All { get; init; }

    public required string Late { get; init; }

    public required string Paused { get; init; }

    public required string Team { get; init; }

    public required string Owner { get; init; }

    public required string Tier { get; init; }

    public required string Source { get; init; }

    public required string State { get; init; }

    public required string Any { get; init; }

    public required string Filter { get; init; }

    public required string Clear { get; init; }

    public required string Wall { get; init; }

    public required string Clock { get; init; }

    public required string Lead { get; init; }

    public required string TimeLate { get; init; }

    public required string OpensAt { get; init; }

    public required string StandsStill { get; init; }

    public required string QueueOf { get; init; }

    public required string AsksSeveral { get; init; }

    public required string Requests { get; init; }

    public required string EmptyTitle { get; init; }

    public required string Empty { get; init; }

    public required string FilteredTitle { get; init; }

    public required string Filtered { get; init; }

    public required string Range { get; init; }

    public required string Previous { get; init; }

    public required string Next { get; init; }

    public required string PagesLabel { get; init; }

    public required string StatesLabel { get; init; }

    public required string WallLate { get; init; }

    public required string WallOpen { get; init; }

    public required string NoCompany { get; init; }

    public required string NoState { get; init; }

    public required string Stale { get; init; }
#pragma warning restore CS1591

    private static BoardTexts English { get; } = new()
    {
        Heading = "Open handoffs",
        Introduction = "The most urgent first. Clocks count in business time.",
        All = "All",
        Late = "Late",
        Paused = "Paused",
        Team = "Team",
        Owner = "Owner",
        Tier = "Tier",
        Source = "Source",
        State = "State",
        Any = "any",
        Filter = "Filter",
        Clear = "Clear",
        Wall = "Wall screen",
        Clock = "Time left",
        Lead = "Lead",
        TimeLate = "{0} late",
        OpensAt = "closed, counts again {0}",
        StandsStill = "stands still",
        QueueOf = "Queue of {0}",
        AsksSeveral = "{0} are asked",
        Requests = "asked {0} time|asked {0} times",
        EmptyTitle = "Nothing is open",
        Empty = "A new lead that qualifies appears here at once, with its clock.",
        FilteredTitle = "Nothing matches",
        Filtered = "There is {0} open handoff without this filter.|There are {0} open handoffs without this filter.",
        Range = "{0} to {1} of {2}",
        Previous = "Previous",
        Next = "Next",
        PagesLabel = "Pages of the board",
        StatesLabel = "State of the handoffs",
        WallLate = "late",
        WallOpen = "open",
        NoCompany = "no company given",
        NoState = "The board knows no state of this name; it shows open handoffs only. Here are all of them.",
        Stale = "Not up to date: Handoff cannot be reached. It tries again by itself.",
    };

    private static BoardTexts Italian { get; } = new()
    {
        Heading = "Lead aperti",
        Introduction = "Prima i più urgenti. I tempi contano l'orario di lavoro.",
        All = "Tutti",
        Late = "In ritardo",
        Paused = "In pausa",
        Team = "Team",
        Owner = "Assegnato a",
        Tier = "Fascia",
        Source = "Fonte",
        State = "Stato",
        Any = "qualsiasi",
        Filter = "Filtra",
        Clear = "Azzera",
        Wall = "Schermo a parete",
        Clock = "Tempo rimasto",
        Lead = "Lead",
        TimeLate = "{0} di ritardo",
        OpensAt = "chiuso, riparte {0}",
        StandsStill = "è fermo",
        QueueOf = "Coda di {0}",
        AsksSeveral = "chiesto a {0}",
        Requests = "ha chiesto {0} volta|ha chiesto {0} volte",
        EmptyTitle = "Nulla di aperto",
        Empty = "Un nuovo lead qualificato compare qui subito, con il suo tempo.",
        FilteredTitle = "Nessun risultato",
        Filtered = "Senza questo filtro c'è {0} lead aperto.|Senza questo filtro ci sono {0} lead aperti.",
        Range = "Da {0} a {1} di {2}",
        Previous = "Precedente",
        Next = "Successiva",
        PagesLabel = "Pagine del tabellone",
        StatesLabel = "Stato dei lead",
        WallLate = "in ritardo",
        WallOpen = "aperto|aperti",
        NoCompany = "azienda non indicata",
        NoState = "Il tabellone non conosce uno stato con questo nome; mostra solo i lead aperti. Eccoli tutti.",
        Stale = "Non aggiornato: Handoff non è raggiungibile. Riprova da solo.",
    };
}
