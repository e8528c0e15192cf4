using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>Looks whether who holds the lead is still there for it: shift ends and absences (DESIGN section 5).</summary>
internal static class Reviewing
{
    /// <summary>When the situation of whoever holds the lead changes next.</summary>
    public static Instant? NextFor(LeadTurn turn, ReadOnlySpan<PersonId> holders, bool shiftCounts)
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
            case LeadStatus.Qualified when !turn.Lead.AwaitsRouting:
                ReviewQueue(turn);
                break;
            case LeadStatus.Offered:
                ReviewOffer(turn);
                break;
            case LeadStatus.Accepted when turn.Lead.Owner.Who is { } owner:
                if (turn.Lead.Unmet(ClockName.FirstContact) is { } clock && AwayOverDeadline(turn, owner, clock.Holdings[^1].From, clock.Name))
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

    /// <summary>Whether somebody can take a lead that waits in the manager's queue: it is offered as soon as somebody can.</summary>
    private static void ReviewQueue(LeadTurn turn)
    {
        var choice = turn.Route();
        if (choice is { Chosen.IsEmpty: false })
            Offering.Carry(turn, choice);
        else if (Offering.NextChance(choice) is var next && next != turn.Lead.ReviewAt)
            turn.Emit(new ReviewSet(turn.Now, next));
    }

    private static void ReviewOffer(LeadTurn turn)
    {
        var offer = turn.Lead.Offer ?? throw new InvalidOperationException("An offered lead has an offer.");
        if (!offer.IsClaim && AwayOverDeadline(turn, offer.To[0], offer.At, ClockName.Accept))
        {
            Offering.Lapse(turn, MoveCause.Absence);
            return;
        }

        var shiftEnded = turn.Lead.ReviewAt <= turn.Now && offer.To.All(rep => ShiftEnded(turn, rep, offer.At));
        if (shiftEnded && OthersAreOnShift(turn, offer))
            Offering.Lapse(turn, MoveCause.ShiftEnded);
    }

    /// <summary>Whether somebody who is not asked now could take the lead at once.</summary>
    public static bool OthersAreOnShift(LeadTurn turn, Offer offer) =>
        turn.Route(notTo: offer.IsClaim ? null : offer.To[0]) is { OnShiftNow: true, Chosen.IsEmpty: false };

    /// <summary>A feedback clock pauses for the owner's absence, at most 10 working days; then the manager is asked (DESIGN section 5).</summary>
    private static void ReviewPause(LeadTurn turn, PersonId owner)
    {
        if (turn.Lead.Unmet(ClockName.Feedback) is not { } clock)
            return;
        var absence = AbsenceOf(turn, owner);
        if (clock.PausedAt is null)
        {
            var isExcused = clock.ExcuseUsedFor is not { } used || !(absence?.Covers(used) ?? false);
            if (absence is not null && isExcused && clock.BreachedAt is null)
                ClockPlanning.Pause(turn, clock, owner, absence);
            return;
        }

        if (absence is null)
        {
            ClockPlanning.Resume(turn, clock, owner, ReplanCause.PauseEnded);
            return;
        }

        ClockPlanning.Pause(turn, clock, owner, absence);
        if (ClockPlanning.LongestPause(turn, clock, owner) <= turn.Now)
        {
            ClockPlanning.Resume(turn, turn.Lead.Unmet(clock.Name) ?? clock, owner, ReplanCause.ExcuseUsedUp);
            var about = new MessageAbout { Clock = clock.Name, Due = turn.Lead.Unmet(clock.Name)?.Plan.Due, Other = owner };
            Messages.Alert(turn, MessageKind.LongAbsence, AlertTarget.Manager, about);
        }
    }

    /// <summary>The absence of a person, those that follow it without a gap included; a person no longer in the files is away for good.</summary>
    private static Absence? AbsenceOf(LeadTurn turn, PersonId who)
    {
        if (turn.Staff.Find(who) is not { } person)
            return new(Instant.MinValue, null);
        Absence? whole = null;
        foreach (var absence in person.Absences)
        {
            if (whole is { } before && (before.End is not { } until || absence.Start <= until))
                whole = before with { End = before.End is { } a && absence.End is { } b ? Instant.Max(a, b) : null };
            else if (whole is null || !whole.Covers(turn.Now))
                whole = absence;
        }

        return whole is { } found && found.Covers(turn.Now) ? whole : null;
    }

    /// <summary>
    /// Whether the person is away now and the absence covers the deadline; one that has passed already counts as covered. Not whoever was
    /// chosen while closed for the part of the next shift for which they are back: that was known.
    /// </summary>
    private static bool AwayOverDeadline(LeadTurn turn, PersonId who, Instant since, ClockName name)
    {
        if (turn.Lead.Unmet(name) is not { } clock || AbsenceOf(turn, who) is not { } absence || !absence.Covers(Instant.Max(clock.Plan.Due, turn.Now)))
            return false;
        return turn.Staff.Find(who) is not { } person || !absence.Covers(since) || person.Calendar.IsOpen(since)
            || person.Calendar.NextClosing(since) <= (absence.End ?? Instant.MaxValue);
    }

    /// <summary>Whether the person is off shift after having been on since the offer.</summary>
    private static bool ShiftEnded(LeadTurn turn, PersonId who, Instant since) =>
        turn.Staff.Find(who) is not { } person
        || (!person.Calendar.IsOpen(turn.Now) && person.Calendar.OpenBetween(since, turn.Now) > Duration.Zero);

    private static void Reset(LeadTurn turn)
    {
        var next = turn.Lead switch
        {
            { Status: LeadStatus.Offered, Offer: { } offer } => NextFor(turn, offer.To.AsSpan(), shiftCounts: true),
            { Status: LeadStatus.Accepted or LeadStatus.Contacted, Owner.Who: { } owner } => NextFor(turn, [owner], shiftCounts: false),
            _ => turn.Lead.ReviewAt,
        };
        if (next != turn.Lead.ReviewAt && !turn.Lead.AwaitsRouting)
            turn.Emit(new ReviewSet(turn.Now, next));
    }
}
