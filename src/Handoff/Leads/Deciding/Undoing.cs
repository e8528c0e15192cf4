using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Leads.Deciding;

/// <summary>
/// Takes a decline, a first contact, a feedback or an outcome back, by who told it and for as long as an acceptance can be undone, unless
/// somebody has acted since. The lead is with who told it as before: rungs that were passed meanwhile fall due now, and the
/// turn costs what it had cost.
/// </summary>
internal static class Undoing
{
    public static Answer Undo(DecisionDraft draft, UndoReply command)
    {
        if (draft.Lead.LastReply is not { } reply || reply.By != command.By || reply.Kind != command.Reply)
            return IsBack(draft, command) ? new Answer.AlreadyDone() : new Answer.TooLate(WhyOver(draft, command.By));
        if (draft.Now >= reply.UndoneUntil)
            return new Answer.TooLate(LateCause.UndoOver);
        var passedTo = draft.Lead.Owner.Who;
        var wasReturned = draft.Lead.Status is LeadStatus.Returned or LeadStatus.Nurture or LeadStatus.Discarded;
        var isPassed = reply.Kind == ReplyKind.Feedback && passedTo is { } to && to != reply.By;
        if (reply.Kind == ReplyKind.Decline && draft.Lead.Offer is { } other && other.Number != reply.Offer?.Number)
            Offering.Lapse(draft, MoveCause.TakenBack);
        if (!isPassed)
            RunAgain(draft, reply);
        draft.Emit(new ReplyUndone(draft.Now, reply.By, reply.Kind, reply.Hold?.Team, reply.PaidAgain()));
        if (isPassed)
            PassBack(draft, passedTo!.Value, reply.By);
        if (wasReturned)
            TellMarketing(draft, reply.By);
        DueWork.Advance(draft, Settles.Nothing);
        return new Answer.Done();
    }

    /// <summary>The clocks that the reply had met or cancelled, as if it had never been told; one that it had started is
    /// withdrawn.</summary>
    private static void RunAgain(DecisionDraft draft, Reply reply)
    {
        var runs = reply.Status switch
        {
            LeadStatus.SalesQualified => ClockName.Outcome,
            LeadStatus.Offered => ClockName.Accept,
            LeadStatus.Accepted => ClockName.FirstContact,
            _ => ClockName.Feedback,
        };
        if (reply.Kind == ReplyKind.Feedback)
            Withdraw(draft, ClockName.Outcome);
        if (reply.Kind != ReplyKind.Decline && runs == ClockName.FirstContact)
            Withdraw(draft, ClockName.Feedback);
        if (draft.Lead.Unmet(runs) is null)
            draft.Emit(new ClockReopened(draft.Now, runs));
    }

    private static void Withdraw(DecisionDraft draft, ClockName name)
    {
        // Its promise was given by what is taken back.
        if (!draft.Lead.Clocks.Any(clock => clock.Name == name && !clock.IsWithdrawn))
            return;
        if (draft.Lead.Unmet(name) is null)
            draft.Emit(new ClockReopened(draft.Now, name));
        draft.Emit(new ClockCancelled(draft.Now, name, Withdrawn: true));
    }

    private static void PassBack(DecisionDraft draft, PersonId from, PersonId to)
    {
        ClockPlanning.MoveTo(draft, from, to);
        var seen = !draft.Lead.Outbox.Any(message => message.Kind == MessageKind.Assigned && message.To == from);
        if (seen)
            Messages.Owe(draft, MessageKind.MovedOn, from, new() { Cause = MoveCause.TakenBack, Other = to });
    }

    /// <summary>Those whom the news of the return has left are told that sales goes on; the others are told nothing.</summary>
    private static void TellMarketing(DecisionDraft draft, PersonId by)
    {
        foreach (var person in draft.Staff.Marketing)
        {
            if (!draft.Lead.Outbox.Any(message => message.Kind == MessageKind.Returned && message.To == person.Id))
                Messages.Owe(draft, MessageKind.Returned, person.Id, new() { Other = by, Cause = MoveCause.TakenBack }, atAnyHour: true);
        }
    }

    /// <summary>Whether it has been taken back already.</summary>
    private static bool IsBack(DecisionDraft draft, UndoReply command) => command.Reply switch
    {
        ReplyKind.Decline => draft.Lead.Offer?.To.Contains(command.By) ?? false,
        ReplyKind.Contact => draft.Lead.Status == LeadStatus.Accepted && draft.Lead.Owner.Is(command.By),
        ReplyKind.Outcome => draft.Lead.Status == LeadStatus.SalesQualified && draft.Lead.Owner.Is(command.By),
        _ => draft.Lead.Status is LeadStatus.Accepted or LeadStatus.Contacted && draft.Lead.Owner.Is(command.By),
    };

    private static LateCause WhyOver(DecisionDraft draft, PersonId by) => draft.Lead switch
    {
        { Status: LeadStatus.Erased } => LateCause.Ended,
        { Acceptance: { } acceptance } when acceptance.By != by && draft.Lead.Status.HasClocks() => LateCause.OthersAccepted,
        { Owner.Who: { } owner } when owner != by => LateCause.NotYours,
        _ => LateCause.UndoOver,
    };
}
