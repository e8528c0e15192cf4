using Handoff.Agreements;
using Handoff.Figures;
using Handoff.People;
using NodaTime;

namespace Handoff.Web.Scorecards;

/// <summary>What the scorecard says.</summary>
public sealed class ScorecardTexts(Language language) : Sentences(language)
{
    public string Heading => Say("Scorecard", "Pagella");
    public string Introduction => Say(
        "Both sides of the agreement, counted from one ledger. Every number opens to its leads.",
        "Le due parti dell'accordo, contate da un solo registro. Ogni numero si apre sui suoi lead.");
    public string AsOf => Say("Complete {0}.", "Completa {0}.");
    public string Csv => Say("Download as CSV", "Scarica in CSV");
    public string OfTeams => Say(
        "Of your teams only: {0}. Promised counts and amounts are of the whole, and stand on the scorecard of who sees all.",
        "Solo dei tuoi team: {0}. Numeri e importi promessi sono del tutto, e stanno sulla pagella di chi vede tutto.");
    public string PeriodLabel => Say("Period", "Periodo");
    public string ThisMonth => Say("This month", "Questo mese");
    public string Week => Say("Week", "Settimana");
    public string Quarter => Say("Quarter", "Trimestre");
    public string Earlier => Say("Period before", "Periodo precedente");
    public string Later => Say("Period after", "Periodo successivo");
    public string NamedWeek => Say("week {0} of {1}", "settimana {0} del {1}");
    public string NamedQuarter => Say("quarter {0} of {1}", "trimestre {0} del {1}");
    public string NoPromise => Say(
        "Nothing is promised here for this period.", "Qui non è promesso nulla per questo periodo.");

    public string WeeksKept => Say("Weeks kept in {2}: {0} of {1}", "Settimane mantenute in {2}: {0} su {1}");
    public string MonthsKept => Say("Months kept in {2}: {0} of {1}", "Mesi mantenuti in {2}: {0} su {1}");
    public string Before => Say("Last period: {0}", "Periodo precedente: {0}");
    public string Reported => Say("As reported at the end: {0}.", "Come comunicato alla fine: {0}.");
    public string Now => Say("As of now: {0}; what changed it", "A oggi: {0}; che cosa lo ha cambiato");
    public string JudgedBy => Say("Judged by {0}, on {1}.", "Giudicata da {0}, il {1}.");
    public string Counted => Say("{0} ({1} of {2})", "{0} ({1} su {2})");
    public string Partial => Say("A partial period: the target is {0}.", "Un periodo parziale: l'obiettivo è {0}.");
    public string Ahead => Say("By now there should be {0}: {1} more than that.", "A quest'ora dovrebbero essere {0}: {1} in più.");
    public string Behind => Say(
        "By now there should be {0}: {1} fewer, {2} working days behind.",
        "A quest'ora dovrebbero essere {0}: {1} in meno, {2} giorni lavorativi di ritardo.");
    public string Needed => Say("It takes {0} a working day from now on.", "Da ora ne servono {0} al giorno lavorativo.");
    public string Forecast => Say(
        "At the end probably {0} ({1} to {2}); the chance to keep it is {3}.",
        "Alla fine probabilmente {0} (da {1} a {2}); la probabilità di mantenerla è {3}.");
    public string Undecided => Say("{0} not decided yet", "{0} non ancora decisi");
    public string Erased => Say("{0} erased before anybody could tell", "{0} cancellati prima che si sapesse");
    public string Contested => Say("{0} contested, in neither number", "{0} contestati, in nessuno dei due numeri");
    public string Misses => Say("the others", "gli altri");
    public string NotReported => Say("not reported", "non comunicato");
    public string NothingYet => Say("nothing yet", "ancora nulla");

    public string ShareOf => Say("{0} ({1} of {2}; {3} to {4})", "{0} ({1} su {2}; da {3} a {4})");
    public string SmallShare => Say("{0} of {1} ({2} – {3})", "{0} su {1} ({2} – {3})");
    public string OfAll => Say("of {0}", "su {0}");
    public string Line => Say("{0} against the pace", "{0} rispetto al passo");
    public string LineSays => Say(
        "{0} so far, where the pace asks for {1}; the target is {2}.", "Finora {0}, dove il passo ne chiede {1}; l'obiettivo è {2}.");
    public string Day => Say("Day", "Giorno");
    public string Actual => Say("Counted", "Contati");
    public string Expected => Say("Pace", "Passo");
    public string Target => Say("Target", "Obiettivo");

    public string Funnel => Say("From qualified to won", "Da qualificato a vinto");
    public string FunnelSays => Say(
        "Of {0} leads that qualified, {1} were accepted, {2} contacted, {3} called an opportunity, {4} won.",
        "Di {0} lead qualificati, {1} accettati, {2} contattati, {3} chiamati opportunità, {4} vinti.");
    public string FunnelHint => Say(
        "Leads by the period in which they qualified; who skipped a step has taken it.",
        "I lead per periodo in cui si sono qualificati; chi ha saltato un passo lo ha fatto.");
    public string NotMature => Say("{0} may still come further.", "{0} possono ancora andare avanti.");
    public string NoOutcomes => Say(
        "No outcomes are sent in, so won says nothing.", "Non arrivano esiti, quindi «vinti» non dice nulla.");
    public string CameBack =>
        Say("{0} of persons who came back too soon are not counted.", "{0} di persone tornate troppo presto non sono contati.");
    public string Open => Say("May come further", "Possono andare avanti");
    public string Time => Say("half within {0}", "metà entro {0}");

