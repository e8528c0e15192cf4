using System.Collections.Immutable;
using Handoff.Alerts;
using Handoff.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>How a stream stands after a step.</summary>
/// <param name="Owed">The numbers of the messages that may go now, the oldest first.</param>
/// <param name="NextWakeUp">When the stream next needs a turn; null: never again, unless somebody acts.</param>
public sealed record StreamStep(ImmutableArray<int> Owed, Instant? NextWakeUp)
{
    /// <summary>There is no such stream, or its life has ended.</summary>
    public static StreamStep Ended { get; } = new([], null);
}

/// <summary>
/// The two steps of every stream one at a time, for a host that itself keeps what comes next (DESIGN section 4): take a turn, deliver one message.
/// Each is idempotent, and each records what it did before it returns: whoever is cut short in a delivery sends that one message twice at the worst.
/// </summary>
public sealed class StreamSteps(LeadTurns leads, AlertTurns alerts, Courier courier, IClock clock)
{
    /// <summary>Takes a turn: whatever is due now is decided and saved.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer; take the step again.</exception>
    public async Task<StreamStep> TakeTurnAsync(StreamId stream, CancellationToken cancellation) => stream.Kind switch
    {
        StreamKind.Lead => StepOf((await leads.DecideAsync(new(stream.Id), new TakeTurn(), cancellation)).Lead),
        StreamKind.Alerts => StepOf(await alerts.TakeTurnAsync(stream, cancellation)),
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, "No rule for this kind of stream."),
    };

    /// <summary>Delivers a message that is owed and records what came of it, with the next turn in the same write. One that is owed no more is left.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer; take the step again.</exception>
    public Task<StreamStep> DeliverAsync(StreamId stream, int number, CancellationToken cancellation) => stream.Kind switch
    {
        StreamKind.Lead => DeliverOfLeadAsync(stream, number, cancellation),
        StreamKind.Alerts => DeliverAlertsAsync(stream, number, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, "No rule for this kind of stream."),
    };

    private async Task<StreamStep> DeliverOfLeadAsync(StreamId stream, int number, CancellationToken cancellation)
    {
        var lead = await leads.FindAsync(new(stream.Id), cancellation);
        if (lead is null || lead.DueMessages(clock.GetCurrentInstant()).FirstOrDefault(message => message.Number == number) is not { } owed)
            return await TakeTurnAsync(stream, cancellation);
        var handover = await courier.DeliverAsync(lead, owed, [], cancellation);
        // What has left must be recorded, whoever cancels now.
        var recorded = await leads.DecideAsync(
            lead.Id, [handover.Delivery, new TakeTurn()], new() { Copies = handover.Copy is { } copy ? [copy] : [] }, CancellationToken.None);
        return StepOf(recorded.Lead);
    }

    private async Task<StreamStep> DeliverAlertsAsync(StreamId stream, int number, CancellationToken cancellation)
    {
        var box = await alerts.TakeTurnAsync(stream, cancellation);
        if (box.Person is not { } person || box.DueMails(clock.GetCurrentInstant()).FirstOrDefault(mail => mail.Number == number) is not { } owed)
            return StepOf(box);
        var handover = await courier.DeliverAsync(stream, person, owed, cancellation);
        // Nothing to say any more: recorded like one that went.
        var delivery = handover?.Delivery ?? new(owed.Number, DeliveryResult.Sent);
        return StepOf(await alerts.RecordAsync(stream, delivery, handover?.Copy is { } copy ? [copy] : [], CancellationToken.None));
    }

    private StreamStep StepOf(Lead? lead) =>
        lead is null ? StreamStep.Ended : new([.. lead.DueMessages(clock.GetCurrentInstant()).Select(message => message.Number)], lead.NextWakeUp);

    private StreamStep StepOf(AlertBox box) => new([.. box.DueMails(clock.GetCurrentInstant()).Select(mail => mail.Number)], box.NextWakeUp);
}
