using Handoff.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Handoff.Service.Turns;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>What the orchestration of a stream is to be told.</summary>
public abstract record OrchestrationSignal
{
    private OrchestrationSignal()
    {
    }

    /// <summary>It is to be started, and to wake the stream at <paramref name="At"/>.</summary>
    public sealed record Start(Instant At) : OrchestrationSignal;

    /// <summary>
    /// It is to wake the stream at <paramref name="At"/> if it waits for a later time, and to be started if it does not run.
    /// </summary>
    public sealed record Earlier(Instant At) : OrchestrationSignal;

    /// <summary>Nothing of the stream will be due: it may end.</summary>
    public sealed record Ended : OrchestrationSignal;
}

/// <summary>
/// For a host whose streams are run by orchestrations: whatever changed a stream (a request, a step of another stream) also carries out
/// what follows of it at once, and only then tells its orchestration, if that has to know at all. An orchestration that waits for an
/// earlier time than it must looks, finds nothing due and waits on: that costs less than telling it of every turn.
/// A message that can go at once is left to whoever made it owed: a request and an orchestration at work on one lead do not both send it.
/// </summary>
public sealed class WorkAfterwards(GatheredWakeUps gathered, StreamWork work, IClock clock, ILogger<WorkAfterwards> log)
{
    /// <summary>A lead that owes more messages than are delivered at once is run again.</summary>
    private const int MostRounds = 3;

    private const int AtOnce = 16;

    /// <summary>For so long a message is left to whoever made it owed; then that one has died.</summary>
    private static readonly Duration LeftToItsMaker = Reconciler.Period;

    /// <summary>Does the work, then what follows from it, then tells the orchestrations.</summary>
    /// <param name="own">The stream whose own orchestration asks for the work: it sees for itself.</param>
    /// <param name="tell">Tells an orchestration; what cannot be told is found by the reconciler, so it must not throw.</param>
    public async Task<T> DoAsync<T>(StreamId? own, Func<Task<T>> ask, Func<StreamId, OrchestrationSignal, Task> tell)
    {
        using var told = gathered.Begin();
        try
        {
            var answer = await ask();
            await FollowAsync(told, own);
            return answer;
        }
        finally
        {
            var signals = told.All.Where(one => one.Stream != own)
                .Select(one => (one.Stream, Signal: SignalOf(one))).Where(one => one.Signal is not null);
            foreach (var some in signals.Chunk(AtOnce))
                await Task.WhenAll(some.Select(one => tell(one.Stream, one.Signal!)));
        }
    }

    /// <summary>Carries out what is due of a stream now, as part of a piece of work.</summary>
    /// <param name="opened">The lead as the caller has it; null: it is read.</param>
    /// <param name="cancellation">Cancels; a message that has left is recorded all the same.</param>
    /// <returns>When the caller is to look again, or null: nothing will be due.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer; run the stream again.</exception>
    public Task<Instant?> RunAsync(StreamId stream, OpenedLead? opened, CancellationToken cancellation) =>
        work.RunAsync(stream, opened, message => MayGo(stream, message), cancellation);

    private Instant MayGo(StreamId stream, OwedMessage message)
    {
        var wasTriedOrWaited = message.Attempts > 0 || message.NotBefore > message.OwedAt;
        return wasTriedOrWaited || gathered.Current?.MadeOwed(stream, message.Number) == true ? message.NotBefore
            : message.OwedAt + LeftToItsMaker;
    }

    private async Task FollowAsync(GatheredWakeUps.Scope told, StreamId? own)
    {
        HashSet<GatheredWakeUps.Change> tried = [];
        HashSet<StreamId> ran = [];
        for (var rounds = 0; rounds < MostRounds; rounds++)
        {
            var now = clock.GetCurrentInstant();
            // A lead that was run and not saved since has failed, or somebody else was faster.
            var due = told.All.Where(one => work.FollowsRequests(one.Stream.Kind) && one.Stream != own)
                .Where(one => one.IsSaved && one.Next <= now && tried.Add(one)).ToList();
            // What was saved last is not what stands once it was run: somebody else may have written since.
            foreach (var one in due)
                await RunAsync(ran.Add(one.Stream) ? one : one with { Lead = null });
        }
    }

    private async Task RunAsync(GatheredWakeUps.Change change)
    {
        try
        {
            await RunAsync(change.Stream, change.Lead, CancellationToken.None);
        }
        catch (Exception e)
        {
            // Its wake-up has passed, so its orchestration is told, and tries again.
            log.LogError(
                LogEvents.TurnFailed, e, "A turn of {Kind} {Id} failed; its orchestration takes it again.", change.Stream.Kind,
                change.Stream.Id);
        }
    }

    private static OrchestrationSignal? SignalOf(GatheredWakeUps.Change change) => change switch
    {
        { IsNew: true, Next: { } at } => new OrchestrationSignal.Start(at),
        { IsNew: true } => null,
        { Nudged: { } at } => new OrchestrationSignal.Earlier(at),
        { Next: null } => change.Before is null ? null : new OrchestrationSignal.Ended(),
        { Next: { } at } => at < change.Before || change.Before is null ? new OrchestrationSignal.Earlier(at) : null,
    };
}
