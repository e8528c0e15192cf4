using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Leads.Deciding;

/// <summary>What reps answer to offers. The first valid reply wins, at once; every later one is told who won (promise 2).</summary>
internal static class OfferReplies
{
    public static Answer Accept(DecisionDraft draft, AcceptOffer command)
    {
        if (draft.Lead.Acceptance is { } standing && standing.By == command.By && standing.Offer == command.Offer
            && draft.Lead.Owner.Is(command.By))
            return new Answer.AlreadyDone();
        if (Standing(draft, command.By, command.Offer) is { } late)
            return late;
        DueWork.Advance(draft, Settles.Everything);
        var others = draft.Lead.Offer is { IsClaim: true } claim ? Offering.Seen(draft, claim).Remove(command.By) : [];
        Take(draft, command.By, command.Offer);
        foreach (var other in others)
            Messages.Owe(
                draft, MessageKind.MovedOn, other, new() { Offer = command.Offer, Cause = MoveCause.ClaimedByOther, Other = command.By });
        return new Answer.Done();
    }

    /// <summary>The acceptance itself, by a rep or by a manager who takes the lead (offer 0).</summary>
    public static void Take(DecisionDraft draft, PersonId by, int offer, NodaTime.Instant? meetingEnds = null)
    {
        ClockPlanning.Meet(draft, ClockName.Accept);
        draft.Emit(new OfferAccepted(draft.Now, by, offer, Reviewing.NextFor(draft, [by], shiftCounts: false)));
        ClockPlanning.Start(draft, ClockName.FirstContact, by, meetingEnds);
        Messages.Owe(draft, MessageKind.Accepted, by,
            new() { Offer = offer, Clock = ClockName.FirstContact, Due = draft.Lead.Unmet(ClockName.FirstContact)?.Plan.Due },
                atAnyHour: true);
        Asking.Plan(draft);
    }

    public static Answer Decline(DecisionDraft draft, DeclineOffer command)
    {
        if (draft.Lead.Declines.Contains(new(command.By, command.Offer)))
            return new Answer.AlreadyDone();
        if (Standing(draft, command.By, command.Offer) is { } late)
            return late;
        if (draft.Agreement.Reason(command.Reason) is not { } reason)
            return new Answer.Refused(RefusalCause.UnknownReason);
        DueWork.Advance(draft, Settles.Hands);
        var offer = draft.Lead.Offer ?? throw new InvalidOperationException("The offer stands.");
        draft.Emit(new OfferDeclined(draft.Now, offer.Number, command.By, reason.Code, reason.Fault, reason.Fault != Fault.Rep));
        if (!offer.IsClaim && reason.Then != ReasonEffect.Reroute)
        {
            Outcomes.Return(draft, command.By, reason, creditBack: false);
            return new Answer.Done();
        }

        DueWork.Advance(draft, Settles.Nothing);
        return new Answer.Done();
    }

    public static Answer Undo(DecisionDraft draft, UndoAccept command)
    {
        if (draft.Lead.Acceptance is not { } acceptance || acceptance.By != command.By)
        {
            return draft.Lead.Excluded.Contains(command.By) && draft.Lead.Status is LeadStatus.Qualified or LeadStatus.Offered
                ? new Answer.AlreadyDone()
                : new Answer.TooLate(LateCause.NotYours);
        }

        if (draft.Lead.Status != LeadStatus.Accepted || draft.Now - acceptance.At >= Leads.Undo.Within)
            return new Answer.TooLate(LateCause.UndoOver);
        if (!draft.Lead.Owner.Is(command.By))
            return new Answer.TooLate(LateCause.NotYours);
        // The first contact was promised by an acceptance that is withdrawn: nothing that fell due of it counts any more.
        if (draft.Lead.Unmet(ClockName.FirstContact) is not null)
            draft.Emit(new ClockCancelled(draft.Now, ClockName.FirstContact, Withdrawn: true));
        ClockPlanning.Cancel(draft, ClockName.Confirm);
        draft.Emit(new ClockReopened(draft.Now, ClockName.Accept));
        draft.Emit(new AcceptanceUndone(draft.Now, command.By, CreditBack: false));
        DueWork.Advance(draft, Settles.Nothing);
        return new Answer.Done();
    }

    /// <summary>Null when this person may answer this offer now, else why it is too late.</summary>
    private static Answer.TooLate? Standing(DecisionDraft draft, PersonId by, int number)
    {
        if (draft.Lead.Offer is { } offer && offer.Number == number && offer.To.Contains(by) && draft.Staff.Find(by) is not null)
            return null;
        if (draft.Lead.Declines.Contains(new(by, number)))
            return new(LateCause.AlreadyDeclined);
        return new((draft.Lead.Status, draft.Lead.Acceptance) switch
        {
            (LeadStatus.Erased, _) => LateCause.Ended,
            (_, { } acceptance) => acceptance.By == by ? LateCause.NotYours : LateCause.OthersAccepted,
            _ => draft.Lead.Status.HasClocks() ? LateCause.OfferOver : LateCause.Ended,
        });
    }
}
