using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
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
    public static Answer TakeTurn(DecisionDraft draft)
    {
        Advance(draft, Settles.Nothing);
        return new Answer.Done();
    }

    /// <summary>
    /// An ordinary turn: absences, shifts, the next offer, rungs, held messages. Of a reply: only the rungs that came before it.
    /// </summary>
    /// <param name="only">The one clock that a reply is about; null: all.</param>
    public static void Advance(DecisionDraft draft, Settles settles, ClockName? only = null)
    {
        if (settles != Settles.Nothing)
        {
            ClimbLadder(draft, settles, only);
            return;
        }

        Returns.Escalate(draft);
        if (draft.Lead is { Status: LeadStatus.Quarantined, Quarantine: { } held } && held.Until <= draft.Now)
            Receiving.Discard(draft, by: null);
        // A clock that is about to stand still first carries out what fell due while it ran.
        if (draft.Lead.Status is LeadStatus.Contacted or LeadStatus.SalesQualified)
            ClimbLadder(draft, settles);
        Reviewing.Review(draft);
        if (draft.Lead.AwaitsRouting)
            Offering.Next(draft);
        ClimbLadder(draft, settles);
        FollowingUp.Look(draft);
        Asking.Look(draft);
        foreach (var message in draft.Lead.Outbox)
        {
            if (message.IsHeld && message.NotBefore <= draft.Now && Overtaking.StillSays(draft.Lead, message))
                Messages.DecideAgain(draft, message);
        }
    }

    private static void ClimbLadder(DecisionDraft draft, Settles settles, ClockName? only = null)
    {
        while (NextDue(draft, only) is { } clock)
        {
            if (clock.BreachedAt is null && clock.Plan.Due <= (NextRung(clock) ?? Instant.MaxValue))
                draft.Emit(new ClockBreached(draft.Now, clock.Name, clock.Plan.Due, Charging.Of(draft, clock)));
            else if (clock.RungsPassed < clock.Plan.Rungs.Length)
                PassRung(draft, clock, settles);
            else
                RepeatAlert(draft, clock, settles);
        }
    }

    /// <summary>The clock that is due first by now; one that stands still is not.</summary>
    private static ClockRun? NextDue(DecisionDraft draft, ClockName? only) => draft.Lead.Clocks
        .Where(clock => clock.Runs && clock.Due <= draft.Now && (only is null || clock.Name == only)).MinBy(clock => clock.Due);

    private static Instant? NextRung(ClockRun clock) =>
        clock.RungsPassed < clock.Plan.Rungs.Length ? clock.Plan.Rungs[clock.RungsPassed] : clock.RepeatAt;

    private static void PassRung(DecisionDraft draft, ClockRun clock, Settles settles)
    {
        var ladder = draft.Agreement.Ladders[clock.Ladder].Rungs;
        var index = clock.RungsPassed;
        var rung = ladder[index];
        var dueAt = clock.Plan.Rungs[index];
        var repeatAt = index == ladder.Length - 1 ? NextRepeat(draft, clock) : (Instant?)null;
        draft.Emit(new RungPassed(draft.Now, clock.Name, index, rung.At, dueAt, settles == Settles.Everything, repeatAt));
        if (settles == Settles.Everything)
            return;
        var atAnyHour = clock.Mode == ClockMode.Elapsed;
        var about = About(draft, clock, rung.At);
        // Whoever has got the lead since the rung fell due is not the one to be reminded, nor to lose it.
        var isHolders = HeldSince(draft, clock) < dueAt;
        if (rung.RemindRep && isHolders)
            Remind(draft, about, atAnyHour, dueAt);
        if (rung.Alert is { } target)
            Messages.Alert(draft, MessageKind.Breach, target, about, atAnyHour, dueAt);
        if (rung.Reassign && isHolders && settles != Settles.Hands)
            Reassign(draft);
    }

    private static void RepeatAlert(DecisionDraft draft, ClockRun clock, Settles settles)
    {
        draft.Emit(new AlertRepeated(draft.Now, clock.Name, clock.RepeatAt ?? draft.Now, NextRepeat(draft, clock)));
        if (settles == Settles.Everything)
            return;
        var last = draft.Agreement.Ladders[clock.Ladder].Rungs[^1];
        var atAnyHour = clock.Mode == ClockMode.Elapsed;
        // A ladder that ends in a reminder repeats that, until the promise is broken: then somebody else has to know.
        if (last.Alert is null && clock.BreachedAt is null)
            Remind(draft, About(draft, clock, last.At), atAnyHour, draft.Now);
        else
            Messages.Alert(draft, MessageKind.Breach, last.Alert ?? AlertTarget.Manager, About(draft, clock, last.At), atAnyHour);
    }

    /// <summary>Since when the lead is in the hands it is in; the manager's queue has always had it.</summary>
    private static Instant HeldSince(DecisionDraft draft, ClockRun clock) => draft.Lead switch
    {
        { Offer: { } offer } => offer.At,
        { Status: LeadStatus.Qualified } => Instant.MinValue,
        _ => clock.Holdings[^1].From,
    };

    private static MessageAbout About(DecisionDraft draft, ClockRun clock, int percent) =>
        new()
        {
            Clock = clock.Name,
            Percent = percent,
            Due = clock.Plan.Due,
            Offer = draft.Lead.Offer?.Number ?? 0,
            Other = draft.Lead.Owner.Who,
        };

    private static void Remind(DecisionDraft draft, MessageAbout about, bool atAnyHour, Instant dueAt)
    {
        ImmutableArray<PersonId> reps = draft.Lead switch
        {
            { Offer: { } offer } => offer.To,
            { Owner.Who: { } owner } => [owner],
            _ => [],
        };
        foreach (var rep in reps)
        {
            // Whoever is yet to be told of the lead is told of its deadline with it.
            if (!IsYetToBeTold(draft, rep))
                Messages.Owe(draft, MessageKind.Reminder, rep, about, atAnyHour, dueAt);
        }
    }

    /// <summary>Whether the mail that tells the rep of the lead waits for an opening.</summary>
    private static bool IsYetToBeTold(DecisionDraft draft, PersonId rep) =>
        draft.Lead.Outbox.Any(message => message.IsHeld && message.To == rep && message.TellsOfLead);

    private static void Reassign(DecisionDraft draft)
    {
        switch (draft.Lead.Status)
        {
            case LeadStatus.Offered when draft.Lead.Offer is { } offer && offer.To.All(rep => IsYetToBeTold(draft, rep))
                && !Reviewing.OthersAreOnShift(draft, offer):
                // Nobody can take it sooner than who is yet to be told of it.
                break;
            case LeadStatus.Offered:
                Offering.Lapse(draft, MoveCause.Reassigned);
                Offering.Next(draft);
                break;
            case LeadStatus.Qualified:
                Offering.Next(draft);
                break;
            case LeadStatus.Accepted or LeadStatus.Contacted:
                Handing.ToNext(draft, MoveCause.Reassigned);
                break;
            default:
                break;
        }
    }

    /// <summary>After the last rung, once a working day until somebody acts (design section 5).</summary>
    private static Instant NextRepeat(DecisionDraft draft, ClockRun clock)
    {
        if (clock.Mode == ClockMode.Elapsed)
            return draft.Now + Duration.FromDays(1);
        return draft.CalendarOf(clock.Name == ClockName.Accept ? null : draft.Lead.Owner.Who).AddWorkingDays(draft.Now, 1);
    }
}
