using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Leads.Deciding;

/// <summary>
/// Takes a decline, a first contact or a feedback back, by who told it and for as long as an acceptance can be undone, unless somebody has
/// acted since. The lead is with who told it as before: rungs that were passed meanwhile fall due now, and the turn costs what it had cost.
/// </summary>
internal static class Undoing
{
    public static Answer Undo(LeadTurn turn, UndoReply command)
    {
        if (turn.Lead.LastReply is not { } reply || reply.By != command.By || reply.Kind != command.Reply)
            return IsBack(turn, command) ? new Answer.AlreadyDone() : new Answer.TooLate(WhyOver(turn, command.By));
        if (turn.Now >= reply.UndoneUntil)
            return new Answer.TooLate(LateCause.UndoOver);
        var passedTo = turn.Lead.Owner.Who;
        var wasReturned = turn.Lead.Status is LeadStatus.Returned or LeadStatus.Nurture or LeadStatus.Discarded;
        var isPassed = reply.Kind == ReplyKind.Feedback && passedTo is { } to && to != reply.By;
        if (reply.Kind == ReplyKind.Decline && turn.Lead.Offer is { } other && other.Number != reply.Offer?.Number)
            Offering.Lapse(turn, MoveCause.TakenBack);
        if (!isPassed)
            RunAgain(turn, reply);
        turn.Emit(new ReplyUndone(turn.Now, reply.By, reply.Kind, reply.Hold?.Team, reply.PaidAgain()));
        if (isPassed)
            PassBack(turn, passedTo!.Value, reply.By);
        if (wasReturned)
            TellMarketing(turn, reply.By);
        DueWork.Advance(turn, Settles.Nothing);
        return new Answer.Done();
    }

    /// <summary>The clocks that the reply had met or cancelled, as if it had never been told; one that it had started is
    /// withdrawn.</summary>
    private static void RunAgain(LeadTurn turn, Reply reply)
    {
        var runs = reply.Status switch
        {
            LeadStatus.Offered => ClockName.Accept,
            LeadStatus.Accepted => ClockName.FirstContact,
            _ => ClockName.Feedback,
        };
        if (reply.Kind != ReplyKind.Decline && runs == ClockName.FirstContact)
            Withdraw(turn, ClockName.Feedback);
        if (turn.Lead.Unmet(runs) is null)
            turn.Emit(new ClockReopened(turn.Now, runs));
    }

    private static void Withdraw(LeadTurn turn, ClockName name)
    {
        // Its promise was given by what is taken back.
        if (!turn.Lead.Clocks.Any(clock => clock.Name == name && !clock.IsWithdrawn))
            return;
        if (turn.Lead.Unmet(name) is null)
            turn.Emit(new ClockReopened(turn.Now, name));
        turn.Emit(new ClockCancelled(turn.Now, name, Withdrawn: true));
    }

    private static void PassBack(LeadTurn turn, PersonId from, PersonId to)
    {
        ClockPlanning.MoveTo(turn, from, to);
        var seen = !turn.Lead.Outbox.Any(message => message.Kind == MessageKind.Assigned && message.To == from);
        if (seen)
            Messages.Owe(turn, MessageKind.MovedOn, from, new() { Cause = MoveCause.TakenBack, Other = to });
    }

    /// <summary>Those whom the news of the return has left are told that sales goes on; the others are told nothing.</summary>
    private static void TellMarketing(LeadTurn turn, PersonId by)
    {
        foreach (var person in turn.Staff.Marketing)
        {
            if (!turn.Lead.Outbox.Any(message => message.Kind == MessageKind.Returned && message.To == person.Id))
                Messages.Owe(turn, MessageKind.Returned, person.Id, new() { Other = by, Cause = MoveCause.TakenBack });
        }
    }

    /// <summary>Whether it has been taken back already.</summary>
    private static bool IsBack(LeadTurn turn, UndoReply command) => command.Reply switch
    {
        ReplyKind.Decline => turn.Lead.Offer?.To.Contains(command.By) ?? false,
        ReplyKind.Contact => turn.Lead.Status == LeadStatus.Accepted && turn.Lead.Owner.Is(command.By),
        _ => turn.Lead.Status is LeadStatus.Accepted or LeadStatus.Contacted && turn.Lead.Owner.Is(command.By),
    };

    private static LateCause WhyOver(LeadTurn turn, PersonId by) => turn.Lead switch
    {
        { Status: LeadStatus.Erased } => LateCause.Ended,
        { Acceptance: { } acceptance } when acceptance.By != by && turn.Lead.Status.HasClocks() => LateCause.OthersAccepted,
        { Owner.Who: { } owner } when owner != by => LateCause.NotYours,
        _ => LateCause.UndoOver,
    };
}
