using System.Globalization;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Qualification;
using Handoff.Routing;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Leads.Story;

/// <summary>Times, lengths, people and codes as a story tells them.</summary>
internal abstract class StoryPart(StoryReader reader) : Sentences(reader.Language)
{
    private const int MostNamed = 5;

    private static readonly ZonedDateTimePattern Minute = ZonedDateTimePattern.CreateWithInvariantCulture("HH:mm", null);

    protected StoryReader Reader => reader;

    protected string Name(PersonId person) => reader.Name(person);

    /// <summary><c>Mon 23 Nov 15:20</c>, in the reader's zone, cut to the minute.</summary>
    protected string At(Instant at) => StoryDay.In(Language).Of(at.InZone(reader.Zone));

    /// <summary>As <see cref="At(Instant)"/>, or only the time where <paramref name="named"/> is on the same day.</summary>
    protected string At(Instant at, Instant named)
    {
        var local = at.InZone(reader.Zone);
        return local.Date == named.InZone(reader.Zone).Date ? Minute.Format(local) : At(at);
    }

    /// <summary>
    /// <c>5 min</c>, <c>1 h 30 min</c>, <c>2 s</c>; hours are not gathered into days, since a day of open time is no 24 of them.
    /// </summary>
    protected string Length(Duration length)
    {
        if (length > Duration.Zero && length < Duration.FromSeconds(1))
            return Say("less than 1 s", "meno di 1 s");
        var seconds = (long)Math.Round(length.TotalSeconds, MidpointRounding.AwayFromZero);
        var parts = new[] { Part(seconds / 3600, "h"), Part(seconds / 60 % 60, "min"), Part(seconds % 60, "s") };
        return string.Join(' ', parts.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : "0 min";

        static string Part(long number, string unit) => number > 0 ? string.Create(CultureInfo.InvariantCulture, $"{number} {unit}") : "";
    }

    /// <summary>How late something was carried out: <c>at once</c>, <c>2 s later</c>.</summary>
    protected string Lateness(Duration late) => late < Duration.FromSeconds(1)
        ? Say("at once", "subito") : Say($"{Length(late)} later", $"{Length(late)} dopo");

    /// <summary><c>Anna, Bruno and Carla</c>; of many the first five and the number of the others.</summary>
    protected string Names(IReadOnlyList<PersonId> people) => List(people.Count > MostNamed
        ? people.Take(MostNamed).Select(Name).Append(Others(people.Count - MostNamed))
        : people.Select(Name));

    protected string Others(int count) =>
        count == 1 ? Say("1 other", "un altro") : Say($"{count} others", $"altri {count}");

    /// <summary>To whom, as Italian says it: <c>a Bruno</c>, <c>ad Anna</c>.</summary>
    protected static string A(string name) => ItalianEuphony.To(name);

    /// <summary>Why this rep and why not the others.</summary>
    protected string Explain(RoutingChoice choice) => RoutingText.Explain(choice, reader.Name, At, reader.Names);

    /// <summary>How the score came about.</summary>
    protected string Score(Reception known) =>
        Inner(Qualify.Explain(reader.Agreement, known.Score, known.ScoreRules, known.Tier, reader.Names));

    /// <summary>What people read of a reason; the code where the agreement has it no more.</summary>
    protected string Reason(string code) => Inner(reader.Agreement.Reason(code)?.In(reader.Language) ?? code);

    /// <summary>The clock within a sentence: <c>first-contact clock</c>.</summary>
    protected string Clock(ClockName clock) => clock switch
    {
        ClockName.Accept => Say("accept clock", "tempo per accettare"),
        ClockName.FirstContact => Say("first-contact clock", "tempo per il primo contatto"),
        ClockName.Feedback => Say("feedback clock", "tempo per dire l'esito"),
        ClockName.Outcome => Say("outcome clock", "tempo per dire com'è finita"),
        ClockName.Confirm => Say("confirmation clock", "tempo per confermare"),
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has a name in words."),
    };

    /// <summary>Why a lead changed hands, to follow "because".</summary>
    protected string Because(MoveCause cause) => cause switch
    {
        MoveCause.Reassigned => Say(
            "the ladder passes it on at this share of the clock", "a questa soglia del tempo l'accordo lo passa ad altri"),
        MoveCause.Declined => Say("the rep declined it", "è stato rifiutato"),
        MoveCause.ShiftEnded => Say("the rep's shift ended and others are on shift", "il turno è finito e altri sono di turno"),
        MoveCause.Absence => Say(
            "the rep is away past the deadline or has left", "chi lo ha è assente oltre la scadenza o non c'è più"),
        MoveCause.Undeliverable => Say("the mail to the rep bounced", "l'e-mail al venditore è stata respinta"),
        MoveCause.TakenBack => Say("whoever had passed it on took that back", "chi l'aveva lasciato ci ha ripensato"),
        MoveCause.Undone => Say("the acceptance was undone", "l'accettazione è stata ritirata"),
        MoveCause.Taken => Say("a manager took it", "un responsabile lo ha preso"),
        MoveCause.AssignedByManager => Say("a manager gave it to a named rep", "un responsabile lo ha dato a una persona precisa"),
        MoveCause.ClaimedByOther => Say("somebody else claimed it first", "un'altra persona lo ha preso per prima"),
        MoveCause.Rerouted => Say("the owner gave it back for another rep", "chi lo aveva lo ha reso per un altro venditore"),
        MoveCause.Ended => Say("the handoff has ended", "il passaggio è finito"),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "A cause has words."),
    };

    /// <summary>Whose fault a decline or a return is, and what that does to the turn.</summary>
    protected string Blame(Fault fault, bool creditBack)
    {
        var whose = fault switch
        {
            Fault.Routing => Say("the routing's fault", "per colpa dello smistamento"),
            Fault.Rep => Say("the rep's own doing", "per scelta del venditore"),
            Fault.Marketing => Say("marketing's fault", "per colpa del marketing"),
            Fault.Nobody => Say("nobody's fault", "per colpa di nessuno"),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault is somebody's or nobody's."),
        };
        return creditBack ? Say($"{whose}, so the turn is credited back", $"{whose}, perciò il turno è restituito") : whose;
    }

    /// <summary>What becomes of the turn, to follow "the turn".</summary>
    protected string Credited(bool creditBack) => creditBack
        ? Say("is credited back", "è restituito") : Say("is not credited back", "non è restituito");

    /// <summary>A text that somebody else wrote, to stand inside a sentence: one line, without a full stop of its own.</summary>
    protected static string Inner(string text) => text.ReplaceLineEndings(" ").Trim().TrimEnd('.');

    /// <summary>What a provider said, in brackets and cut where it is long; nothing where it said nothing.</summary>
    protected static string Said(string text)
    {
        const int Most = 150;
        var inner = Inner(text);
        return inner.Length == 0 ? "" : inner.Length <= Most ? $" ({inner})" : $" ({inner[..Most].TrimEnd()}…)";
    }
}
