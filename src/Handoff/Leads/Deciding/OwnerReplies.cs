using Handoff.Agreements;

namespace Handoff.Leads.Deciding;

/// <summary>What the owner of an accepted lead tells: the first contact, and what came of it.</summary>
internal static class OwnerReplies
{
    public static Answer RecordContact(LeadTurn turn, RecordContact command)
    {
        if (NotOwner(turn, command.By) is { } late)
            return late;
        if (turn.Lead.Status == LeadStatus.Contacted)
            return new Answer.AlreadyDone();
        DueWork.Advance(turn, Settles.Everything);
        Contact(turn, command.By, command.How);
        var feedback = turn.Lead.Unmet(ClockName.Feedback);
        Messages.Owe(turn, MessageKind.GiveFeedback, command.By, new() { Clock = ClockName.Feedback, Due = feedback?.Plan.Due }, atAnyHour: true);
        return new Answer.Done();
    }

    public static Answer GiveFeedback(LeadTurn turn, GiveFeedback command)
    {
        if (turn.Lead.Status == LeadStatus.SalesQualified && turn.Lead.Owner.Is(command.By) && command.Reason is null)
            return new Answer.AlreadyDone();
        if (NotOwner(turn, command.By) is { } late)
            return late;
        var reason = command.Reason is null ? null : turn.Agreement.Reason(command.Reason);
        if (command.Reason is not null && reason is null)
            return new Answer.Refused(RefusalCause.UnknownReason);
        if (reason is { Then: ReasonEffect.Reroute })
        {
            DueWork.Advance(turn, Settles.Hands);
            Handing.ToNext(turn, MoveCause.Rerouted, reason.Fault != Fault.Rep);
            return new Answer.Done();
        }

        DueWork.Advance(turn, Settles.Everything);
        if (reason is not null)
        {
            ClockPlanning.Meet(turn, ClockName.Feedback);
            Outcomes.Return(turn, command.By, reason, reason.Fault != Fault.Rep);
            return new Answer.Done();
        }

        Answered(turn);
        turn.Emit(new FeedbackGiven(turn.Now, command.By));
        return new Answer.Done();
    }

    /// <summary>Keeps what is left of the promises. Whoever knows what came of it before a contact was recorded has had one.</summary>
    public static void Answered(LeadTurn turn)
    {
        if (turn.Lead.Status == LeadStatus.Accepted && turn.Lead.Owner.Who is { } owner)
            Contact(turn, owner, ContactWay.NotSaid);
        ClockPlanning.Meet(turn, ClockName.Feedback);
    }

    private static void Contact(LeadTurn turn, People.PersonId by, ContactWay how)
    {
        ClockPlanning.Meet(turn, ClockName.FirstContact);
        turn.Emit(new FirstContactRecorded(turn.Now, by, how));
        ClockPlanning.Start(turn, ClockName.Feedback, by);
        Reviewing.Review(turn);
    }

    private static Answer.TooLate? NotOwner(LeadTurn turn, People.PersonId by)
    {
        if (turn.Lead.Status is not (LeadStatus.Accepted or LeadStatus.Contacted))
            return new(turn.Lead.Status.HasClocks() ? LateCause.NotYours : LateCause.Ended);
        return turn.Lead.Owner.Is(by) ? null : new(LateCause.NotYours);
    }
}
