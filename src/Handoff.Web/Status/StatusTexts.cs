using Handoff.People;

namespace Handoff.Web.Status;

/// <summary>What the status page says, in one language.</summary>
public sealed record StatusTexts
{
    /// <summary>The texts of a language.</summary>
    public static StatusTexts In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Pages are written in every language."),
    };

    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string Heading { get; init; }

    public required string AllWell { get; init; }

    public required string NoneWasLate { get; init; }

    public required string TheLatestWas { get; init; }

    public required string Silent { get; init; }

    public required string NotLooked { get; init; }

    public required string Late { get; init; }

    public required string LateNow { get; init; }

    public required string Deliveries { get; init; }

    public required string DeliveriesFail { get; init; }

    public required string NotWell { get; init; }

    public required string StoreDown { get; init; }

    public required string Clocks { get; init; }

    public required string ClocksSay { get; init; }

    public required string LeadsLate { get; init; }

    public required string LeadsLateNone { get; init; }

    public required string LeadsLateSay { get; init; }

    public required string Overdue { get; init; }

    public required string OverdueNone { get; init; }

    public required string OverdueSay { get; init; }

    public required string Heartbeat { get; init; }

    public required string HeartbeatNever { get; init; }

    public required string Lateness { get; init; }

    public required string LatenessNone { get; init; }

    public required string LatenessSay { get; init; }

    public required string Untold { get; init; }

    public required string UntoldNone { get; init; }

    public required string UntoldSay { get; init; }

    public required string Agreement { get; init; }

    public required string Mistakes { get; init; }

    public required string Waiting { get; init; }

    public required string WaitingNone { get; init; }

    public required string Parked { get; init; }

    public required string ParkedNone { get; init; }

    public required string ParkedHint { get; init; }

    public required string What { get; init; }

    public required string To { get; init; }

    public required string Attempts { get; init; }

    public required string Next { get; init; }

    public required string OwedSince { get; init; }

    public required string Lead { get; init; }

    public required string OpenLead { get; init; }

    public required string Retry { get; init; }

    public required string Part { get; init; }

    public required string Retried { get; init; }

    public required string NotRetried { get; init; }
