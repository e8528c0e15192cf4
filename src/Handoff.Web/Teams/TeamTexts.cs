using Handoff.People;

namespace Handoff.Web.Teams;

/// <summary>What the team view says, in one language.</summary>
public sealed record TeamTexts
{
    /// <summary>The texts of a language.</summary>
    public static TeamTexts In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Pages are written in every language."),
    };

    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string Heading { get; init; }

    public required string Introduction { get; init; }

    public required string Manager { get; init; }

    public required string InQueue { get; init; }

    public required string Members { get; init; }

    public required string Name { get; init; }

    public required string Load { get; init; }

    public required string LoadOf { get; init; }

    public required string Late { get; init; }

    public required string Shift { get; init; }

    public required string Absences { get; init; }

    public required string OnShift { get; init; }

    public required string OnShiftUntil { get; init; }

    public required string OffShift { get; init; }

    public required string OffShiftUntil { get; init; }

    public required string Away { get; init; }

    public required string AwayUntil { get; init; }

    public required string NoAbsence { get; init; }

    public required string OpenEnd { get; init; }

    public required string FairnessHeading { get; init; }

    public required string FairnessWeighted { get; init; }

    public required string FairnessLoaded { get; init; }

    public required string FairnessClaim { get; init; }

    public required string Weight { get; init; }

    public required string Balance { get; init; }

    public required string Owed { get; init; }

    public required string Ahead { get; init; }

    public required string Even { get; init; }

    public required string LoadedSays { get; init; }

    public required string LoadedNoLimit { get; init; }

    public required string ClaimSays { get; init; }

    public required string Never { get; init; }

    public required string Leads { get; init; }

    public required string LastNow { get; init; }

    public required string LastAgoOne { get; init; }

    public required string LastAgo { get; init; }

    public required string NoTeam { get; init; }
#pragma warning restore CS1591

    private static TeamTexts English { get; } = new()
    {
        Heading = "Team",
        Introduction = "Who holds how much, who is at work, and how fairly leads were given out.",
        Manager = "Managed by {0}",
        InQueue = "{0} in the manager's queue",
        Members = "Members of {0}",
        Name = "Name",
        Load = "Holds",
        LoadOf = "{0} of {1}",
        Late = "{0} late",
        Shift = "At work",
        Absences = "Absences",
        OnShift = "at work",
        OnShiftUntil = "at work {0}",
        OffShift = "off shift",
        OffShiftUntil = "off shift {0}",
        Away = "away",
        AwayUntil = "away {0}",
        NoAbsence = "none",
        OpenEnd = "since {0}, nobody knows until when",
        FairnessHeading = "Fairness in {0}",
        FairnessWeighted = "Each lead goes to the highest credit. Everybody who could take it earns credits by weight; who gets it pays the sum. So over time each gets the share of the weight; less than one lead either way is as even as whole leads can be. {0} given out so far.",
        FairnessLoaded = "Each lead goes to whoever has the smallest part of the own capacity in use, {0} lead given out so far.|Each lead goes to whoever has the smallest part of the own capacity in use, {0} leads given out so far.",
        FairnessClaim = "Each lead is shown to all who can take it, and the first to accept has it; {0} lead shown so far.|Each lead is shown to all who can take it, and the first to accept has it; {0} leads shown so far.",
        Weight = "Share",
        Balance = "Why",
        Owed = "{0} is owed {1}: with weight {2} of {3}, others had more when {0} could have taken them. {4}",
        Ahead = "{0} is {1} ahead: with weight {2} of {3}, the next leads go to others until they have caught up. {4}",
        Even = "{0} has had exactly the share that weight {2} of {3} asks for. {4}",
        LoadedSays = "{0} holds {1} of {2}: the next lead goes to the smallest such part. {3}",
        LoadedNoLimit = "{0} holds {1}, without a limit. {2}",
        ClaimSays = "{0} holds {1}. {2}",
        Never = "No lead so far.",
        Leads = "{0} lead|{0} leads",
        LastNow = "The last lead given out was theirs.",
        LastAgoOne = "One lead went to others since their last one.",
        LastAgo = "{0} leads went to others since their last one.",
        NoTeam = "You answer for no team.",
    };

    private static TeamTexts Italian { get; } = new()
    {
        Heading = "Team",
        Introduction = "Chi ha quanto, chi è al lavoro, e quanto equamente sono stati distribuiti i lead.",
        Manager = "Responsabile: {0}",
        InQueue = "{0} nella coda del responsabile",
        Members = "Membri di {0}",
        Name = "Nome",
        Load = "In mano",
        LoadOf = "{0} su {1}",
        Late = "{0} in ritardo",
        Shift = "Al lavoro",
        Absences = "Assenze",
        OnShift = "al lavoro",
        OnShiftUntil = "al lavoro {0}",
        OffShift = "fuori turno",
        OffShiftUntil = "fuori turno {0}",
        Away = "assente",
        AwayUntil = "assente {0}",
        NoAbsence = "nessuna",
        OpenEnd = "da {0}, non si sa fino a quando",
        FairnessHeading = "Equità in {0}",
        FairnessWeighted = "Ogni lead va al credito più alto. Chi potrebbe prenderlo guadagna crediti secondo il peso; chi lo riceve paga la somma. Così nel tempo ognuno ha la quota del proprio peso; meno di un lead in più o in meno è quanto di più equo si possa fare con lead interi. Distribuiti finora: {0}.",
        FairnessLoaded = "Ogni lead va a chi ha in uso la parte più piccola della propria capacità; lead distribuiti finora: {0}.",
        FairnessClaim = "Ogni lead è mostrato a tutti quelli che possono prenderlo, e lo ha il primo che accetta; lead mostrati finora: {0}.",
        Weight = "Quota",
        Balance = "Perché",
        Owed = "A {0} spettano ancora {1}: con peso {2} su {3}, altri ne hanno avuti di più quando avrebbe potuto prenderli. {4}",
        Ahead = "{0} è avanti di {1}: con peso {2} su {3}, i prossimi vanno agli altri finché non recuperano. {4}",
        Even = "{0} ha avuto esattamente la quota che il peso {2} su {3} chiede. {4}",
        LoadedSays = "{0} ne ha {1} su {2}: il prossimo lead va alla parte più piccola. {3}",
        LoadedNoLimit = "{0} ne ha {1}, senza limite. {2}",
        ClaimSays = "{0} ne ha {1}. {2}",
        Never = "Finora nessun lead.",
        Leads = "{0} lead",
        LastNow = "L'ultimo lead distribuito è andato qui.",
        LastAgoOne = "Dall'ultimo, un lead è andato ad altri.",
        LastAgo = "Dall'ultimo, {0} lead sono andati ad altri.",
        NoTeam = "Non rispondi di alcun team.",
    };
}
