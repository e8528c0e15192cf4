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

    /// <summary>An ordinary turn: absences, shifts, the next offer, rungs, held messages. Of a reply: only the rungs that came before it.</summary>
    public static void Advance(LeadTurn turn, Settles settles)
    {
        if (settles != Settles.Nothing)
        {
            ClimbLadder(turn, settles);
            return;
        }

        // A clock that is about to stand still first carries out what fell due while it ran.
        if (turn.Lead.Status == LeadStatus.Contacted)
            ClimbLadder(turn, settles);
        Reviewing.Review(turn);
        if (turn.Lead.AwaitsRouting)
            Offering.Next(turn);
        ClimbLadder(turn, settles);
        foreach (var message in turn.Lead.Outbox)
        {
            if (message.IsHeld && message.NotBefore <= turn.Now && Overtaking.StillSays(turn.Lead, message))
                Messages.DecideAgain(turn, message);
        }
    }

    private static void ClimbLadder(LeadTurn turn, Settles settles)
    {
        while (NextDue(turn) is { } clock)
        {
            if (clock.BreachedAt is null && clock.Plan.Due <= (NextRung(clock) ?? Instant.MaxValue))
                turn.Emit(new ClockBreached(turn.Now, clock.Name, clock.Plan.Due, Charging.Of(turn, clock)));
            else if (clock.RungsPassed < clock.Plan.Rungs.Length)
                PassRung(turn, clock, settles);
            else
                RepeatAlert(turn, clock, settles);
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
        // Whoever has got the lead since the rung fell due is not the one to be reminded, nor to lose it.
        var isHolders = HeldSince(turn, clock) < dueAt;
        if (rung.RemindRep && isHolders)
            Remind(turn, about, atAnyHour, dueAt);
        if (rung.Alert is { } target)
            Messages.Alert(turn, MessageKind.Breach, target, about, atAnyHour, dueAt);
        if (rung.Reassign && isHolders && settles != Settles.Hands)
            Reassign(turn);
    }

    private static void RepeatAlert(LeadTurn turn, ClockRun clock, Settles settles)
    {
        turn.Emit(new AlertRepeated(turn.Now, clock.Name, clock.RepeatAt ?? turn.Now, NextRepeat(turn, clock)));
        if (settles == Settles.Everything)
            return;
        var last = turn.Agreement.Ladders[clock.Ladder].Rungs[^1];
        var atAnyHour = clock.Mode == ClockMode.Elapsed;
        // A ladder that ends in a reminder repeats that, until the promise is broken: then somebody else has to know.
        if (last.Alert is null && clock.BreachedAt is null)
            Remind(turn, About(turn, clock, last.At), atAnyHour, turn.Now);
        else
            Messages.Alert(turn, MessageKind.Breach, last.Alert ?? AlertTarget.Manager, About(turn, clock, last.At), atAnyHour);
    }

    /// <summary>Since when the lead is in the hands it is in; the manager's queue has always had it.</summary>
    private static Instant HeldSince(LeadTurn turn, ClockRun clock) => turn.Lead switch
    {
        { Offer: { } offer } => offer.At,
        { Status: LeadStatus.Qualified } => Instant.MinValue,
        _ => clock.Holdings[^1].From,
    };

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
        {
            // Whoever is yet to be told of the lead is told of its deadline with it.
            if (!IsYetToBeTold(turn, rep))
                Messages.Owe(turn, MessageKind.Reminder, rep, about, atAnyHour, dueAt);
        }
    }

    /// <summary>Whether the mail that tells the rep of the lead waits for an opening.</summary>
    private static bool IsYetToBeTold(LeadTurn turn, People.PersonId rep) =>
        turn.Lead.Outbox.Any(message => message.IsHeld && message.To == rep && message.TellsOfLead);

    private static void Reassign(LeadTurn turn)
    {
        switch (turn.Lead.Status)
        {
            case LeadStatus.Offered when turn.Lead.Offer is { } offer && offer.To.All(rep => IsYetToBeTold(turn, rep))
                && !Reviewing.OthersAreOnShift(turn, offer):
                // Nobody can take it sooner than who is yet to be told of it.
                break;
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
