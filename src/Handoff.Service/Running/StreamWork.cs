using System.Collections.Frozen;
using Handoff.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>
/// Runs a stream until nothing is due now: take a turn, deliver what is owed (design section 4). Each delivery is recorded, with the next
/// turn in the same write, before the next one begins: whoever is cut short sends that one message twice at the worst. Whoever is woken
/// without cause finds nothing to do.
/// </summary>
public sealed class StreamWork(IEnumerable<IStreamProcess> processes, IClock clock)
{
    /// <summary>
    /// How many messages are delivered at once: a slow provider must not keep a host for ever. What is left is due at once.
    /// </summary>
    private const int MostAtOnce = 10;

    private readonly FrozenDictionary<StreamKind, IStreamProcess> _processes = processes.ToFrozenDictionary(process => process.Kind);

    /// <inheritdoc cref="IStreamProcess.FollowsRequests"/>
    public bool FollowsRequests(StreamKind kind) => _processes[kind].FollowsRequests;

    /// <inheritdoc cref="IStreamProcess.ReportMailAsync"/>
    public Task ReportMailAsync(StreamId stream, int number, MailFate fate, string reason, CancellationToken cancellation) =>
        _processes[stream.Kind].ReportMailAsync(stream, number, fate, reason, cancellation);

    /// <summary>Carries out what is due now.</summary>
    /// <inheritdoc cref="RunAsync(StreamId, OpenedLead?, Func{OwedMessage, Instant}, CancellationToken)"/>
    public Task<Instant?> RunAsync(StreamId stream, OpenedLead? opened, CancellationToken cancellation) =>
        RunAsync(stream, opened, static message => message.NotBefore, cancellation);

    /// <summary>Carries out what is due now, but for messages of a lead that somebody else delivers.</summary>
    /// <param name="opened">The lead as the caller has it; null: it is read.</param>
    /// <param name="mayGo">From when on the caller delivers a message.</param>
    /// <param name="cancellation">Cancels; a message that has left is recorded all the same.</param>
    /// <returns>The stream's next wake-up for the caller, or null: nothing will be due.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer; run the stream again.</exception>
    public async Task<Instant?> RunAsync(
        StreamId stream, OpenedLead? opened, Func<OwedMessage, Instant> mayGo, CancellationToken cancellation)
    {
        var progress = await _processes[stream.Kind].TakeTurnAsync(stream, opened, cancellation);
        for (var delivered = 0; delivered < MostAtOnce; delivered++)
        {
            if (progress.NextDelivery(clock.GetCurrentInstant(), mayGo) is not { } deliver)
                break;
            progress = await deliver(cancellation);
        }

        return progress.NextWakeUp(mayGo);
    }
}
