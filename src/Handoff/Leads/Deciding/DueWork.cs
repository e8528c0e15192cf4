using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>What a reply makes needless of the rungs that fell due before it and are carried out with it.</summary>
internal enum Settles
{
    /// <summary>Nothing: an ordinary turn.</summary>
    Nothing,

    /// <summary>The lead changes hands by the reply: reassign rungs are overtaken, reminders and alerts are not.</summary>
    Hands,

    /// <summary>The reply keeps the promise: everything is overtaken.</summary>
    Everything,
}

/// <summary>Carries out what has fallen due, once, in the order of time (promise 3).</summary>
internal static class DueWork
{
    public static Answer TakeTurn(LeadTurn turn)
    {
        Advance(turn, Settles.Nothing);
        return new Answer.Done();
    }

    /// <summary>An ordinary turn: rungs, absences, shifts, held messages, the next offer.</summary>
    public static void Advance(LeadTurn turn, Settles settles)
    {
        if (settles == Settles.Nothing)
            Reviewing.Review(turn);
        while (NextDue(turn) is { } clock)
        {
            if (clock.BreachedAt is null && clock.Plan.Due <= (NextRung(clock) ?? Instant.MaxValue))
                turn.Emit(new ClockBreached(turn.Now, clock.Name, clock.Plan.Due, Charging.Of(turn, clock)));
            else if (clock.RungsPassed < clock.Plan.Rungs.Length)
                PassRung(turn, clock, settles);
            else
                RepeatAlert(turn, clock, settles);
            if (settles == Settles.Nothing && turn.Lead.AwaitsRouting)
                Offering.Next(turn);
        }

        if (settles != Settles.Nothing)
            return;
        if (turn.Lead.AwaitsRouting)
            Offering.Next(turn);
        foreach (var message in turn.Lead.Outbox)
        {
            if (message.IsHeld && message.NotBefore <= turn.Now && Overtaking.StillSays(turn.Lead, message))
                Messages.DecideAgain(turn, message);
        }
    }

    /// <summary>The clock that is due now; one that stands still is not.</summary>
    private static ClockRun? NextDue(LeadTurn turn) =>
        turn.Lead.UnmetClock is { PausedAt: null } clock && clock.Due <= turn.Now ? clock : null;

    private static Instant? NextRung(ClockRun clock) =>
        clock.RungsPassed < clock.Plan.Rungs.Length ? clock.Plan.Rungs[clock.RungsPassed] : clock.RepeatAt;

    private static void PassRung(LeadTurn turn, ClockRun clock, Settles settles)
    {
        var ladder = turn.Agreement.Ladders[clock.Ladder].Rungs;
        var index = clock.RungsPassed;
        var rung = ladder[index];
        var dueAt = clock.Plan.Rungs[index];
        var repeatAt = index == ladder.Length - 1 ? NextRepeat(turn, clock) : (Instant?)null;
        turn.Emit(new RungPassed(turn.Now, clock.Name, index, rung.At, dueAt, settles == Settles.Everything, repeatAt));
        if (settles == Settles.Everything)
            return;
        var atAnyHour = clock.Mode == ClockMode.Elapsed;
        var about = About(turn, clock, rung.At);
        if (rung.RemindRep)
            Remind(turn, about, atAnyHour, dueAt);
        if (rung.Alert is { } target)
            Messages.Alert(turn, MessageKind.Breach, target, about, atAnyHour, dueAt);
        if (rung.Reassign && settles != Settles.Hands)
            Reassign(turn);
    }

    private static void RepeatAlert(LeadTurn turn, ClockRun clock, Settles settles)
    {
        turn.Emit(new AlertRepeated(turn.Now, clock.Name, clock.RepeatAt ?? turn.Now, NextRepeat(turn, clock)));
        if (settles == Settles.Everything)
            return;
        var last = turn.Agreement.Ladders[clock.Ladder].Rungs[^1];
        Messages.Alert(turn, MessageKind.Breach, last.Alert ?? AlertTarget.Manager, About(turn, clock, last.At), clock.Mode == ClockMode.Elapsed);
    }

    private static MessageAbout About(LeadTurn turn, ClockRun clock, int percent) =>
        new() { Clock = clock.Name, Percent = percent, Due = clock.Plan.Due, Offer = turn.Lead.Offer?.Number ?? 0, Other = turn.Lead.Owner.Who };

    private static void Remind(LeadTurn turn, MessageAbout about, bool atAnyHour, Instant dueAt)
    {
        ImmutableArray<People.PersonId> reps = turn.Lead switch
        {
            { Offer: { } offer } => offer.To,
            { Owner.Who: { } owner } => [owner],
            _ => [],
        };
        foreach (var rep in reps)
            Messages.Owe(turn, MessageKind.Reminder, rep, about, atAnyHour, dueAt);
    }

    private static void Reassign(LeadTurn turn)
    {
        switch (turn.Lead.Status)
        {
            case LeadStatus.Offered:
                Offering.Lapse(turn, MoveCause.Reassigned);
                Offering.Next(turn);
                break;
            case LeadStatus.Qualified:
                Offering.Next(turn);
                break;
            case LeadStatus.Accepted or LeadStatus.Contacted:
                Handing.ToNext(turn, MoveCause.Reassigned);
                break;
            default:
                break;
        }
    }

    /// <summary>After the last rung, once a working day until somebody acts (DESIGN section 5).</summary>
    private static Instant NextRepeat(LeadTurn turn, ClockRun clock)
    {
        if (clock.Mode == ClockMode.Elapsed)
            return turn.Now + Duration.FromDays(1);
        return turn.CalendarOf(clock.Name == ClockName.Accept ? null : turn.Lead.Owner.Who).AddWorkingDays(turn.Now, 1);
    }
}
