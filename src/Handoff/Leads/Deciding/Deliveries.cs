namespace Handoff.Leads.Deciding;

/// <summary>
/// What became of an attempt to deliver a message: retried with growing pauses, parked after a day with the manager told.
/// </summary>
internal static class Deliveries
{
    public static Answer Record(DecisionDraft draft, RecordDelivery command)
    {
        if (draft.Lead.Outbox.FirstOrDefault(message => message.Number == command.Number) is not { } message)
            return new Answer.AlreadyDone();
        if (command.Result == DeliveryResult.Sent)
            draft.Emit(new MessageSent(draft.Now, message.Number));
        else if (DeliveryPatience.RetryAt(command, message.Attempts, message.FirstTriedAt, draft.Now) is { } retryAt)
            draft.Emit(new MessageFailed(draft.Now, message.Number, retryAt, command.Reason));
        else
            Park(draft, message, command);
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
        var isToSomebody = !OwedMessage.IsToLead(message.Kind) && !message.IsAlert && message.Kind != MessageKind.AskLead;
        var isLost = isToSomebody && MailReports.NobodyHears(draft, message.To);
        draft.Emit(new MessageParked(draft.Now, message.Number, refused, command.Reason, isLost));
        if (message.Kind == MessageKind.Touch)
            Receiving.BeginAfterAll(draft);
        else if (isToSomebody)
            MailReports.ActOn(draft, message);
    }
}
