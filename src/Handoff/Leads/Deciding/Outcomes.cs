using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Leads.Deciding;

/// <summary>How the life of a lead ends.</summary>
internal static class Outcomes
{
    /// <summary>The lead leaves sales with a reason that does not re-route; marketing is told.</summary>
    public static void Return(LeadTurn turn, PersonId by, Reason reason, bool creditBack)
    {
        ClockPlanning.CancelAll(turn);
        turn.Emit(new LeadReturned(turn.Now, by, reason.Code, reason.Then, reason.Fault, creditBack));
        foreach (var person in turn.Staff.Marketing)
            Messages.Owe(turn, MessageKind.Returned, person.Id, new() { Reason = reason.Code, Other = by });
    }

    public static Answer Record(LeadTurn turn, RecordOutcome command)
    {
        if (turn.Lead.Outcome == command.Outcome)
            return new Answer.AlreadyDone();
        if (turn.Lead.Status is LeadStatus.Qualified or LeadStatus.Offered)
            return new Answer.TooLate(LateCause.NotYet);
        if (turn.Lead.Status is not (LeadStatus.Accepted or LeadStatus.Contacted or LeadStatus.SalesQualified))
            return new Answer.TooLate(LateCause.Ended);
        DueWork.Advance(turn, Settles.Everything);
        // What the CRM knows of a lead is feedback: the promises that it answers are kept.
        if (turn.Lead.Status != LeadStatus.SalesQualified)
            OwnerReplies.Answered(turn);
        if (command.Outcome == Outcome.Qualified && turn.Lead.Status != LeadStatus.SalesQualified)
            turn.Emit(new FeedbackGiven(turn.Now, By: null));
        turn.Emit(new OutcomeRecorded(turn.Now, command.Outcome, command.Amount, command.Currency, command.HasReason));
        return new Answer.Done();
    }

    public static Answer Erase(LeadTurn turn)
    {
        if (turn.Lead.Status == LeadStatus.Erased)
            return new Answer.AlreadyDone();
        ClockPlanning.CancelAll(turn);
        turn.Emit(new LeadErased(turn.Now));
        return new Answer.Done();
    }
}
