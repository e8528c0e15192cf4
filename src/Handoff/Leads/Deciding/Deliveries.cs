using Handoff.Agreements;
using Handoff.People;
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
            return command.Result == DeliveryResult.Refused ? Bounced(turn, command) : new Answer.AlreadyDone();
        switch (command.Result)
        {
            case DeliveryResult.Sent:
                turn.Emit(new MessageSent(turn.Now, message.Number));
                break;
            case DeliveryResult.Failed when turn.Now - (message.FirstTriedAt ?? turn.Now) < Patience:
                var pause = Duration.Max(RetryPauses.After(message.Attempts + 1), command.RetryAfter ?? Duration.Zero);
                // A provider may ask for any pause, but after a day somebody is told.
                var retryAt = Instant.Min(turn.Now + pause, (message.FirstTriedAt ?? turn.Now) + Patience);
                turn.Emit(new MessageFailed(turn.Now, message.Number, retryAt, command.Reason));
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
        TellManager(turn, message.Kind, message.To);
        if (message.Kind == MessageKind.Offer && turn.Lead.Offer is { IsClaim: false } offer && offer.Number == message.About.Offer)
            MoveOn(turn);
    }

    /// <summary>The provider took the message and says later that it came back: of an offer that stands, as if it had been refused at once.</summary>
    private static Answer Bounced(LeadTurn turn, RecordDelivery command)
    {
        if (turn.Lead.Offer is not { IsClaim: false } offer || !offer.Mails.Contains(command.Number))
            return new Answer.AlreadyDone();
        turn.Emit(new MessageParked(turn.Now, command.Number, Refused: true, command.Reason));
        TellManager(turn, MessageKind.Offer, offer.To[0]);
        MoveOn(turn);
        return new Answer.Done();
    }

    private static void TellManager(LeadTurn turn, MessageKind failing, PersonId to) =>
        Messages.Alert(turn, MessageKind.DeliveryFailing, AlertTarget.Manager, new() { Failing = failing, Other = to });

    /// <summary>A bounce to the rep is a fact that the process acts on (DESIGN section 4): the offer goes to somebody who can be reached.</summary>
    private static void MoveOn(LeadTurn turn)
    {
        Offering.Lapse(turn, MoveCause.Undeliverable);
        DueWork.Advance(turn, Settles.Nothing);
    }
}
