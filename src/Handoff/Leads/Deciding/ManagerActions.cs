using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>What a manager does about a lead: take it, give it to a named rep, silence the alerts.</summary>
internal static class ManagerActions
{
    public static Answer Take(DecisionDraft draft, TakeLead command)
    {
        switch (draft.Lead.Status)
        {
            case LeadStatus.Qualified or LeadStatus.Offered:
                DueWork.Advance(draft, Settles.Everything);
                Offering.Lapse(draft, MoveCause.Taken);
                OfferReplies.Take(draft, command.By, offer: 0, command.MeetingEnds);
                return new Answer.Done();
            case LeadStatus.Accepted or LeadStatus.Contacted or LeadStatus.SalesQualified
                when draft.Lead is { HasClocks: true, Owner.Who: { } owner }:
                if (owner == command.By)
                    return new Answer.AlreadyDone();
                DueWork.Advance(draft, Settles.Hands);
                Handing.To(draft, owner, command.By, MoveCause.Taken, team: null, choice: null);
                return new Answer.Done();
            default:
                return new Answer.TooLate(LateCause.Ended);
        }
    }

    public static Answer Assign(DecisionDraft draft, AssignLead command)
    {
        if (draft.Staff.Find(command.To) is null || draft.Staff.TeamOf(command.To) is not { } team)
            return new Answer.Refused(RefusalCause.UnknownRep);
        switch (draft.Lead.Status)
        {
            case LeadStatus.Qualified or LeadStatus.Offered:
                if (draft.Lead.Offer is { IsClaim: false } offer && offer.To[0] == command.To)
                    return new Answer.AlreadyDone();
                DueWork.Advance(draft, Settles.Hands);
                Offering.Lapse(draft, MoveCause.AssignedByManager, except: command.To);
                Offering.To(draft, [command.To], isClaim: false, team.Name, command.By, choice: null);
                return new Answer.Done();
            case LeadStatus.Accepted or LeadStatus.Contacted or LeadStatus.SalesQualified
                when draft.Lead is { HasClocks: true, Owner.Who: { } owner }:
                if (owner == command.To)
                    return new Answer.AlreadyDone();
                DueWork.Advance(draft, Settles.Hands);
                // An opportunity is in no rep's capacity.
                var counts = draft.Lead.Status == LeadStatus.SalesQualified ? null : team.Name;
                Handing.To(
                    draft, owner, command.To, MoveCause.AssignedByManager, counts, choice: null, confirms: command.By != command.To);
                return new Answer.Done();
            default:
                return new Answer.TooLate(LateCause.Ended);
        }
    }

    public static Answer Snooze(DecisionDraft draft, SnoozeAlerts command)
    {
        if (!draft.Lead.HasClocks)
            return new Answer.TooLate(LateCause.Ended);
        if (command.Until <= draft.Now || command.Until > LatestSnooze(draft.CalendarOf(command.By), draft.Now))
            return new Answer.Refused(RefusalCause.BadSnooze);
        DueWork.Advance(draft, Settles.Nothing);
        draft.Emit(new AlertsSnoozed(draft.Now, command.By, command.Until));
        return new Answer.Done();
    }

    /// <summary>
    /// Who is on it is left alone for the agreed time, at most as long as one may snooze. It only ever lengthens a silence that stands.
    /// </summary>
    public static Answer Acknowledge(DecisionDraft draft, AcknowledgeAlerts command)
    {
        if (!draft.Lead.HasClocks)
            return new Answer.TooLate(LateCause.Ended);
        var until = draft.Agreement.Alerts.AcknowledgedUntil(draft.Now, LatestSnooze(draft.CalendarOf(command.By), draft.Now));
        if (draft.Lead.Snoozes.Any(
            snooze => snooze.By == command.By && draft.Now < snooze.Until && (snooze.IsOnIt || snooze.Until >= until)))
            return new Answer.AlreadyDone();
        DueWork.Advance(draft, Settles.Nothing);
        draft.Emit(new AlertsSnoozed(draft.Now, command.By, until, IsOnIt: true));
        return new Answer.Done();
    }

    /// <summary>A silence that ends now is told as one until now.</summary>
    public static Answer EndSnooze(DecisionDraft draft, EndSnooze command)
    {
        if (!draft.Lead.HasClocks)
            return new Answer.TooLate(LateCause.Ended);
        if (!Messages.IsSnoozed(draft, command.By))
            return new Answer.AlreadyDone();
        DueWork.Advance(draft, Settles.Nothing);
        draft.Emit(new AlertsSnoozed(draft.Now, command.By, draft.Now));
        return new Answer.Done();
    }

    /// <summary>At most one working day away (design section 5), counted from the next opening when closed.</summary>
    public static Instant LatestSnooze(Calendars.BusinessCalendar calendar, Instant now) => calendar.AddWorkingDays(now, 1);
}
