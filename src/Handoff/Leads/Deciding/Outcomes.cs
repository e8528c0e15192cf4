using Handoff.Agreements;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>How the life of a lead ends.</summary>
internal static class Outcomes
{
    /// <summary>A form that is posted twice within this time says once that an opportunity is still open.</summary>
    private static readonly Duration SameWord = Duration.FromMinutes(1);

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
        // That it is an opportunity is no news of one, and keeps no promise.
        var settles = command.Outcome != Outcome.Qualified || draft.Lead.Status != LeadStatus.SalesQualified;
        DueWork.Advance(draft, settles ? Settles.Everything : Settles.Nothing);
        // What the CRM knows of a lead is feedback: the promises that it answers are kept.
        if (draft.Lead.Status != LeadStatus.SalesQualified)
            OwnerReplies.Answered(draft);
        if (command.Outcome == Outcome.Qualified && draft.Lead.Status != LeadStatus.SalesQualified)
            SalesQualified(draft, by: null);
        if (command.Outcome != Outcome.Qualified)
        {
            ClockPlanning.Meet(draft, ClockName.Outcome);
            ClockPlanning.CancelAll(draft);
        }

        draft.Emit(new OutcomeRecorded(draft.Now, command.Outcome, command.Amount, command.Currency, command.HasReason, command.By));
        return new Answer.Done();
    }

    /// <summary>Sales calls it a real opportunity, and promises to say what becomes of it where that is agreed.</summary>
    /// <param name="by">Who says so; null: the CRM.</param>
    public static void SalesQualified(DecisionDraft draft, PersonId? by)
    {
        ClockPlanning.CancelAll(draft);
        draft.Emit(new FeedbackGiven(draft.Now, by));
        Promise(draft);
    }

    /// <summary>What the owner says while the promise is to be kept: won, lost, or still open, and then it is given anew.</summary>
    public static Answer Tell(DecisionDraft draft, TellOutcome command)
    {
        if (draft.Lead.Outcome is { } told && told == command.Outcome && draft.Lead.LastOwner == command.By)
            return new Answer.AlreadyDone();
        if (draft.Lead.Unmet(ClockName.Outcome) is null)
            return new Answer.TooLate(draft.Lead.Status.HasClocks() ? LateCause.NotYet : LateCause.Ended);
        if (!draft.Lead.Owner.Is(command.By))
            return new Answer.TooLate(LateCause.NotYours);
        if (command.Outcome is { } outcome)
        {
            OwnerReplies.HasIt(draft);
            return Record(draft, new(outcome, command.Amount, command.Currency, HasReason: false, command.By));
        }

        if (command.Next is { } next && FollowingUp.RemindAt(draft, command.By, next) is null)
            return new Answer.Refused(RefusalCause.BadFollowUp);
        var isAgain = draft.Lead.Clocks.Count(clock => clock.Name == ClockName.Outcome) > 1;
        if (isAgain && draft.Lead.Unmet(ClockName.Outcome)?.StartedAt + SameWord > draft.Now)
            return command.Next is { } day ? FollowingUp.Plan(draft, new(command.By, day)) : new Answer.AlreadyDone();
        OwnerReplies.HasIt(draft);
        DueWork.Advance(draft, Settles.Everything);
        ClockPlanning.Meet(draft, ClockName.Outcome);
        draft.Emit(new StillOpen(draft.Now, command.By));
        Promise(draft);
        FollowingUp.PlanNext(draft, command.By, command.Next);
        return new Answer.Done();
    }

    private static void Promise(DecisionDraft draft)
    {
        ClockPlanning.Start(draft, ClockName.Outcome, draft.Lead.Owner.Who);
        Reviewing.Review(draft);
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