    public string Slices => Say("By {0}", "Per {0}");
    public string SlicesSay => Say(
        "The share of leads accepted of each value, with the interval in which it lies with 95 %.",
        "La quota di lead accettati per ogni valore, con l'intervallo in cui sta al 95 %.");
    public string Value => Say("Value", "Valore");
    public string Qualified => Say("Qualified", "Qualificati");
    public string Accepted => Say("Accepted", "Accettati");
    public string Returned => Say("Returned as bad", "Restituiti perché sbagliati");
    public string Won => Say("Won", "Vinti");
    public string More => Say("{0} more values", "altri {0} valori");

    public string LookedFor => Say("The customer both look for", "Il cliente che entrambi cercano");
    public string LookedForHint => Say(
        "Leads won or accepted, of those and the ones returned as bad. It says what was, and nothing of a cause; values with fewer than 5"
        + " leads are not shown.",
        "Lead vinti o accettati, su questi e quelli restituiti perché sbagliati. Dice che cosa è stato, e nulla di una causa; i valori con"
        + " meno di 5 lead non sono mostrati.");
    public string LookedForMissing => Say(
        "It is told from 30 won or accepted leads of the period on: {0} is missing."
        + "|It is told from 30 won or accepted leads of the period on: {0} are missing.",
        "Si dice da 30 lead vinti o accettati del periodo in su: ne manca {0}."
        + "|Si dice da 30 lead vinti o accettati del periodo in su: ne mancano {0}.");
    public string LookedForNothing => Say(
        "No value stands out from the others by more than chance.", "Nessun valore si distingue dagli altri più che per caso.");
    public string LookedForSays => Say(
        "The share of each value that was won or accepted, with the interval in which it lies with 95 %.",
        "La quota di vinti o accettati per ogni valore, con l'intervallo in cui sta al 95 %.");
    public string MoreOften => Say(
        "{0} “{1}” was won or accepted more often than the others: {2} against {3}.",
        "{0} «{1}»: vinti o accettati più spesso degli altri, {2} contro {3}.");
    public string LessOften => Say(
        "{0} “{1}” was won or accepted less often than the others: {2} against {3}.",
        "{0} «{1}»: vinti o accettati meno spesso degli altri, {2} contro {3}.");
    public string Wanted => Say("Won or accepted", "Vinti o accettati");
    public string Others => Say("All others", "Tutti gli altri");

    public string Reasons => Say("Why leads came back", "Perché i lead sono tornati");
    public string ReasonsSay => Say(
        "The share of each reason in the leads that qualified, with its interval.",
        "La quota di ogni motivo sui lead qualificati, con il suo intervallo.");
    public string Reason => Say("Reason", "Motivo");
    public string Reports => Say("The weekly reports as they were sent", "I rapporti settimanali come furono inviati");
    public string Asked => Say("Asked: has somebody called you?", "A chi ha inviato un lead: qualcuno ha chiamato?");
    public string AskedHint => Say(
        "Who was asked by mail in the period, and what they said last. Silence is neither yes nor no, and people err.",
        "A chi si è chiesto per e-mail nel periodo, e l'ultima risposta. Il silenzio non è né sì né no, e ci si può sbagliare.");
    public string Answer => Say("Answer", "Risposta");
    public string OfAsked => Say("Of those asked", "Degli interpellati");
    public string SaidYes => Say("Yes, somebody has", "Sì, qualcuno");
    public string SaidNo => Say("No, nobody has", "No, nessuno");
    public string Silent => Say("{0} did not answer.", "Non ha risposto: {0}.");
    public string BySource => Say("By source", "Per fonte");

    public string Waiting => Say("What accepted leads waited for", "Che cosa hanno atteso i lead accettati");
    public string WaitingSays => Say(
        "Of all the time from reception to acceptance: {0} the system, {1} people in open hours, {2} closed hours.",
        "Di tutto il tempo dalla ricezione all'accettazione: {0} il sistema, {1} le persone in orario aperto, {2} orario chiuso.");
    public string OfSystem => Say("System", "Sistema");
    public string OfReps => Say("People, open hours", "Persone, orario aperto");
    public string OfClosed => Say("Closed hours", "Orario chiuso");
    public string Times => Say("How long promises took", "Quanto sono durate le promesse");
    public string Clock => Say("Clock", "Tempo");
    public string Clocks => Say("Clocks", "Quanti");
    public string WithoutEnd => Say("Without an end", "Senza una fine");
    public string Median => Say("Half within", "Metà entro");
    public string Ninetieth => Say("90 % within", "90 % entro");
    public string NotReached => Say("not reached", "non raggiunto");
    public string TimesHint => Say(
        "Minutes of each clock's own time; clocks that run on, or ended unmet, count as such.",
        "Minuti del tempo proprio di ogni promessa; i tempi in corso o finiti senza esito contano come tali.");

