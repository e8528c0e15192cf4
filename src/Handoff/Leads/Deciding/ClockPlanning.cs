using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>Starts, moves, pauses and ends clocks (design section 5). Everything that depends on a calendar is computed here, once, and
/// kept in the event.</summary>
internal static class ClockPlanning
{
    /// <summary>Starts a clock that is agreed now, or, where a meeting stands, from the meeting's end.</summary>
    public static void Start(DecisionDraft draft, ClockName name, PersonId? holder, Instant? meetingEnds = null)
    {
        if (draft.Tier.Terms(name) is not { } terms)
            return;
        // A meeting that is over changes nothing.
        meetingEnds = meetingEnds > draft.Now ? meetingEnds : null;
        var calendar = draft.CalendarOf(name == ClockName.Accept ? null : holder);
        var deadline = Deadlines.Compute(calendar, meetingEnds ?? draft.Now, terms.Within, terms.Mode);
        var ladder = draft.Agreement.Ladders[terms.Ladder].Rungs;
        var rungs = new Instant[ladder.Length];
        for (var i = 0; i < rungs.Length; i++)
            rungs[i] = Deadlines.RungAt(calendar, terms.Mode, deadline, ladder[i].At);
        draft.Emit(new ClockStarted(draft.Now, name, terms.Within, terms.Mode, terms.Ladder, holder,
            new(calendar.Name, deadline.Start, Duration.Zero, 0, deadline.Open, deadline.Due,
                ImmutableCollectionsMarshal.AsImmutableArray(rungs)), meetingEnds));
    }

    public static void Meet(DecisionDraft draft, ClockName name)
    {
        if (draft.Lead.Unmet(name) is not null)
            draft.Emit(new ClockMet(draft.Now, name));
    }

    public static void CancelAll(DecisionDraft draft)
    {
        while (draft.Lead.Clocks.FirstOrDefault(clock => clock.IsUnmet) is { } clock)
            draft.Emit(new ClockCancelled(draft.Now, clock.Name));
    }

    public static void Cancel(DecisionDraft draft, ClockName name)
    {
        if (draft.Lead.Unmet(name) is not null)
            draft.Emit(new ClockCancelled(draft.Now, name));
    }

    /// <summary>After a change of hands: the time already run stays run, and the rest runs on the new owner's calendar, if it is another
    /// one. The accept clock stays on the team's.</summary>
    public static void MoveTo(DecisionDraft draft, PersonId from, PersonId to)
    {
        if (draft.Lead.UnmetClock is not { Name: not ClockName.Accept } clock)
            return;
        var next = draft.CalendarOf(to);
        if (clock.PausedAt is not null)
            Replan(draft, clock, next, clock.Plan.Ran, clock.Plan.DaysRun, ReplanCause.PauseEnded);
        else if (next.Name != clock.Plan.Calendar)
        {
            var before = draft.CalendarOf(clock, from);
            Replan(draft, clock, next, RanBy(clock, before, draft.Now), DaysRunBy(clock, before, draft.Now), ReplanCause.ChangedHands);
        }
    }

    /// <summary>
    /// Pauses the clock for the absence; of one that stands still already, moves the end of the pause if the absence ends otherwise.
    /// </summary>
    public static void Pause(DecisionDraft draft, ClockRun clock, PersonId owner, Absence absence)
    {
        var calendar = draft.CalendarOf(clock, owner);
        var longest = LongestPause(draft, clock, owner);
        var until = absence.End is { } end && end < longest ? end : longest;
        if (until != clock.PauseEndsAt || absence.Start != clock.AbsentSince)
            draft.Emit(
                new ClockPaused(
                    draft.Now, clock.Name, absence.Start, until, RanBy(clock, calendar, draft.Now), DaysRunBy(clock, calendar, draft.Now)));
    }