#pragma warning restore CS1591

    private static StatusTexts English { get; } = new()
    {
        Heading = "Status",
        AllWell = "Every clock is running.",
        NoneWasLate = "Handoff itself was not late with anything at its last look.",
        TheLatestWas = "At its last look Handoff itself was up to {0} s late.",
        Silent = "The reconciler is silent: it last looked {0}. Clocks may stand still; restart the product.",
        NotLooked = "The reconciler has not looked yet. It does so within a minute of the start.",
        Late = "Handoff itself is late: {0} turn is overdue, due {1}.|Handoff itself is late: {0} turns are overdue, the oldest was due {1}.",
        LateNow = "Handoff itself is late: {0} turn is overdue.|Handoff itself is late: {0} turns are overdue.",
        Deliveries = "E-mails",
        DeliveriesFail = "not one has gone since the first that failed, {0}",
        NotWell = "Something else needs a look.",
        StoreDown = "The store does not answer. Leads are not taken until it does, and nothing that was acknowledged is lost.",
        Clocks = "Clocks",
        ClocksSay = "{0} of {1} open handoffs has a running clock|{0} of {1} open handoffs have a running clock",
        LeadsLate = "Leads past their deadline",
        LeadsLateNone = "none",
        LeadsLateSay = "{0}, as on the board: it is people who are late",
        Overdue = "Handoff's own work that is overdue",
        OverdueNone = "nothing",
        OverdueSay = "{0} turn, due {1}|{0} turns, the oldest due {1}",
        Heartbeat = "Reconciler's heartbeat",
        HeartbeatNever = "not yet",
        Lateness = "Handoff's own lateness",
        LatenessNone = "none at the last look",
        LatenessSay = "{0} s at the last look",
        Untold = "Untold alerts",
        UntoldNone = "none",
        UntoldSay = "{0} time nobody could be told, {1}|{0} times nobody could be told, last {1}",
        Agreement = "Agreement",
        Mistakes = "The changed agreement folder was refused; the last good one stays in force.",
        Waiting = "Deliveries that are tried again",
        WaitingNone = "None: every message went out at the first try.",
        Parked = "Deliveries given up",
        ParkedNone = "None.",
        ParkedHint = "Refused for good, or failing for a day. Managers were told. Mend the cause, then try again.",
        What = "What",
        To = "To",
        Attempts = "Tries",
        Next = "Next try",
        OwedSince = "Owed since",
        Lead = "Lead",
        OpenLead = "Open",
        Retry = "Try again",
        Part = "There may be more than are shown.",
        Retried = "It is tried again now.",
        NotRetried = "It was not tried again: what it was to say is no longer so, or it is no longer parked.",
    };

    private static StatusTexts Italian { get; } = new()
    {
        Heading = "Stato",
        AllWell = "Tutti i tempi corrono.",
        NoneWasLate = "All'ultimo controllo Handoff non aveva alcun ritardo suo.",
        TheLatestWas = "All'ultimo controllo Handoff stesso aveva fino a {0} s di ritardo.",
        Silent = "Il controllo automatico tace: l'ultimo è stato {0}. I tempi possono essere fermi; riavvia il prodotto.",
        NotLooked = "Il controllo automatico non è ancora avvenuto. Avviene entro un minuto dall'avvio.",
        Late = "Handoff stesso è in ritardo: {0} operazione arretrata, attesa {1}.|Handoff stesso è in ritardo: {0} operazioni arretrate, la più vecchia attesa {1}.",
        LateNow = "Handoff stesso è in ritardo: {0} operazione arretrata.|Handoff stesso è in ritardo: {0} operazioni arretrate.",
        Deliveries = "E-mail",
        DeliveriesFail = "nessuna è partita dalla prima non riuscita, {0}",
        NotWell = "Qualcos'altro va guardato.",
        StoreDown = "L'archivio non risponde. Fino ad allora i lead non sono accolti; nulla di confermato è perso.",
        Clocks = "Tempi",
        ClocksSay = "{0} lead aperto su {1} ha un tempo che corre|{0} lead aperti su {1} hanno un tempo che corre",
        LeadsLate = "Lead oltre la scadenza",
        LeadsLateNone = "nessuno",
        LeadsLateSay = "{0}, come sul tabellone: in ritardo sono le persone",
        Overdue = "Lavoro arretrato di Handoff",
        OverdueNone = "nulla",
        OverdueSay = "{0} operazione, attesa {1}|{0} operazioni, la più vecchia attesa {1}",
        Heartbeat = "Ultimo controllo automatico",
        HeartbeatNever = "non ancora",
        Lateness = "Ritardo di Handoff stesso",
        LatenessNone = "nessuno all'ultimo controllo",
        LatenessSay = "{0} s all'ultimo controllo",
        Untold = "Avvisi non recapitati",
        UntoldNone = "nessuno",
        UntoldSay = "{0} volta non si è potuto avvisare nessuno, {1}|{0} volte non si è potuto avvisare nessuno, l'ultima {1}",
        Agreement = "Accordo",
        Mistakes = "La cartella dell'accordo modificata è stata rifiutata; resta in vigore l'ultima valida.",
        Waiting = "Consegne che si ritentano",
        WaitingNone = "Nessuna: ogni messaggio è partito al primo tentativo.",
        Parked = "Consegne abbandonate",
        ParkedNone = "Nessuna.",
        ParkedHint = "Rifiutate definitivamente, o non riuscite per un giorno. I responsabili sono stati avvisati. Rimuovi la causa, poi riprova.",
        What = "Che cosa",
        To = "A",
        Attempts = "Tentativi",
        Next = "Prossimo tentativo",
        OwedSince = "Da inviare da",
        Lead = "Lead",
        OpenLead = "Apri",
        Retry = "Riprova",
        Part = "Potrebbero essercene altri oltre a quelli mostrati.",
        Retried = "Si ritenta adesso.",
        NotRetried = "Non si ritenta: ciò che doveva dire non è più vero, oppure non è più abbandonata.",
    };
}
