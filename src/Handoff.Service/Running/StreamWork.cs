using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>
/// Runs a stream until nothing is due now: take a turn, deliver what is owed (DESIGN section 4), with as few writes as there can be.
/// Idempotent: whoever is woken without cause finds nothing to do.
/// </summary>
public sealed class StreamWork(LeadTurns leads, StreamSteps steps, Courier courier, IClock clock)
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
            var turn = await leads.DecideAsync(id, commands, extras, cancellation);
            if (turn.Lead is not { } lead)
                return null;
            var handovers = new List<Handover>();
            foreach (var message in lead.DueMessages(clock.GetCurrentInstant()))
                handovers.Add(await courier.DeliverAsync(lead, message, turn.Latest, cancellation));

            if (handovers.Count == 0)
                return lead.NextWakeUp;
            // What was delivered is recorded together with the next turn, in one write.
            commands = [.. handovers.Select(handover => handover.Delivery), .. JustATurn];
            extras = new() { Copies = [.. handovers.Select(handover => handover.Copy).OfType<MailCopy>()] };
        }
    }

    private async Task<Instant?> RunAlertsAsync(StreamId stream, CancellationToken cancellation)
    {
        var step = await steps.TakeTurnAsync(stream, cancellation);
        while (!step.Owed.IsEmpty)
            step = await steps.DeliverAsync(stream, step.Owed[0], cancellation);
        return step.NextWakeUp;
    }
}
