using Handoff.Leads.Deciding;
using NodaTime;

namespace Handoff.Leads;

/// <summary>
/// The process of a lead, whole: which events follow from a command, given the state, the world and the time. Pure and total: the same
/// arguments give the same decision, and what people may get wrong is an <see cref="Answer"/>, not an exception.
/// </summary>
public static class LeadDecider
{
    /// <summary>Decides one command.</summary>
    /// <param name="lead">The state; <see cref="Lead.Unborn"/> for <see cref="Receive"/>.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="world">What the decision rests on.</param>
    /// <param name="now">The product's time.</param>
    /// <exception cref="InvalidOperationException">A first command that is not <see cref="Receive"/>, or a second one that is.</exception>
    public static Decision Decide(Lead lead, LeadCommand command, World world, Instant now)
    {
        if (lead.Reception is null != command is Receive)
            throw new InvalidOperationException("A lead is received once, and before anything else.");
        var turn = LeadTurn.Of(lead, world, now);
        var answer = command switch
        {
            Receive c => Receiving.Receive(turn, c),
            TakeTurn => DueWork.TakeTurn(turn),
            AcceptOffer c => OfferReplies.Accept(turn, c),
            DeclineOffer c => OfferReplies.Decline(turn, c),
            UndoAccept c => OfferReplies.Undo(turn, c),
            UndoReply c => Undoing.Undo(turn, c),
            RecordContact c => OwnerReplies.RecordContact(turn, c),
            GiveFeedback c => OwnerReplies.GiveFeedback(turn, c),
            TakeLead c => ManagerActions.Take(turn, c),
            AssignLead c => ManagerActions.Assign(turn, c),
            SnoozeAlerts c => ManagerActions.Snooze(turn, c),
            Leads.RecordOutcome c => Outcomes.Record(turn, c),
            AddTouch c => Receiving.AddTouch(turn, c),
            RecordDelivery c => Deliveries.Record(turn, c),
            RetryMessage c => Deliveries.Retry(turn, c),
            ReportMail c => MailReports.Record(turn, c),
            EraseLead => Outcomes.Erase(turn),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };
        Overtaking.Drop(turn);
        return turn.Decision(lead, answer);
    }
}
