using Handoff.Agreements;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>
/// A meeting with the person stands, is moved, or is cancelled. While it stands, it is the first contact that was agreed with the person,
/// so the time for it counts from the meeting's end; once it is cancelled, the promise is given anew from then on. What was promised
/// before is withdrawn either way, so nobody is charged for not having called somebody who had a meeting.
/// </summary>
internal static class MeetingPromises
{
    /// <summary>What a further request says of the meeting.</summary>
    public static void Hear(DecisionDraft draft, MeetingNews news) => Promise(draft, news.Ends);

    /// <summary>The ledger tells it also where no promise moves: by the key that is claimed with it a later move finds the lead.</summary>
    public static Answer Move(DecisionDraft draft, MoveMeeting command)
    {
        if (draft.Lead.Status == LeadStatus.Erased)
            return new Answer.TooLate(LateCause.Ended);
        if (!Promise(draft, command.Ends))
            draft.Emit(new MeetingMoved(draft.Now, command.Ends));
        return new Answer.Done();
    }

    /// <summary>
    /// Promises the first contact anew; whether that changes anything. After a contact nothing does, and a promise that was missed stays
    /// missed.
    /// </summary>
    private static bool Promise(DecisionDraft draft, Instant? ends)
    {
        ends = ends > draft.Now ? ends : null;
        if (draft.Lead.Status != LeadStatus.Accepted || draft.Lead.Owner.Who is not { } owner
            || draft.Lead.Unmet(ClockName.FirstContact) is not { BreachedAt: null } clock
            || clock.Plan.Due <= draft.Now || clock.MeetingEnds == ends)
            return false;
        DueWork.Advance(draft, Settles.Everything, ClockName.FirstContact);
        draft.Emit(new ClockCancelled(draft.Now, ClockName.FirstContact, Withdrawn: true));
        ClockPlanning.Start(draft, ClockName.FirstContact, owner, ends);
        return true;
    }
}
