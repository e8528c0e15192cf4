using Handoff.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>
/// Runs a stream until nothing is due now: take a turn, deliver what is owed (DESIGN section 4). Each delivery is recorded, with the next
/// turn in the same write, before the next one begins: whoever is cut short sends that one message twice at the worst. Whoever is woken
/// without cause finds nothing to do.
/// </summary>
public sealed class StreamWork(LeadTurns leads, AlertTurns alerts, Courier courier, IClock clock)
{
    /// <summary>
    /// How many messages are delivered at once: a slow provider must not keep a host for ever. What is left is due at once.
    /// </summary>
    private const int MostAtOnce = 10;

    /// <summary>Carries out what is due now.</summary>
    /// <inheritdoc cref="RunAsync(StreamId, OpenedLead?, Func{OwedMessage, Instant}, CancellationToken)"/>
    public Task<Instant?> RunAsync(StreamId stream, OpenedLead? opened, CancellationToken cancellation) =>
        RunAsync(stream, opened, static message => message.NotBefore, cancellation);

    /// <summary>Carries out what is due now, but for messages of a lead that somebody else delivers.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="opened">The lead as the caller has it; null: it is read.</param>
    /// <param name="mayGo">From when on the caller delivers a message.</param>
    /// <param name="cancellation">Cancels; a message that has left is recorded all the same.</param>
    /// <returns>The stream's next wake-up for the caller, or null: nothing will be due.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer; run the stream again.</exception>
    public Task<Instant?> RunAsync(
        StreamId stream, OpenedLead? opened, Func<OwedMessage, Instant> mayGo, CancellationToken cancellation) => stream.Kind switch
    {
        StreamKind.Lead => RunLeadAsync(new(stream.Id), opened, mayGo, cancellation),
        StreamKind.Alerts => RunAlertsAsync(stream, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, "No rule for this kind of stream."),
    };

    private async Task<Instant?> RunLeadAsync(
        LeadId id, OpenedLead? opened, Func<OwedMessage, Instant> mayGo, CancellationToken cancellation)
    {
        var turn = await leads.DecideAsync(id, [new TakeTurn()], TurnExtras.None, opened, cancellation);
        for (var delivered = 0; delivered < MostAtOnce && turn.Lead is { } lead; delivered++)
        {
            // The oldest first; held ones are decided again before they go.
            var now = clock.GetCurrentInstant();
            if (lead.Outbox.FirstOrDefault(message => !message.IsHeld && mayGo(message) <= now) is not { } owed)
                return lead.NextWakeUpIf(mayGo);
            var (delivery, copy, record) = await courier.DeliverAsync(lead, owed, turn.Latest, turn.Opened?.Record, cancellation);
            turn = await leads.DecideAsync(
                id, [delivery, new TakeTurn()], new() { Copies = copy is null ? [] : [copy] }, turn.Opened is { } next ? next with { Record = record } : null,
                CancellationToken.None);
        }

        return turn.Lead?.NextWakeUpIf(mayGo);
    }

    private async Task<Instant?> RunAlertsAsync(StreamId stream, CancellationToken cancellation)
    {
        var box = await alerts.TakeTurnAsync(stream, cancellation);
        for (var delivered = 0; delivered < MostAtOnce; delivered++)
        {
            if (box.Person is not { } person || box.DueMails(clock.GetCurrentInstant()).FirstOrDefault() is not { } owed)
                return box.NextWakeUp;
            var handover = await courier.DeliverAsync(stream, person, owed, cancellation);
            // Nothing to say any more: recorded like one that went.
            var delivery = handover?.Delivery ?? new(owed.Number, DeliveryResult.Sent);
            box = await alerts.RecordAsync(stream, delivery, handover?.Copy is { } copy ? [copy] : [], CancellationToken.None);
        }

        return box.NextWakeUp;
    }
}