    /// <summary>Until when a pause is excused.</summary>
    public static Instant LongestPause(DecisionDraft draft, ClockRun clock, PersonId owner) =>
        draft.CalendarOf(owner).AddWorkingDays(clock.PausedAt ?? draft.Now, ExcusedWorkingDays);

    public static void Resume(DecisionDraft draft, ClockRun clock, PersonId owner, ReplanCause cause) =>
        Replan(draft, clock, draft.CalendarOf(owner), clock.Plan.Ran, clock.Plan.DaysRun, cause);

    /// <summary>The longest excused pause of a clock (design section 5).</summary>
    private const int ExcusedWorkingDays = 10;

    /// <summary>The open time that the clock has run until <paramref name="at"/>.</summary>
    public static Duration RanBy(ClockRun clock, BusinessCalendar calendar, Instant at)
    {
        if (clock.PausedAt is not null || at <= clock.Plan.From)
            return clock.Plan.Ran;
        return clock.Plan.Ran + (clock.Mode == ClockMode.Elapsed ? at - clock.Plan.From : calendar.OpenBetween(clock.Plan.From, at));
    }

    private static int DaysRunBy(ClockRun clock, BusinessCalendar calendar, Instant at)
    {
        if (clock.PausedAt is not null || !clock.Within.IsDays || clock.Mode == ClockMode.Elapsed || at <= clock.Plan.From)
            return clock.Plan.DaysRun;
        return clock.Plan.DaysRun + calendar.WholeWorkingDaysBetween(clock.Plan.From, at);
    }

    private static void Replan(DecisionDraft draft, ClockRun clock, BusinessCalendar calendar, Duration ran, int daysRun, ReplanCause cause)
    {
        var from = clock.Mode == ClockMode.Elapsed ? draft.Now : calendar.NextOpening(draft.Now) ?? draft.Now;
        var (due, total) = Rest(draft, clock, calendar, from, ran, daysRun);
        var ladder = draft.Agreement.Ladders[clock.Ladder].Rungs;
        var rungs = ImmutableArray.CreateBuilder<Instant>(ladder.Length);
        for (var i = 0; i < ladder.Length; i++)
        {
            // A rung that has fallen due, though it is not carried out yet, stays where it is.
            var isFixed = i < clock.RungsPassed || (clock.PausedAt is null && clock.Plan.Rungs[i] <= draft.Now);
            rungs.Add(isFixed ? clock.Plan.Rungs[i]
                : ladder[i].At == 100 ? due
                : RungAt(calendar, clock.Mode, from, total, ran, ladder[i].At));
        }

        draft.Emit(
            new ClockReplanned(draft.Now, clock.Name, cause, new(calendar.Name, from, ran, daysRun, total, due, rungs.MoveToImmutable())));
    }

    private static (Instant Due, Duration Total) Rest(
        DecisionDraft draft, ClockRun clock, BusinessCalendar calendar, Instant from, Duration ran, int daysRun)
    {
        if (clock.BreachedAt is not null || (clock.PausedAt is null && clock.Plan.Due <= draft.Now))
            return (clock.Plan.Due, clock.Plan.Total);
        if (clock.Within.IsDays && clock.Mode == ClockMode.Business)
        {
            var days = Math.Max(1, clock.Within.Days - daysRun);
            var due = Deadlines.Compute(calendar, from, Within.OfDays(days), clock.Mode).Due;
            return (due, ran + calendar.OpenBetween(from, due));
        }

        var left = clock.Plan.Total - ran;
        if (left <= Duration.Zero)
            return (from, clock.Plan.Total);
        return (clock.Mode == ClockMode.Elapsed ? from + left : calendar.Advance(from, left), clock.Plan.Total);
    }

    /// <summary>A rung whose share has run already falls due at once.</summary>
    private static Instant RungAt(BusinessCalendar calendar, ClockMode mode, Instant from, Duration total, Duration ran, int percent) =>
        total * percent / 100 <= ran ? from : Deadlines.RungAt(calendar, mode, from, total, ran, percent);
}
