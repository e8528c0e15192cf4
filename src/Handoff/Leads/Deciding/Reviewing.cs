using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>Looks whether who holds the lead is still there for it: shift ends and absences (design section 5).</summary>
internal static class Reviewing
{
    /// <summary>When the situation of whoever holds the lead changes next.</summary>
    public static Instant? NextFor(DecisionDraft draft, ReadOnlySpan<PersonId> holders, bool shiftCounts)
    {
        Instant? next = null;
        Instant? lastShift = null;
        foreach (var id in holders)
        {
            if (draft.Staff.Find(id) is not { } person)
                continue;
            if (holders.Length == 1 && Shifts.NextAbsence(person, draft.Now) is { } absence)
                next = absence;
            if (shiftCounts && Shifts.EndOfShift(person, draft.Now) is { } end && (lastShift is not { } last || end > last))
                lastShift = end;
        }

        return next is { } a && lastShift is { } b ? Instant.Min(a, b) : next ?? lastShift;
    }

    public static void Review(DecisionDraft draft)
    {
        switch (draft.Lead.Status)
        {
            case LeadStatus.Qualified when !draft.Lead.AwaitsRouting:
                ReviewQueue(draft);
                break;
            case LeadStatus.Offered:
                ReviewOffer(draft);
                break;
            case LeadStatus.Accepted when draft.Lead.Owner.Who is { } owner:
                if (draft.Lead.Unmet(ClockName.FirstContact) is { } clock
                    && AwayOverDeadline(draft, owner, clock.Holdings[^1].From, clock.Name))
                    Handing.ToNext(draft, MoveCause.Absence, creditBack: true);
                break;
            case LeadStatus.Contacted or LeadStatus.SalesQualified when draft.Lead is { HasClocks: true, Owner.Who: { } owner }:
                ReviewPause(draft, owner);
                break;
            default:
                return;
        }

        Reset(draft);
    }

    /// <summary>Whether somebody can take a lead that waits in the manager's queue: it is offered as soon as somebody can.</summary>
    private static void ReviewQueue(DecisionDraft draft)
    {
        var choice = draft.Route();
        if (choice is { Chosen.IsEmpty: false })
            Offering.Carry(draft, choice);
        else if (Offering.NextChance(choice) is var next && next != draft.Lead.ReviewAt)
            draft.Emit(new ReviewSet(draft.Now, next));
    }

    private static void ReviewOffer(DecisionDraft draft)
    {
        var offer = draft.Lead.Offer ?? throw new InvalidOperationException("An offered lead has an offer.");
        if (!offer.IsClaim && AwayOverDeadline(draft, offer.To[0], offer.At, ClockName.Accept))
        {
            Offering.Lapse(draft, MoveCause.Absence);
            return;
        }

        var shiftEnded = draft.Lead.ReviewAt <= draft.Now && offer.To.All(rep => ShiftEnded(draft, rep, offer.At));
        if (shiftEnded && OthersAreOnShift(draft, offer))
            Offering.Lapse(draft, MoveCause.ShiftEnded);
    }

    /// <summary>Whether somebody who is not asked now could take the lead at once.</summary>
    public static bool OthersAreOnShift(DecisionDraft draft, Offer offer) =>
        draft.Route(notTo: offer.IsClaim ? null : offer.To[0]) is { OnShiftNow: true, Chosen.IsEmpty: false };

    /// <summary>
    /// A feedback or outcome clock pauses for the owner's absence, at most 10 working days; then the manager is asked (design section 5).
    /// </summary>
    private static void ReviewPause(DecisionDraft draft, PersonId owner)
    {
        if ((draft.Lead.Unmet(ClockName.Feedback) ?? draft.Lead.Unmet(ClockName.Outcome)) is not { } clock)
            return;
        var absence = AbsenceOf(draft, owner);
        if (clock.PausedAt is null)
        {
            var isExcused = clock.ExcuseUsedFor is not { } used || !(absence?.Covers(used) ?? false);
            if (absence is not null && isExcused && clock.BreachedAt is null)
                ClockPlanning.Pause(draft, clock, owner, absence);
            return;
        }

        if (absence is null)
        {
            ClockPlanning.Resume(draft, clock, owner, ReplanCause.PauseEnded);
            return;
        }

        ClockPlanning.Pause(draft, clock, owner, absence);
        if (ClockPlanning.LongestPause(draft, clock, owner) <= draft.Now)
        {
            ClockPlanning.Resume(draft, draft.Lead.Unmet(clock.Name) ?? clock, owner, ReplanCause.ExcuseUsedUp);
            var about = new MessageAbout { Clock = clock.Name, Due = draft.Lead.Unmet(clock.Name)?.Plan.Due, Other = owner };
            Messages.Alert(draft, MessageKind.LongAbsence, AlertTarget.Manager, about);
        }
    }

    /// <summary>
    /// The absence of a person, those that follow it without a gap included; a person no longer in the files is away for good.
    /// </summary>
    private static Absence? AbsenceOf(DecisionDraft draft, PersonId who)
    {
        if (draft.Staff.Find(who) is not { } person)
            return new(Instant.MinValue, null);
        Absence? whole = null;
        foreach (var absence in person.Absences)
        {
            if (whole is { } before && (before.End is not { } until || absence.Start <= until))
                whole = before with { End = before.End is { } a && absence.End is { } b ? Instant.Max(a, b) : null };
            else if (whole is null || !whole.Covers(draft.Now))
                whole = absence;
        }

        return whole is { } found && found.Covers(draft.Now) ? whole : null;
    }

    /// <summary>
    /// Whether the person is away now and the absence covers the deadline; one that has passed already counts as covered. Not whoever was
    /// chosen while closed for the part of the next shift for which they are back: that was known.
    /// </summary>
    private static bool AwayOverDeadline(DecisionDraft draft, PersonId who, Instant since, ClockName name)
    {
        if (draft.Lead.Unmet(name) is not { } clock || AbsenceOf(draft, who) is not { } absence
            || !absence.Covers(Instant.Max(clock.Plan.Due, draft.Now)))
            return false;
        return draft.Staff.Find(who) is not { } person || !absence.Covers(since) || person.Calendar.IsOpen(since)
            || person.Calendar.NextClosing(since) <= (absence.End ?? Instant.MaxValue);
    }

    /// <summary>Whether the person is off shift after having been on since the offer.</summary>
    private static bool ShiftEnded(DecisionDraft draft, PersonId who, Instant since) =>
        draft.Staff.Find(who) is not { } person
        || (!person.Calendar.IsOpen(draft.Now) && person.Calendar.OpenBetween(since, draft.Now) > Duration.Zero);

    private static void Reset(DecisionDraft draft)
    {
        var next = draft.Lead switch
        {
            { Status: LeadStatus.Offered, Offer: { } offer } => NextFor(draft, offer.To.AsSpan(), shiftCounts: true),
            { HasClocks: true, Owner.Who: { } owner } => NextFor(draft, [owner], shiftCounts: false),
            _ => draft.Lead.ReviewAt,
        };
        if (next != draft.Lead.ReviewAt && !draft.Lead.AwaitsRouting)
            draft.Emit(new ReviewSet(draft.Now, next));
    }
}
