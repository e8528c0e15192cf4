using Handoff.Agreements;
using Handoff.People;
using NodaTime;
using static System.FormattableString;

namespace Handoff.Leads.Story.Italian;

/// <summary>The Italian words for what the events hold as codes.</summary>
internal static class ItalianWords
{
    private const int MostNamed = 5;

    public static string Clock(ClockName clock) => clock switch
    {
        ClockName.Accept => "tempo per accettare",
        ClockName.FirstContact => "tempo per il primo contatto",
        ClockName.Feedback => "tempo per dire l'esito",
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has a name in words."),
    };

    /// <summary>Why a lead changed hands, to follow "perché".</summary>
    public static string Because(MoveCause cause) => cause switch
    {
        MoveCause.Reassigned => "a questa soglia del tempo l'accordo lo passa ad altri",
        MoveCause.Declined => "è stato rifiutato",
        MoveCause.ShiftEnded => "il turno è finito e altri sono di turno",
        MoveCause.Absence => "chi lo ha è assente oltre la scadenza o non c'è più",
        MoveCause.Undeliverable => "l'e-mail al venditore è stata respinta",
        MoveCause.TakenBack => "chi l'aveva lasciato ci ha ripensato",
        MoveCause.Undone => "l'accettazione è stata ritirata",
        MoveCause.Taken => "un responsabile lo ha preso",
        MoveCause.AssignedByManager => "un responsabile lo ha dato a una persona precisa",
        MoveCause.ClaimedByOther => "un'altra persona lo ha preso per prima",
        MoveCause.Rerouted => "chi lo aveva lo ha reso per un altro venditore",
        MoveCause.Ended => "il passaggio è finito",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "A cause has words."),
    };

    public static string Blame(Fault fault, bool creditBack)
    {
        var whose = fault switch
        {
            Fault.Routing => "per colpa dello smistamento",
            Fault.Rep => "per scelta del venditore",
            Fault.Marketing => "per colpa del marketing",
            Fault.Nobody => "per colpa di nessuno",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault is somebody's or nobody's."),
        };
        return creditBack ? $"{whose}, perciò il turno è restituito" : whose;
    }

    /// <summary>To follow "il turno".</summary>
    public static string Credited(bool creditBack) => creditBack ? "è restituito" : "non è restituito";

    public static string Length(Duration length) =>
        length > Duration.Zero && length < Duration.FromSeconds(1) ? "meno di 1 s" : StoryText.Length(length);

    public static string Lateness(Duration late) => late < Duration.FromSeconds(1) ? "subito" : $"{Length(late)} dopo";

    public static string Days(int count, bool whole = false) =>
        Invariant($"{count} {(count == 1 ? "giorno lavorativo" : "giorni lavorativi")}{(whole ? count == 1 ? " intero" : " interi" : "")}");

    /// <summary><c>Anna, Bruno e Carla</c>; of many the first five and the number of the others.</summary>
    public static string Names(StoryReader reader, IReadOnlyList<PersonId> people)
    {
        var named = people.Take(MostNamed).Select(reader.Name).ToList();
        if (people.Count > MostNamed)
            named.Add(Others(people.Count - MostNamed));
        return named.Count < 2 ? string.Concat(named) : $"{string.Join(", ", named.SkipLast(1))} {ItalianEuphony.And(named[^1])}";
    }

    public static string Others(int count) => count == 1 ? "un altro" : Invariant($"altri {count}");
}
