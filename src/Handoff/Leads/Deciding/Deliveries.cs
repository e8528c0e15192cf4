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

    /// <summary>Tries a parked message again, if what it says is still so. What tells another lead has led elsewhere by then.</summary>
    public static Answer Retry(LeadTurn turn, RetryMessage command)
    {
        if (turn.Lead.Outbox.Any(message => message.Number == command.Number))
            return new Answer.AlreadyDone();
        if (turn.Lead.Parked.FirstOrDefault(message => message.Number == command.Number) is not { } parked)
            return new Answer.TooLate(LateCause.NotYet);
        if (parked.Kind == MessageKind.Touch || !Overtaking.StillSays(turn.Lead, parked))
            return new Answer.TooLate(LateCause.OfferOver);
        turn.Emit(new MessageRetried(turn.Now, command.Number, command.By));
        return new Answer.Done();
    }

    private static void Park(LeadTurn turn, OwedMessage message, RecordDelivery command)
    {
        var refused = command.Result == DeliveryResult.Refused;
        var isToSomebody = message.Kind != MessageKind.Touch && !message.IsAlert;
        var isLost = isToSomebody && MailReports.NobodyHears(turn, message.To);
        turn.Emit(new MessageParked(turn.Now, message.Number, refused, command.Reason, isLost));
        if (message.Kind == MessageKind.Touch)
            Receiving.BeginAfterAll(turn);
        else if (isToSomebody)
            MailReports.ActOn(turn, message);
    }
}
