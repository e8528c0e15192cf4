using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>
/// Reminds the owner of a lead on the day that they named, once. No clock and no rung depends on it.
/// </summary>
internal static class FollowingUp
{
    /// <summary>How many days away the day may be.</summary>
    public const int MostDays = 366;

    public static Answer Plan(DecisionDraft draft, PlanFollowUp command)
    {
        if (NotOwner(draft, command.By) is { } late)
            return late;
        if (RemindAt(draft, command.By, command.On) is not { } at)
            return new Answer.Refused(RefusalCause.BadFollowUp);
        if (draft.Lead.FollowUp is { RemindAt: not null } planned && planned.On == command.On)
            return new Answer.AlreadyDone();
        OwnerReplies.HasIt(draft);
        draft.Emit(new FollowUpPlanned(draft.Now, command.By, command.On, at));
        return new Answer.Done();
    }

    public static Answer Drop(DecisionDraft draft, DropFollowUp command)
    {
        if (NotOwner(draft, command.By) is { } late)
            return late;
        if (draft.Lead.FollowUp is null)
            return new Answer.AlreadyDone();
        draft.Emit(new FollowUpDropped(draft.Now, command.By));
        return new Answer.Done();
    }

    /// <summary>
    /// When somebody is reminded: at the time, or the first opening of the day, on which they are at work, absences known; else when they
    /// next are. Null: that day cannot be named, because it is not ahead or too far.
    /// </summary>
    public static Instant? RemindAt(DecisionDraft draft, PersonId who, FollowUpDay on)
    {
        var zone = draft.CalendarOf(who).Zone;
        var days = Period.DaysBetween(draft.Now.InZone(zone).Date, on.Day);
        var start = Start(zone, on);
        return days > MostDays || start <= draft.Now ? null : AtWork(draft, who, start);
    }

    /// <summary>Plans the day that was named with something else, if it can be named.</summary>
    public static void PlanNext(DecisionDraft draft, PersonId by, FollowUpDay? next)
    {
        if (next is { } on && RemindAt(draft, by, on) is { } at)
            draft.Emit(new FollowUpPlanned(draft.Now, by, on, at));
    }

    /// <summary>Who has got the lead is reminded instead, if that was still to come.</summary>
    public static void Inherit(DecisionDraft draft, PersonId from, PersonId to)
    {
        if (draft.Lead.FollowUp is not { } planned || (planned.RemindAt is null && !IsOwed(draft.Lead, from)))
            return;
        var start = Instant.Max(Start(draft.CalendarOf(to).Zone, planned.On), draft.Now);
        draft.Emit(new FollowUpMoved(draft.Now, to, AtWork(draft, to, start)));
    }

    /// <summary>Owes the reminder when its time has come; one for somebody who is not at work waits like any other mail.</summary>
    public static void Look(DecisionDraft draft)
    {
        if (!(draft.Lead.FollowUp?.RemindAt <= draft.Now) || draft.Lead.Owner.Who is not { } owner)
            return;
        draft.Emit(new FollowUpDue(draft.Now, owner));
        var clock = draft.Lead.UnmetClock;
        Messages.Owe(draft, MessageKind.FollowUp, owner, new() { Clock = clock?.Name, Due = clock?.Plan.Due });
    }

    /// <summary>Why somebody cannot name a day, or null: they can, also of an opportunity whose outcome is promised.</summary>
    private static Answer.TooLate? NotOwner(DecisionDraft draft, PersonId by) =>
        draft.Lead is not { Status: LeadStatus.SalesQualified, HasClocks: true } ? OwnerReplies.NotOwner(draft, by)
        : draft.Lead.Owner.Is(by) ? null : new(LateCause.NotYours);

    private static bool IsOwed(Lead lead, PersonId to) =>
        lead.Outbox.Any(message => message.Kind == MessageKind.FollowUp && message.To == to);

    private static Instant Start(DateTimeZone zone, FollowUpDay on) =>
        (on.Time is { } time ? on.Day.At(time).InZoneLeniently(zone) : on.Day.AtStartOfDayInZone(zone)).ToInstant();

    private static Instant AtWork(DecisionDraft draft, PersonId who, Instant start) =>
        (draft.Staff.Find(who) is { } person ? Shifts.NextOnShift(person, start) : null) ?? start;
}
