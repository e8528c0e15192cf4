using Handoff.Agreements;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>What the owner of an accepted lead tells: the first contact, and what came of it.</summary>
internal static class OwnerReplies
{
    /// <summary>A form that is posted twice within this time tells of one attempt.</summary>
    private static readonly Duration SameAttempt = Duration.FromMinutes(1);

    /// <summary>Whoever got the lead from a manager says that they have it. Whatever else they tell of it says so too.</summary>
    public static Answer Confirm(DecisionDraft draft, ConfirmLead command)
    {
        if (!draft.Lead.Owner.Is(command.By) || draft.Lead.Acceptance is null)
            return new Answer.TooLate(draft.Lead.HasClocks ? LateCause.NotYours : LateCause.Ended);
        if (draft.Lead.Unmet(ClockName.Confirm) is null)
            return draft.Lead.Clocks.Any(clock => clock.Name == ClockName.Confirm && clock.MetAt is not null)
                ? new Answer.AlreadyDone() : new Answer.TooLate(LateCause.Ended);
        HasIt(draft);
        return new Answer.Done();
    }

    /// <summary>Keeps the promise to confirm, if there is one; what fell due of it before is in the ledger.</summary>
    public static void HasIt(DecisionDraft draft)
    {
        DueWork.Advance(draft, Settles.Everything, ClockName.Confirm);
        ClockPlanning.Meet(draft, ClockName.Confirm);
    }

    public static Answer RecordContact(DecisionDraft draft, RecordContact command)
    {
        if (NotOwner(draft, command.By) is { } late)
            return late;
        if (draft.Lead.Status == LeadStatus.Contacted)
            return command.Next is { } day ? FollowingUp.Plan(draft, new(command.By, day)) : new Answer.AlreadyDone();
        if (draft.Lead.LastAttempt is { } last && (last.By, last.How) == (command.By, command.How) && draft.Now < last.At + SameAttempt)
            return new Answer.AlreadyDone();
        if (command.Next is { } next && FollowingUp.RemindAt(draft, command.By, next) is null)
            return new Answer.Refused(RefusalCause.BadFollowUp);
        HasIt(draft);
        // What has fallen due stays due: an attempt settles nothing.
        if (!draft.Agreement.ContactCounts.Contains(command.How))
        {
            draft.Emit(new ContactAttempted(draft.Now, command.By, command.How));
            FollowingUp.PlanNext(draft, command.By, command.Next);
            return new Answer.Done();
        }

        DueWork.Advance(draft, Settles.Everything);
        Contact(draft, command.By, command.How);
        FollowingUp.PlanNext(draft, command.By, command.Next);
        var feedback = draft.Lead.Unmet(ClockName.Feedback);
        Messages.Owe(
            draft, MessageKind.GiveFeedback, command.By, new() { Clock = ClockName.Feedback, Due = feedback?.Plan.Due }, atAnyHour: true);
        return new Answer.Done();
    }

    public static Answer GiveFeedback(DecisionDraft draft, GiveFeedback command)
    {
        if (draft.Lead.Status == LeadStatus.SalesQualified && draft.Lead.Owner.Is(command.By) && command.Reason is null)
            return new Answer.AlreadyDone();
        if (NotOwner(draft, command.By) is { } late)
            return late;
        var reason = command.Reason is null ? null : draft.Agreement.Reason(command.Reason);
        if (command.Reason is not null && reason is null)
            return new Answer.Refused(RefusalCause.UnknownReason);
        HasIt(draft);
        if (reason is { Then: ReasonEffect.Reroute })
        {
            DueWork.Advance(draft, Settles.Hands);
            Handing.ToNext(draft, MoveCause.Rerouted, reason.Fault != Fault.Rep);
            return new Answer.Done();
        }

        DueWork.Advance(draft, Settles.Everything);
        if (reason is not null)
        {
            ClockPlanning.Meet(draft, ClockName.Feedback);
            Outcomes.Return(draft, command.By, reason, reason.Fault != Fault.Rep);
            return new Answer.Done();
        }

        Answered(draft);
        Outcomes.SalesQualified(draft, command.By);
        return new Answer.Done();
    }

    /// <summary>Keeps what is left of the promises. Whoever knows what came of it before a contact was recorded has had one.</summary>
    public static void Answered(DecisionDraft draft)
    {
        if (draft.Lead.Status == LeadStatus.Accepted && draft.Lead.Owner.Who is { } owner)
            Contact(draft, owner, ContactWay.NotSaid);
        ClockPlanning.Meet(draft, ClockName.Feedback);
    }

    private static void Contact(DecisionDraft draft, People.PersonId by, ContactWay how)
    {
        ClockPlanning.Meet(draft, ClockName.FirstContact);
        draft.Emit(new FirstContactRecorded(draft.Now, by, how));
        ClockPlanning.Start(draft, ClockName.Feedback, by);
        Reviewing.Review(draft);
    }

    /// <summary>Why it is too late for somebody to tell anything of the lead, or null.</summary>
    public static Answer.TooLate? NotOwner(DecisionDraft draft, People.PersonId by)
    {
        if (draft.Lead.Status is not (LeadStatus.Accepted or LeadStatus.Contacted))
            return new(draft.Lead.Status.HasClocks() ? LateCause.NotYours : LateCause.Ended);
        return draft.Lead.Owner.Is(by) ? null : new(LateCause.NotYours);
    }
}
