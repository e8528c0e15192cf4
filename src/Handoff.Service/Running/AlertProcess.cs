using Handoff.Alerts;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>The alerts of a person.</summary>
public sealed class AlertProcess(AlertTurns turns, Courier courier) : IStreamProcess
{
    /// <inheritdoc/>
    public StreamKind Kind => StreamKind.Alerts;

    /// <inheritdoc/>
    public bool FollowsRequests => false;

    /// <inheritdoc/>
    public async Task<IStreamProgress> TakeTurnAsync(StreamId stream, OpenedLead? opened, CancellationToken cancellation) =>
        new Progress(this, stream, await turns.TakeTurnAsync(stream, cancellation));

    /// <inheritdoc/>
    public Task ReportMailAsync(StreamId stream, int number, MailFate fate, string reason, CancellationToken cancellation) =>
        turns.ReportAsync(stream, number, fate, reason, cancellation);

    private async Task<IStreamProgress> DeliverAsync(StreamId stream, PersonId person, OwedAlertMail owed, CancellationToken cancellation)
    {
        var handover = await courier.DeliverAsync(stream, person, owed, cancellation);
        // Nothing to say any more: recorded like one that went.
        var delivery = handover?.Delivery ?? new(owed.Number, DeliveryResult.Sent);
        return new Progress(
            this, stream, await turns.RecordAsync(stream, delivery, handover?.Copy is { } copy ? [copy] : [], CancellationToken.None));
    }

    private sealed class Progress(AlertProcess process, StreamId stream, AlertBox box) : IStreamProgress
    {
        public Func<CancellationToken, Task<IStreamProgress>>? NextDelivery(Instant now, Func<OwedMessage, Instant> mayGo) =>
            box.Person is { } person && box.DueMails(now).FirstOrDefault() is { } owed
                ? cancellation => process.DeliverAsync(stream, person, owed, cancellation)
                : null;

        public Instant? NextWakeUp(Func<OwedMessage, Instant> mayGo) => box.NextWakeUp;
    }
}
