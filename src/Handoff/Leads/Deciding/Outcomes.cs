using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Leads.Deciding;

/// <summary>How the life of a lead ends.</summary>
internal static class Outcomes
{
    /// <summary>The lead leaves sales with a reason that does not re-route; marketing is told.</summary>
    public static void Return(DecisionDraft draft, PersonId by, Reason reason, bool creditBack)
    {
        ClockPlanning.CancelAll(draft);
        draft.Emit(
            new LeadReturned(draft.Now, by, reason.Code, reason.Then, reason.Fault, creditBack, Returns.Limit(draft)));
        // The day's mail gathers them, at an hour at which whoever reads it is at work.
        foreach (var person in draft.Staff.Marketing)
            Messages.Owe(draft, MessageKind.Returned, person.Id, new() { Reason = reason.Code, Other = by }, atAnyHour: true);
    }

    public static Answer Record(DecisionDraft draft, RecordOutcome command)
    {
        if (draft.Lead.Outcome == command.Outcome)
            return new Answer.AlreadyDone();
        if (draft.Lead.Status is LeadStatus.Qualified or LeadStatus.Offered)
            return new Answer.TooLate(LateCause.NotYet);
        if (draft.Lead.Status is not (LeadStatus.Accepted or LeadStatus.Contacted or LeadStatus.SalesQualified))
            return new Answer.TooLate(LateCause.Ended);
        DueWork.Advance(draft, Settles.Everything);
        // What the CRM knows of a lead is feedback: the promises that it answers are kept.
        if (draft.Lead.Status != LeadStatus.SalesQualified)
            OwnerReplies.Answered(draft);
        if (command.Outcome == Outcome.Qualified && draft.Lead.Status != LeadStatus.SalesQualified)
            draft.Emit(new FeedbackGiven(draft.Now, By: null));
        draft.Emit(new OutcomeRecorded(draft.Now, command.Outcome, command.Amount, command.Currency, command.HasReason));
        return new Answer.Done();
    }

    public static Answer WithdrawConsent(DecisionDraft draft, WithdrawConsent command)
    {
        if (draft.Lead.Status == LeadStatus.Erased)
            return new Answer.TooLate(LateCause.Ended);
        if (draft.Lead.ConsentWithdrawnAt is not null)
            return new Answer.AlreadyDone();
        draft.Emit(new ConsentWithdrawn(draft.Now, command.ByPerson));
        return new Answer.Done();
    }

    public static Answer Erase(DecisionDraft draft, EraseLead command)
    {
        if (draft.Lead.Status == LeadStatus.Erased)
            return new Answer.AlreadyDone();
        ClockPlanning.CancelAll(draft);
        draft.Emit(new LeadErased(draft.Now, command.IsExpired));
        return new Answer.Done();
    }
}
