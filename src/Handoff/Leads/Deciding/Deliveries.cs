using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>What became of an attempt to deliver a message: retried with growing pauses, parked after a day with the manager told.</summary>
internal static class Deliveries
{
    /// <summary>How long a message is tried before it is parked.</summary>
    private static readonly Duration Patience = Duration.FromDays(1);

    public static Answer Record(DecisionDraft draft, RecordDelivery command)
    {
        if (draft.Lead.Outbox.FirstOrDefault(message => message.Number == command.Number) is not { } message)
            return new Answer.AlreadyDone();
        switch (command.Result)
        {
            case DeliveryResult.Sent:
                draft.Emit(new MessageSent(draft.Now, message.Number));
                break;
            case DeliveryResult.Failed when draft.Now - (message.FirstTriedAt ?? draft.Now) < Patience:
                var pause = Duration.Max(RetryPauses.After(message.Attempts + 1), command.RetryAfter ?? Duration.Zero);
                // A provider may ask for any pause, but after a day somebody is told.
                var retryAt = Instant.Min(draft.Now + pause, (message.FirstTriedAt ?? draft.Now) + Patience);
                draft.Emit(new MessageFailed(draft.Now, message.Number, retryAt, command.Reason));
                break;
            case DeliveryResult.Failed or DeliveryResult.Refused:
                Park(draft, message, command);
                break;
            default:
                throw new InvalidOperationException($"No rule for {command.Result}.");
        }

        return new Answer.Done();
    }

    /// <summary>Tries a parked message again, if what it says is still so. What tells another lead has led elsewhere by then.</summary>
    public static Answer Retry(DecisionDraft draft, RetryMessage command)
    {
        if (draft.Lead.Outbox.Any(message => message.Number == command.Number))
            return new Answer.AlreadyDone();
        if (draft.Lead.Parked.FirstOrDefault(message => message.Number == command.Number) is not { } parked)
            return new Answer.TooLate(LateCause.NotYet);
        if (parked.Kind == MessageKind.Touch || !Overtaking.StillSays(draft.Lead, parked))
            return new Answer.TooLate(LateCause.OfferOver);
        draft.Emit(new MessageRetried(draft.Now, command.Number, command.By));
        return new Answer.Done();
    }

    private static void Park(DecisionDraft draft, OwedMessage message, RecordDelivery command)
    {
        var refused = command.Result == DeliveryResult.Refused;
        var isToSomebody = message.Kind != MessageKind.Touch && !message.IsAlert;
        var isLost = isToSomebody && MailReports.NobodyHears(draft, message.To);
        draft.Emit(new MessageParked(draft.Now, message.Number, refused, command.Reason, isLost));
        if (message.Kind == MessageKind.Touch)
            Receiving.BeginAfterAll(draft);
        else if (isToSomebody)
            MailReports.ActOn(draft, message);
    }
}
