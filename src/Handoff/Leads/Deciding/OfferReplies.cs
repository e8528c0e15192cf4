using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Leads.Deciding;

/// <summary>What reps answer to offers. The first valid reply wins, at once; every later one is told who won (promise 2).</summary>
internal static class OfferReplies
{
    public static Answer Accept(LeadTurn turn, AcceptOffer command)
    {
        if (turn.Lead.Acceptance is { } standing && standing.By == command.By && standing.Offer == command.Offer && turn.Lead.Owner.Is(command.By))
            return new Answer.AlreadyDone();
        if (Standing(turn, command.By, command.Offer) is { } late)
            return late;
        DueWork.Advance(turn, Settles.Everything);
        var others = turn.Lead.Offer is { IsClaim: true } claim ? Offering.Seen(turn, claim).Remove(command.By) : [];
        Take(turn, command.By, command.Offer);
        foreach (var other in others)
            Messages.Owe(turn, MessageKind.MovedOn, other, new() { Offer = command.Offer, Cause = MoveCause.ClaimedByOther, Other = command.By });
        return new Answer.Done();
    }

    /// <summary>The acceptance itself, by a rep or by a manager who takes the lead (offer 0).</summary>
    public static void Take(LeadTurn turn, PersonId by, int offer)
    {
        ClockPlanning.Meet(turn, ClockName.Accept);
        turn.Emit(new OfferAccepted(turn.Now, by, offer, Reviewing.NextFor(turn, [by], shiftCounts: false)));
        ClockPlanning.Start(turn, ClockName.FirstContact, by);
        Messages.Owe(turn, MessageKind.Accepted, by,
            new() { Offer = offer, Clock = ClockName.FirstContact, Due = turn.Lead.Unmet(ClockName.FirstContact)?.Plan.Due }, atAnyHour: true);
    }

    public static Answer Decline(LeadTurn turn, DeclineOffer command)
    {
        if (turn.Lead.Declines.Contains(new(command.By, command.Offer)))
            return new Answer.AlreadyDone();
        if (Standing(turn, command.By, command.Offer) is { } late)
            return late;
        if (turn.Agreement.Reason(command.Reason) is not { } reason)
            return new Answer.Refused(RefusalCause.UnknownReason);
        DueWork.Advance(turn, Settles.Hands);
        var offer = turn.Lead.Offer ?? throw new InvalidOperationException("The offer stands.");
        turn.Emit(new OfferDeclined(turn.Now, offer.Number, command.By, reason.Code, reason.Fault, reason.Fault != Fault.Rep));
        if (!offer.IsClaim && reason.Then != ReasonEffect.Reroute)
        {
            Outcomes.Return(turn, command.By, reason, creditBack: false);
            return new Answer.Done();
        }

        DueWork.Advance(turn, Settles.Nothing);
        return new Answer.Done();
    }

    public static Answer Undo(LeadTurn turn, UndoAccept command)
    {
        if (turn.Lead.Acceptance is not { } acceptance || acceptance.By != command.By)
        {
            return turn.Lead.Excluded.Contains(command.By) && turn.Lead.Status is LeadStatus.Qualified or LeadStatus.Offered
                ? new Answer.AlreadyDone()
                : new Answer.TooLate(LateCause.NotYours);
        }

        if (turn.Lead.Status != LeadStatus.Accepted || turn.Now - acceptance.At >= Leads.Undo.Within)
            return new Answer.TooLate(LateCause.UndoOver);
        if (!turn.Lead.Owner.Is(command.By))
            return new Answer.TooLate(LateCause.NotYours);
        // The first contact was promised by an acceptance that is withdrawn: nothing that fell due of it counts any more.
        if (turn.Lead.Unmet(ClockName.FirstContact) is not null)
            turn.Emit(new ClockCancelled(turn.Now, ClockName.FirstContact, Withdrawn: true));
        turn.Emit(new ClockReopened(turn.Now, ClockName.Accept));
        turn.Emit(new AcceptanceUndone(turn.Now, command.By, CreditBack: false));
        DueWork.Advance(turn, Settles.Nothing);
        return new Answer.Done();
    }

    /// <summary>Null when this person may answer this offer now, else why it is too late.</summary>
    private static Answer.TooLate? Standing(LeadTurn turn, PersonId by, int number)
    {
        if (turn.Lead.Offer is { } offer && offer.Number == number && offer.To.Contains(by) && turn.Staff.Find(by) is not null)
            return null;
        if (turn.Lead.Declines.Contains(new(by, number)))
            return new(LateCause.AlreadyDeclined);
        return new((turn.Lead.Status, turn.Lead.Acceptance) switch
        {
            (LeadStatus.Erased, _) => LateCause.Ended,
            (_, { } acceptance) => acceptance.By == by ? LateCause.NotYours : LateCause.OthersAccepted,
            _ => turn.Lead.Status.HasClocks() ? LateCause.OfferOver : LateCause.Ended,
        });
    }
}
