using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>
/// The two steps of every stream, for both hosts: take a turn, deliver what is owed, until nothing is due now (DESIGN section 4).
/// Idempotent: whoever is woken without cause finds nothing to do.
/// </summary>
public sealed class StreamWork(LeadTurns leads, AlertTurns alerts, Courier courier, IClock clock)
{
    private static readonly ImmutableArray<LeadCommand> JustATurn = [new TakeTurn()];

    /// <summary>Carries out what is due now.</summary>
    /// <returns>The stream's next wake-up, or null.</returns>
    public Task<Instant?> RunAsync(StreamId stream, CancellationToken cancellation) => stream.Kind switch
    {
        StreamKind.Lead => RunLeadAsync(new(stream.Id), cancellation),
        StreamKind.Alerts => RunAlertsAsync(stream, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, "No rule for this kind of stream."),
    };

    private async Task<Instant?> RunLeadAsync(LeadId id, CancellationToken cancellation)
    {
        var commands = JustATurn;
        var extras = TurnExtras.None;
        while (true)
        {
            var lead = (await leads.DecideAsync(id, commands, extras, cancellation)).Lead;
            if (lead is null)
                return null;
            var handovers = new List<Handover>();
            foreach (var message in lead.Outbox)
            {
                if (!message.IsHeld && message.NotBefore <= clock.GetCurrentInstant())
                    handovers.Add(await courier.DeliverAsync(lead, message, cancellation));
            }

            if (handovers.Count == 0)
                return lead.NextWakeUp;
            // What was delivered is recorded together with the next turn, in one write.
            commands = [.. handovers.Select(handover => handover.Delivery), .. JustATurn];
            extras = new() { Copies = [.. handovers.Select(handover => handover.Copy).OfType<MailCopy>()] };
        }
    }

    private async Task<Instant?> RunAlertsAsync(StreamId stream, CancellationToken cancellation)
    {
        while (true)
        {
            var box = await alerts.TakeTurnAsync(stream, cancellation);
            var due = box.Outbox.FirstOrDefault(mail => mail.NotBefore <= clock.GetCurrentInstant());
            if (due is null || box.Person is not { } person)
                return box.NextWakeUp;
            var handover = await courier.DeliverAsync(stream, person, due, cancellation);
            var delivery = handover?.Delivery ?? new(due.Number, DeliveryResult.Sent);
            await alerts.RecordAsync(stream, delivery, handover?.Copy is { } copy ? [copy] : [], cancellation);
        }
    }
}
