using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>What a manager does about a lead: take it, give it to a named rep, silence the alerts.</summary>
internal static class ManagerActions
{
    public static Answer Take(LeadTurn turn, TakeLead command)
    {
        switch (turn.Lead.Status)
        {
            case LeadStatus.Qualified or LeadStatus.Offered:
                DueWork.Advance(turn, Settles.Everything);
                Offering.Lapse(turn, MoveCause.Taken);
                OfferReplies.Take(turn, command.By, offer: 0);
                return new Answer.Done();
            case LeadStatus.Accepted or LeadStatus.Contacted when turn.Lead.Owner.Who is { } owner:
                if (owner == command.By)
                    return new Answer.AlreadyDone();
                DueWork.Advance(turn, Settles.Hands);
                Handing.To(turn, owner, command.By, MoveCause.Taken, team: null, choice: null);
                return new Answer.Done();
            default:
                return new Answer.TooLate(LateCause.Ended);
        }
    }

    public static Answer Assign(LeadTurn turn, AssignLead command)
    {
        if (turn.Staff.Find(command.To) is null || turn.Staff.TeamOf(command.To) is not { } team)
            return new Answer.Refused(RefusalCause.UnknownRep);
        switch (turn.Lead.Status)
        {
            case LeadStatus.Qualified or LeadStatus.Offered:
                if (turn.Lead.Offer is { IsClaim: false } offer && offer.To[0] == command.To)
                    return new Answer.AlreadyDone();
                DueWork.Advance(turn, Settles.Hands);
                Offering.Lapse(turn, MoveCause.AssignedByManager, except: command.To);
                Offering.To(turn, [command.To], isClaim: false, team.Name, command.By, choice: null);
                return new Answer.Done();
            case LeadStatus.Accepted or LeadStatus.Contacted when turn.Lead.Owner.Who is { } owner:
                if (owner == command.To)
                    return new Answer.AlreadyDone();
                DueWork.Advance(turn, Settles.Hands);
                Handing.To(turn, owner, command.To, MoveCause.AssignedByManager, team.Name, choice: null);
                return new Answer.Done();
            default:
                return new Answer.TooLate(LateCause.Ended);
        }
    }

    public static Answer Snooze(LeadTurn turn, SnoozeAlerts command)
    {
        if (!turn.Lead.Status.HasClocks())
            return new Answer.TooLate(LateCause.Ended);
        if (command.Until <= turn.Now || command.Until > LatestSnooze(turn.CalendarOf(command.By), turn.Now))
            return new Answer.Refused(RefusalCause.BadSnooze);
        DueWork.Advance(turn, Settles.Nothing);
        turn.Emit(new AlertsSnoozed(turn.Now, command.By, command.Until));
        return new Answer.Done();
    }

    /// <summary>At most one working day away (DESIGN section 5), counted from the next opening when closed.</summary>
    public static Instant LatestSnooze(Calendars.BusinessCalendar calendar, Instant now) => calendar.AddWorkingDays(now, 1);
}
