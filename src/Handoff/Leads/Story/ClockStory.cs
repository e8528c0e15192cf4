using System.Collections.Immutable;
using Handoff.Calendars;
using NodaTime;
using static System.FormattableString;
using static Handoff.Leads.Story.StoryText;

namespace Handoff.Leads.Story;

/// <summary>A clock starts, moves, stands still and ends (DESIGN section 5).</summary>
internal static class ClockStory
{
    private const int MostRungs = 6;

    public static string Started(ClockStarted it, StoryReader reader)
    {
        var plan = it.Plan;
        var name = StoryWords.Clock(it.Clock);
        var holder = it.Holder is { } who ? $" for {reader.Name(who)}" : "";
        var opening = plan.From > it.At ? ", the next opening" : "";
        var shares = reader.Agreement.Ladders.GetValueOrDefault(it.Ladder)?.Rungs.Select(rung => rung.At).ToImmutableArray() ?? [];
        return $"{char.ToUpperInvariant(name[0])}{name[1..]} started{holder}: {Promised(it)} from {reader.At(plan.From)}{opening}, "
            + $"so due {reader.At(plan.Due)}{Rungs("; rungs at ", plan, shares, Instant.MinValue, reader)}.";
    }

    public static string Replanned(ClockReplanned it, StoryReader reader)
    {
        var plan = it.Plan;
        var because = it.Cause switch
        {
            ReplanCause.ChangedHands => "the lead changed hands",
            ReplanCause.PauseEnded => "the pause is over",
            ReplanCause.ExcuseUsedUp => "no more absence is excused",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Cause, "A plan is made anew for a reason."),
        };
        var left = plan.Total - plan.Ran;
        var rest = plan.Due <= it.At || left <= Duration.Zero
            ? $"and the deadline is {reader.At(plan.Due)}"
            : $"leaving {Length(left)} on {plan.Calendar} from {reader.At(plan.From)}, so due {reader.At(plan.Due)}";
        return $"The {StoryWords.Clock(it.Clock)} was planned anew because {because}: {Ran(plan.Ran, plan.DaysRun)} of {Length(plan.Total)} had run, "
            + $"{rest}{Rungs("; rungs to come at ", plan, [], it.At, reader)}.";
    }

    public static string Paused(ClockPaused it, StoryReader reader)
    {
        // Somebody who has left the files counts as absent since ever.
        var absent = it.AbsentSince == Instant.MinValue
            ? "the owner is no longer in the files"
            : $"the owner is away since {reader.At(it.AbsentSince)}";
        return $"The {StoryWords.Clock(it.Clock)} stands still after {Ran(it.Ran, it.DaysRun)}, as {absent}, at most until {reader.At(it.Until)}.";
    }

    public static string Met(ClockMet it, StoryReader reader) => $"The {StoryWords.Clock(it.Clock)} was met at {reader.At(it.At)}.";

    public static string Cancelled(ClockCancelled it) => $"The {StoryWords.Clock(it.Clock)} was cancelled and no longer counts.";

    public static string Reopened(ClockReopened it) => $"The {StoryWords.Clock(it.Clock)} runs on as if it had never been met.";

    private static string Promised(ClockStarted it) => it switch
    {
        { Mode: ClockMode.Elapsed } => $"{Length(it.Plan.Total)}, open or closed,",
        { Within.IsDays: true } => $"{Count(it.Within.Days, "working day")} ({Length(it.Plan.Total)} of open time) on {it.Plan.Calendar}",
        _ => $"{Length(it.Within.Measured)} of open time on {it.Plan.Calendar}",
    };

    private static string Ran(Duration ran, int days) =>
        days > 0 ? $"{Length(ran)} ({Count(days, "whole working day")})" : Length(ran);

    /// <summary>The rungs after <paramref name="after"/>, each with its share of the clock where it is known; the day only when it changes.</summary>
    private static string Rungs(string lead, ClockPlan plan, ImmutableArray<int> shares, Instant after, StoryReader reader)
    {
        var named = plan.Due;
        var told = new List<string>();
        var coming = Enumerable.Range(0, plan.Rungs.Length).Where(index => plan.Rungs[index] > after).ToList();
        foreach (var index in coming.Take(MostRungs))
        {
            var share = shares.Length == plan.Rungs.Length ? Invariant($" ({shares[index]} %)") : "";
            told.Add(reader.At(plan.Rungs[index], named) + share);
            named = plan.Rungs[index];
        }

        if (coming.Count > MostRungs)
            told.Add(Invariant($"and {coming.Count - MostRungs} more"));
        return told.Count == 0 ? "" : lead + string.Join(", ", told);
    }
}
