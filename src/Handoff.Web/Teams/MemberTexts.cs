using Handoff.People;

namespace Handoff.Web.Teams;

/// <summary>What the page of a rep says.</summary>
public sealed class MemberTexts(Language language) : Sentences(language)
{
    public string BackToTeam => Say("To the team", "Al team");
    public string Away => Say("Note an absence", "Annota un'assenza");
    public string AwayHint => Say(
        "You see what moves, and to whom, before anything is noted.",
        "Vedi che cosa si sposta, e a chi, prima che sia annotato qualcosa.");
    public string Today => Say("Today", "Oggi");
    public string Tomorrow => Say("Tomorrow", "Domani");
    public string Week => Say("Until Sunday", "Fino a domenica");
    public string From => Say("From", "Dal");
    public string Until => Say("To (this day included)", "Al (giorno compreso)");
    public string UntilHint => Say("Leave it empty if nobody knows yet.", "Lascia vuoto se non si sa ancora.");
    public string Look => Say("See what moves", "Vedi che cosa si sposta");
    public string SinceUnknown => Say("from {0}, nobody knows until when", "da {0}, non si sa fino a quando");
    public string Forecast => Say("{0} away: {1}", "{0} assente: {1}");
    public string ForecastHint => Say(
        "Nothing is noted yet. As things stand, this is what becomes of the open leads:",
        "Non è ancora annotato nulla. Allo stato attuale, ecco che cosa succede ai lead aperti:");
    public string ForecastNothing => Say(
        "Nothing is noted yet. There are no open leads, so nothing moves.",
        "Non è ancora annotato nulla. Non ci sono lead aperti, quindi non si sposta nulla.");
    public string Note => Say("Note the absence", "Annota l'assenza");
    public string Stays => Say("stays with {0}", "resta a {0}");
    public string Waits => Say("stays with {0}, its clock waits", "resta a {0}, il suo tempo attende");
    public string Moves => Say("goes to {0}", "passa a {0}");
    public string ToQueue => Say("goes to the manager's queue", "va nella coda del responsabile");
    public string Back => Say("{0} is back", "{0} è di nuovo qui");
    public string NotedAway => Say("The absence is noted.", "L'assenza è annotata.");
    public string TakeBack => Say("Undo: no absence then", "Annulla: nessuna assenza allora");
    public string TakenBack => Say("The absence is taken back.", "L'assenza è tolta.");
    public string NotedBack => Say(
        "Noted. Leads that have moved on stay where they are; you can give them back on the page of whoever has them.",
        "Annotato. I lead già passati restano dove sono; puoi restituirli dalla pagina di chi li ha.");
    public string Given => Say(
        "{0} lead is given to {1}.|{0} leads are given to {1}.",
        "{0} lead assegnato a {1}.|{0} lead assegnati a {1}.");
    public string GiveBack => Say("Undo: give them back to {0}", "Annulla: restituiscili a {0}");
    public string WrongWhen => Say(
        "Nothing was noted: please choose days from today on, the last not before the first.",
        "Non è stato annotato nulla: scegli giorni da oggi in poi, l'ultimo non prima del primo.");
    public string WrongRep => Say(
        "Nothing was changed: please choose somebody of the list.",
        "Nulla è cambiato: scegli una persona dell'elenco.");
    public string Leads => Say("Open leads", "Lead aperti");
    public string NoLeads => Say("{0} has no open leads.", "{0} non ha lead aperti.");
    public string Choose => Say("Leads to give away", "Lead da assegnare");
    public string GiveTo => Say("Give those that are ticked to", "Assegna quelli scelti a");
}
