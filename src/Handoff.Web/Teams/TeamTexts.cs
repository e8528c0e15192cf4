using Handoff.People;

namespace Handoff.Web.Teams;

/// <summary>What the team view says.</summary>
public sealed class TeamTexts(Language language) : Sentences(language)
{
    public string Heading => Say("Team", "Team");
    public string Introduction => Say(
        "Who holds how much, who is at work, and how fairly leads were given out.",
        "Chi ha quanto, chi è al lavoro, e quanto equamente sono stati distribuiti i lead.");
    public string Manager => Say("Managed by {0}", "Responsabile: {0}");
    public string InQueue => Say("{0} in the manager's queue", "{0} nella coda del responsabile");
    public string Members => Say("Members of {0}", "Membri di {0}");
    public string Name => Say("Name", "Nome");
    public string Load => Say("Holds", "In mano");
    public string LoadOf => Say("{0} of {1}", "{0} su {1}");
    public string Late => Say("{0} late", "{0} in ritardo");
    public string Shift => Say("At work", "Al lavoro");
    public string Absences => Say("Absences", "Assenze");
    public string OnShift => Say("at work", "al lavoro");
    public string OnShiftUntil => Say("at work {0}", "al lavoro {0}");
    public string OffShift => Say("off shift", "fuori turno");
    public string OffShiftUntil => Say("off shift {0}", "fuori turno {0}");
    public string Away => Say("away", "assente");
    public string AwayUntil => Say("away {0}", "assente {0}");
    public string FromCalendar => Say("{0}, from the calendar", "{0}, dal calendario");
    public string NoAbsence => Say("none", "nessuna");
    public string OpenEnd => Say("since {0}, nobody knows until when", "da {0}, non si sa fino a quando");
    public string FairnessHeading => Say("Fairness in {0}", "Equità in {0}");
    public string FairnessWeighted => Say(
        "Each lead goes to the highest credit. Everybody who could take it earns credits by weight; who gets it pays the sum. So over "
            + "time each gets the share of the weight; less than one lead either way is as even as whole leads can be. "
            + "{0} given out so far.",
        "Ogni lead va al credito più alto. Chi potrebbe prenderlo guadagna crediti secondo il peso; chi lo riceve paga la somma. Così "
            + "nel tempo ognuno ha la quota del proprio peso; meno di un lead in più o in meno è quanto di più equo si possa fare con lead "
            + "interi. Distribuiti finora: {0}.");
    public string FairnessLoaded => Say(
        "Each lead goes to whoever has the smallest part of the own capacity in use, {0} lead given out so far.|Each lead goes to "
            + "whoever has the smallest part of the own capacity in use, {0} leads given out so far.",
        "Ogni lead va a chi ha in uso la parte più piccola della propria capacità; lead distribuiti finora: {0}.");
    public string FairnessClaim => Say(
        "Each lead is shown to all who can take it, and the first to accept has it; {0} lead shown so far.|Each lead is shown to all "
            + "who can take it, and the first to accept has it; {0} leads shown so far.",
        "Ogni lead è mostrato a tutti quelli che possono prenderlo, e lo ha il primo che accetta; lead mostrati finora: {0}.");
    public string Weight => Say("Share", "Quota");
    public string Owed => Say(
        "{0} is owed {1}: with weight {2} of {3}, others had more when {0} could have taken them. {4}",
        "A {0} spettano ancora {1}: con peso {2} su {3}, altri ne hanno avuti di più quando avrebbe potuto prenderli. {4}");
    public string Ahead => Say(
        "{0} is {1} ahead: with weight {2} of {3}, the next leads go to others until they have caught up. {4}",
        "{0} è avanti di {1}: con peso {2} su {3}, i prossimi vanno agli altri finché non recuperano. {4}");
    public string Even => Say(
        "{0} has had exactly the share that weight {2} of {3} asks for. {4}",
        "{0} ha avuto esattamente la quota che il peso {2} su {3} chiede. {4}");
    public string LoadedSays => Say(
        "{0} holds {1} of {2}: the next lead goes to the smallest such part. {3}",
        "{0} ne ha {1} su {2}: il prossimo lead va alla parte più piccola. {3}");
    public string LoadedNoLimit => Say("{0} holds {1}, without a limit. {2}", "{0} ne ha {1}, senza limite. {2}");
    public string ClaimSays => Say("{0} holds {1}. {2}", "{0} ne ha {1}. {2}");
    public string Never => Say("No lead so far.", "Finora nessun lead.");
    public string Leads => Say("{0} lead|{0} leads", "{0} lead");
    public string LastNow => Say("The last lead given out was theirs.", "L'ultimo lead distribuito è andato qui.");
    public string LastAgoOne => Say("One lead went to others since their last one.", "Dall'ultimo, un lead è andato ad altri.");
    public string LastAgo => Say("{0} leads went to others since their last one.", "Dall'ultimo, {0} lead sono andati ad altri.");
    public string NoTeam => Say("You answer for no team.", "Non rispondi di alcun team.");
}
