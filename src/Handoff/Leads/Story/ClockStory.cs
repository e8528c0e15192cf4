using System.Collections.Immutable;
using Handoff.Calendars;
using NodaTime;

namespace Handoff.Leads.Story;

/// <summary>A clock starts, moves, stands still and ends (design section 5).</summary>
internal sealed class ClockStory(StoryReader reader) : StoryPart(reader)
{
    private const int MostRungs = 6;

    public string Started(ClockStarted it)
    {
        var plan = it.Plan;
        var (name, from, due) = (Clock(it.Clock), At(plan.From), At(plan.Due));
        var holder = it.Holder is { } who ? Say($" for {Name(who)}", $" di {Name(who)}") : "";
        var opening = it.MeetingEnds is not null ? Say(", after the meeting", ", dopo l'incontro")
            : plan.From > it.At ? Say(", the next opening", ", la prossima apertura") : "";
        var shares = Reader.Agreement.Ladders.GetValueOrDefault(it.Ladder)?.Rungs.Select(rung => rung.At).ToImmutableArray() ?? [];
        var rungs = Rungs(Say("; rungs at ", "; soglie: "), plan, shares, Instant.MinValue);
        return Say(
            $"{char.ToUpperInvariant(name[0])}{name[1..]} started{holder}: {Promised(it)} from {from}{opening}, so due {due}{rungs}.",
            $"Comincia il {name}{holder}: {Promised(it)} da {from}{opening}, quindi scade {due}{rungs}.");
    }

    public string Replanned(ClockReplanned it)
    {
        var plan = it.Plan;
        var because = it.Cause switch
        {
            ReplanCause.ChangedHands => Say("the lead changed hands", "il lead è passato di mano"),
            ReplanCause.PauseEnded => Say("the pause is over", "la pausa è finita"),
            ReplanCause.ExcuseUsedUp => Say("no more absence is excused", "non è scusata altra assenza"),
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Cause, "A plan is made anew for a reason."),
        };
        var (left, ran, total) = (plan.Total - plan.Ran, Ran(plan.Ran, plan.DaysRun), Length(plan.Total));
        var (from, due) = (At(plan.From), At(plan.Due));
        var rest = plan.Due <= it.At || left <= Duration.Zero
            ? Say($"and the deadline is {due}", $"e la scadenza è {due}")
            : Say(
                $"leaving {Length(left)} on {Calendar(plan)} from {from}, so due {due}",
                $"ne restano {Length(left)} su {Calendar(plan)} da {from}, quindi scade {due}");
        var rungs = Rungs(Say("; rungs to come at ", "; soglie a venire: "), plan, [], it.At);
        return Say(
            $"The {Clock(it.Clock)} was planned anew because {because}: {ran} of {total} had run, {rest}{rungs}.",
            $"Il {Clock(it.Clock)} è stato ricalcolato perché {because}: erano passati {ran} su {total}, {rest}{rungs}.");
    }

    public string Paused(ClockPaused it)
    {
        var (ran, until) = (Ran(it.Ran, it.DaysRun), At(it.Until));
        // Somebody who has left the files counts as absent since ever.
        var absent = it.AbsentSince == Instant.MinValue
            ? Say("the owner is no longer in the files", "chi lo ha non è più nei file")
            : Say($"the owner is away since {At(it.AbsentSince)}", $"chi lo ha è assente da {At(it.AbsentSince)}");
        return Say(
            $"The {Clock(it.Clock)} stands still after {ran}, as {absent}, at most until {until}.",
            $"Il {Clock(it.Clock)} è fermo dopo {ran}, perché {absent}, al massimo fino a {until}.");
    }

    public string Met(ClockMet it) => Say(
        $"The {Clock(it.Clock)} was met at {At(it.At)}.", $"Il {Clock(it.Clock)} è stato rispettato, {At(it.At)}.");

    public string Cancelled(ClockCancelled it) => Say(
        $"The {Clock(it.Clock)} was cancelled and no longer counts.", $"Il {Clock(it.Clock)} è annullato e non conta più.");

    public string MeetingMoved(MeetingMoved it) => Say(
        $"The meeting was moved, and ends {At(it.Ends, it.At)}.", $"L'incontro è stato spostato, e finisce {At(it.Ends, it.At)}.");

    public string Reopened(ClockReopened it) => Say(
        $"The {Clock(it.Clock)} runs on as if it had never been met.",
        $"Il {Clock(it.Clock)} riprende come se non fosse mai stato rispettato.");

    private string Promised(ClockStarted it)
    {
        var (total, measured, calendar) = (Length(it.Plan.Total), Length(it.Within.Measured), Calendar(it.Plan));
        return it switch
        {
            { Mode: ClockMode.Elapsed } => Say($"{total}, open or closed,", $"{total}, aperto o chiuso,"),
            { Within.IsDays: true } => Say(
                $"{Days(it.Within.Days)} ({total} of open time) on {calendar}",
                $"{Days(it.Within.Days)} ({total} di orario aperto) su {calendar}"),
            _ => Say($"{measured} of open time on {calendar}", $"{measured} di orario aperto su {calendar}"),
        };
    }

    private string Calendar(ClockPlan plan) => Reader.Names.Calendar(plan.Calendar);

    private string Days(int count) => count == 1
        ? Say("1 working day", "1 giorno lavorativo") : Say($"{count} working days", $"{count} giorni lavorativi");

    private string WholeDays(int count) => count == 1
        ? Say("1 whole working day", "1 giorno lavorativo intero")
        : Say($"{count} whole working days", $"{count} giorni lavorativi interi");

    private string Ran(Duration ran, int days) => days > 0 ? $"{Length(ran)} ({WholeDays(days)})" : Length(ran);

    /// <summary>The rungs after an instant, each with its share of the clock where it is known; the day only when it changes.</summary>
    private string Rungs(string lead, ClockPlan plan, ImmutableArray<int> shares, Instant after)
    {
        var named = plan.Due;
        var told = new List<string>();
        var coming = Enumerable.Range(0, plan.Rungs.Length).Where(index => plan.Rungs[index] > after).ToList();
        foreach (var index in coming.Take(MostRungs))
        {
            var share = shares.Length == plan.Rungs.Length ? FormattableString.Invariant($" ({shares[index]} %)") : "";
            told.Add(At(plan.Rungs[index], named) + share);
            named = plan.Rungs[index];
        }

        if (coming.Count > MostRungs)
            told.Add(Say($"and {coming.Count - MostRungs} more", $"e {Others(coming.Count - MostRungs)}"));
        return told.Count == 0 ? "" : lead + string.Join(", ", told);
    }
}