    public string Breaches => Say("When clocks were broken", "Quando i tempi sono scaduti");
    public string BreachesSay => Say(
        "Leads with a broken clock for each hour that the team was open, by weekday and hour of the deadline; the darker, the more.",
        "Lead con un tempo scaduto per ogni ora di apertura del team, per giorno e ora della scadenza; più scuro, più scaduti.");
    public string BreachesOf => Say("Team {0}, times of {1}", "Team {0}, ore di {1}");
    public string OpenHours => Say("Open hours", "Ore di apertura");
    public string PerOpenHour => Say("In an open hour", "In un'ora di apertura");
    public string Closed => Say("closed", "chiuso");
    public string Hour => Say("Hour", "Ora");
    public string Broken => Say("Broken", "Scaduti");
    public string NoBreaches => Say("No clock was broken.", "Nessun tempo è scaduto.");

    public string Spread => Say("How evenly leads were spread", "Quanto equamente sono stati distribuiti i lead");
    public string Team => Say("Team", "Team");
    public string Reps => Say("Reps", "Venditori");
    public string Least => Say("Fewest", "Meno");
    public string Middle => Say("Half at most", "Metà al massimo");
    public string Most => Say("Most", "Più");
    public string SpreadHint => Say(
        "Leads accepted in the period for each rep; no figure names one.",
        "Lead accettati nel periodo per ogni venditore; nessuna cifra ne nomina uno.");

    public string Yours => Say("Your own figures", "Le tue cifre");
    public string People => Say("By person", "Per persona");
    public string PeopleHint => Say(
        "A clock that was kept is of who has the lead or had it last, a broken one of who held it most of its time. In the order of names.",
        "Un tempo rispettato è di chi ha il lead o l'ha avuto per ultimo, uno scaduto di chi l'ha tenuto di più. In ordine di nome.");
    public string Person => Say("Person", "Persona");
    public string ShareOfTeam => Say("Leads accepted, of the team's", "Lead accettati, su quelli del team");

    public string Money => Say("Money", "Importi");
    public string Pipeline => Say("Pipeline", "Pipeline");
    public string InPeriod => Say("In the period", "Nel periodo");
    public string OfCohort => Say("Of the leads that qualified in it", "Dei lead qualificati in esso");
    public string Nothing => Say("nothing", "nulla");

    public string Of(Standing standing) => standing switch
    {
        Standing.Early => Say("Too early to say", "Troppo presto per dirlo"),
        Standing.OnPace => Say("On pace", "Al passo"),
        Standing.AtRisk => Say("At risk", "A rischio"),
        Standing.Safe => Say("Safe whatever happens", "Al sicuro comunque vada"),
        Standing.Unreachable => Say("Can no longer be reached", "Non più raggiungibile"),
        Standing.Undecided => Say("Not decided yet", "Non ancora deciso"),
        Standing.Kept => Say("Kept", "Mantenuta"),
        Standing.Missed => Say("Missed", "Mancata"),
        Standing.Nothing => Say("Nothing to measure", "Nulla da misurare"),
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "It stands somehow with a promise."),
    };

    public string Of(Side side) => side switch
    {
        Side.Marketing => Say("Marketing owes sales", "Il marketing deve alle vendite"),
        Side.Sales => Say("Sales owes marketing", "Le vendite devono al marketing"),
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "A side owes something."),
    };

    public string Of(ClockName clock) => clock switch
    {
        ClockName.Accept => Say("Acceptance", "Accettazione"),
        ClockName.FirstContact => Say("First contact", "Primo contatto"),
        ClockName.Feedback => Say("Feedback", "Esito"),
        ClockName.Outcome => Say("Outcome", "Esito finale"),
        ClockName.Confirm => Say("Confirmation", "Conferma"),
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has a name."),
    };

    /// <summary>A step of the funnel.</summary>
    public string Stage(string name) => name switch
    {
        "qualified" => Say("Qualified", "Qualificati"),
        "accepted" => Say("Accepted", "Accettati"),
        "contacted" => Say("Contacted", "Contattati"),
        "sales_qualified" => Say("Opportunity", "Opportunità"),
        "won" => Say("Won", "Vinti"),
        _ => name,
    };

    public string Weekday(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Monday => Say("Mon", "lun"),
        IsoDayOfWeek.Tuesday => Say("Tue", "mar"),
        IsoDayOfWeek.Wednesday => Say("Wed", "mer"),
        IsoDayOfWeek.Thursday => Say("Thu", "gio"),
        IsoDayOfWeek.Friday => Say("Fri", "ven"),
        IsoDayOfWeek.Saturday => Say("Sat", "sab"),
        _ => Say("Sun", "dom"),
    };
}
