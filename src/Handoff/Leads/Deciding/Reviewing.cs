using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>Looks whether who holds the lead is still there for it: shift ends and absences (DESIGN section 5).</summary>
internal static class Reviewing
{
    /// <summary>When the situation of whoever holds the lead changes next.</summary>
    public static Instant? NextFor(LeadTurn turn, ImmutableArray<PersonId> holders, bool shiftCounts)
    {
        Instant? next = null;
        Instant? lastShift = null;
        foreach (var id in holders)
        {
            if (turn.Staff.Find(id) is not { } person)
                continue;
            if (holders.Length == 1 && Shifts.NextAbsence(person, turn.Now) is { } absence)
                next = absence;
            if (shiftCounts && Shifts.EndOfShift(person, turn.Now) is { } end && (lastShift is not { } last || end > last))
                lastShift = end;
        }

        return next is { } a && lastShift is { } b ? Instant.Min(a, b) : next ?? lastShift;
    }

    public static void Review(LeadTurn turn)
    {
        switch (turn.Lead.Status)
        {
            case LeadStatus.Offered:
                ReviewOffer(turn);
                break;
            case LeadStatus.Accepted when turn.Lead.Owner.Who is { } owner:
                if (AwayOverDeadline(turn, owner, ClockName.FirstContact))
                    Handing.ToNext(turn, MoveCause.Absence, creditBack: true);
                break;
            case LeadStatus.Contacted when turn.Lead.Owner.Who is { } owner:
                ReviewPause(turn, owner);
                break;
            default:
                return;
        }

        Reset(turn);
    }

    private static void ReviewOffer(LeadTurn turn)
    {
        var offer = turn.Lead.Offer ?? throw new InvalidOperationException("An offered lead has an offer.");
        if (!offer.IsClaim && AwayOverDeadline(turn, offer.To[0], ClockName.Accept))
        {
            Offering.Lapse(turn, MoveCause.Absence);
            return;
        }

        var shiftEnded = turn.Lead.ReviewAt <= turn.Now
            && offer.To.All(rep => turn.Staff.Find(rep) is not { } person || !person.Calendar.IsOpen(turn.Now));
        if (!shiftEnded || turn.Route(notTo: offer.IsClaim ? null : offer.To[0]) is not { OnShiftNow: true, Chosen.IsEmpty: false })
            return;
        Offering.Lapse(turn, MoveCause.ShiftEnded);
    }

    private static void ReviewPause(LeadTurn turn, PersonId owner)
    {
        if (turn.Lead.Unmet(ClockName.Feedback) is not { } clock)
            return;
        var person = turn.Staff.Find(owner);
        var absence = person is null ? new Absence(Instant.MinValue, null) : person.AbsenceAt(turn.Now);
        if (clock.PausedAt is null)
        {
            if (absence is not null && clock.ExcuseUsedFor != absence.Start && clock.BreachedAt is null)
                ClockPlanning.Pause(turn, clock, owner, absence);
            return;
        }

        if (absence is null || absence.Start != clock.AbsentSince)
            ClockPlanning.Resume(turn, clock, owner, ReplanCause.PauseEnded);
        else if (clock.PauseEndsAt <= turn.Now)
        {
            ClockPlanning.Resume(turn, clock, owner, ReplanCause.ExcuseUsedUp);
            Messages.Alert(turn, MessageKind.LongAbsence, AlertTarget.Manager, new() { Clock = clock.Name, Due = turn.Lead.Unmet(clock.Name)?.Plan.Due, Other = owner });
        }
    }

    /// <summary>Whether the person is away now and the absence covers the deadline; one that has passed already counts as covered.</summary>
    private static bool AwayOverDeadline(LeadTurn turn, PersonId who, ClockName name)
    {
        if (turn.Lead.Unmet(name) is not { } clock)
            return false;
        if (turn.Staff.Find(who) is not { } person)
            return true;
        return person.AbsenceAt(turn.Now) is { } absence && absence.Covers(Instant.Max(clock.Plan.Due, turn.Now));
    }

    private static void Reset(LeadTurn turn)
    {
        var next = turn.Lead switch
        {
            { Status: LeadStatus.Offered, Offer: { } offer } => NextFor(turn, offer.To, shiftCounts: true),
            { Status: LeadStatus.Accepted or LeadStatus.Contacted, Owner.Who: { } owner } => NextFor(turn, [owner], shiftCounts: false),
            _ => turn.Lead.ReviewAt,
        };
        if (next != turn.Lead.ReviewAt && !turn.Lead.AwaitsRouting)
            turn.Emit(new ReviewSet(turn.Now, next));
    }
}
