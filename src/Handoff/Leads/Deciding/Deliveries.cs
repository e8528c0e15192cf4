using Handoff.Agreements;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>What became of an attempt to deliver a message: retried with growing pauses, parked after a day with the manager told.</summary>
internal static class Deliveries
{
    /// <summary>How long a message is tried before it is parked.</summary>
    private static readonly Duration Patience = Duration.FromDays(1);

    public static Answer Record(LeadTurn turn, RecordDelivery command)
    {
        if (turn.Lead.Outbox.FirstOrDefault(message => message.Number == command.Number) is not { } message)
            return new Answer.AlreadyDone();
        switch (command.Result)
        {
            case DeliveryResult.Sent:
                turn.Emit(new MessageSent(turn.Now, message.Number));
                break;
            case DeliveryResult.Failed when turn.Now - (message.FirstTriedAt ?? turn.Now) < Patience:
                var pause = RetryPauses.After(message.Attempts + 1);
                turn.Emit(new MessageFailed(turn.Now, message.Number, turn.Now + Duration.Max(pause, command.RetryAfter ?? Duration.Zero), command.Reason));
                break;
            case DeliveryResult.Failed or DeliveryResult.Refused:
                Park(turn, message, command);
                break;
            default:
                throw new InvalidOperationException($"No rule for {command.Result}.");
        }

        return new Answer.Done();
    }

    private static void Park(LeadTurn turn, OwedMessage message, RecordDelivery command)
    {
        var refused = command.Result == DeliveryResult.Refused;
        turn.Emit(new MessageParked(turn.Now, message.Number, refused, command.Reason));
        if (message.Kind == MessageKind.Touch)
        {
            Receiving.BeginAfterAll(turn);
            return;
        }

        if (message.IsAlert)
            return;
        Messages.Alert(turn, MessageKind.DeliveryFailing, AlertTarget.Manager, new() { Failing = message.Kind, Other = message.To });
        // A bounce to the rep is a fact that the process acts on (DESIGN section 4): the offer goes on to somebody who can be reached.
        if (message.Kind == MessageKind.Offer && turn.Lead.Offer is { IsClaim: false } offer && offer.Number == message.About.Offer)
        {
            Offering.Lapse(turn, MoveCause.Undeliverable);
            DueWork.Advance(turn, Settles.Nothing);
        }
    }
}
