using Handoff.People;

namespace Handoff.Web.Status;

/// <summary>What the status page says.</summary>
public sealed class StatusTexts(Language language) : Sentences(language)
{
    public string Heading => Say("Status", "Stato");
    public string AllWell => Say("Every clock is running.", "Tutti i tempi corrono.");
    public string NoneWasLate => Say(
        "Handoff itself was not late with anything at its last look.",
        "All'ultimo controllo Handoff non aveva alcun ritardo suo.");
    public string TheLatestWas => Say(
        "At its last look Handoff itself was up to {0} s late.",
        "All'ultimo controllo Handoff stesso aveva fino a {0} s di ritardo.");
    public string Silent => Say(
        "The automatic check is silent: the last was {0}. Clocks may stand still; restart the product.",
        "Il controllo automatico tace: l'ultimo è stato {0}. I tempi possono essere fermi; riavvia il prodotto.");
    public string NotLooked => Say(
        "The automatic check has not run yet. It does within a minute of the start.",
        "Il controllo automatico non è ancora avvenuto. Avviene entro un minuto dall'avvio.");
    public string Late => Say(
        "Handoff itself is late: {0} turn is overdue, due {1}.|Handoff itself is late: {0} turns are overdue, the oldest was due {1}.",
        "Handoff stesso è in ritardo: {0} operazione arretrata, attesa {1}.|Handoff stesso è in ritardo: {0} operazioni arretrate, la "
            + "più vecchia attesa {1}.");
    public string LateNow => Say(
        "Handoff itself is late: {0} turn is overdue.|Handoff itself is late: {0} turns are overdue.",
        "Handoff stesso è in ritardo: {0} operazione arretrata.|Handoff stesso è in ritardo: {0} operazioni arretrate.");
    public string Deliveries => Say("E-mails", "E-mail");
    public string DeliveriesFail => Say(
        "not one has gone since the first that failed, {0}",
        "nessuna è partita dalla prima non riuscita, {0}");
    public string Channels => Say("Channels: what other programs are told", "Canali: che cosa si dice ad altri programmi");
    public string NotWell => Say("Something else needs a look.", "Qualcos'altro va guardato.");
    public string StoreDown => Say(
        "The store does not answer. Leads are not taken until it does, and nothing that was acknowledged is lost.",
        "L'archivio non risponde. Fino ad allora i lead non sono accolti; nulla di confermato è perso.");
    public string Clocks => Say("Clocks", "Tempi");
    public string ClocksSay => Say(
        "{0} of {1} open handoffs has a running clock|{0} of {1} open handoffs have a running clock",
        "{0} lead aperto su {1} ha un tempo che corre|{0} lead aperti su {1} hanno un tempo che corre");
    public string LeadsLate => Say("Leads past their deadline", "Lead oltre la scadenza");
    public string LeadsLateNone => Say("none", "nessuno");
    public string LeadsLateSay => Say(
        "{0}, as on the board: it is people who are late",
        "{0}, come sul tabellone: in ritardo sono le persone");
    public string Overdue => Say("Handoff's own work that is overdue", "Lavoro arretrato di Handoff");
    public string OverdueNone => Say("nothing", "nulla");
    public string OverdueSay => Say(
        "{0} turn, due {1}|{0} turns, the oldest due {1}",
        "{0} operazione, attesa {1}|{0} operazioni, la più vecchia attesa {1}");
    public string Heartbeat => Say("Last automatic check", "Ultimo controllo automatico");
    public string HeartbeatNever => Say("not yet", "non ancora");
    public string Lateness => Say("Handoff's own lateness", "Ritardo di Handoff stesso");
    public string LatenessNone => Say("none at the last look", "nessuno all'ultimo controllo");
    public string LatenessSay => Say("{0} s at the last look", "{0} s all'ultimo controllo");
    public string Untold => Say("Untold alerts", "Avvisi non recapitati");
    public string UntoldNone => Say("none", "nessuno");
    public string UntoldSay => Say(
        "{0} time nobody could be told, {1}|{0} times nobody could be told, last {1}",
        "{0} volta non si è potuto avvisare nessuno, {1}|{0} volte non si è potuto avvisare nessuno, l'ultima {1}");
    public string Refused => Say("A source's key is refused", "La chiave di una fonte è rifiutata");
    public string RefusedSay => Say(
        "{0}: {1} posts in an hour, the last {2}. It was valid before: look whether its key or secret was changed on one side only.",
        "{0}: {1} invii in un'ora, l'ultimo {2}. Prima era valida: controlla se la chiave è stata cambiata da una parte sola.");
    public string Calendar => Say("A person's calendar cannot be read", "Il calendario di una persona non si legge");
    public string CalendarSay => Say(
        "That of {0}; it failed first {1}. What was read before holds. Check the address in people.yaml; the log says why.",
        "Quello di {0}; il primo errore è stato {1}. Quanto già letto vale. Controlla l'indirizzo in people.yaml; il registro dice "
            + "perché.");
    public string Captcha => Say("A captcha says nothing", "Un captcha non risponde");
    public string CaptchaSay => Say(
        "{0}: its vendor gave no verdict {1}. Its leads are taken without; the log says why.",
        "{0}: il fornitore non ha dato un esito {1}. I suoi lead sono accettati senza; il registro dice perché.");
    public string Agreement => Say("Agreement", "Accordo");
    public string Mistakes => Say(
        "The changed agreement folder was refused; the last good one stays in force.",
        "La cartella dell'accordo modificata è stata rifiutata; resta in vigore l'ultima valida.");
    public string Waiting => Say("Deliveries that are tried again", "Consegne che si ritentano");
    public string WaitingNone => Say(
        "None: every message went out at the first try.",
        "Nessuna: ogni messaggio è partito al primo tentativo.");
    public string Parked => Say("Deliveries given up", "Consegne abbandonate");
    public string ParkedNone => Say("None.", "Nessuna.");
    public string ParkedHint => Say(
        "Refused for good, or failing for a day. Managers were told. Mend the cause, then try again.",
        "Rifiutate definitivamente, o non riuscite per un giorno. I responsabili sono stati avvisati. Rimuovi la causa, poi riprova.");
    public string What => Say("What", "Che cosa");
    public string To => Say("To", "A");
    public string Attempts => Say("Tries", "Tentativi");
    public string Next => Say("Next try", "Prossimo tentativo");
    public string OwedSince => Say("Owed since", "Da inviare da");
    public string Lead => Say("Lead", "Lead");
    public string OpenLead => Say("Open", "Apri");
    public string Retry => Say("Try again", "Riprova");
    public string Part => Say("There may be more than are shown.", "Potrebbero essercene altri oltre a quelli mostrati.");
    public string Retried => Say("It is tried again now.", "Si ritenta adesso.");
    public string NotRetried => Say(
        "It was not tried again: what it was to say is no longer so, or it is no longer parked.",
        "Non si ritenta: ciò che doveva dire non è più vero, oppure non è più abbandonata.");
}
