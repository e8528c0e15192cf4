using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Processes;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Processes;

/// <summary>How a process decides now: its decider with what is in force, and what is asked of it.</summary>
/// <param name="Command">Null: nothing is asked, and nothing is written.</param>
public sealed record Asked<TState>(Decider<TState, ProcessCommand, ProcessEvent> Decider, ProcessCommand? Command)
{
    /// <summary>Lookup keys that are claimed with what follows.</summary>
    public ImmutableArray<LookupWrite> Lookups { get; init; } = [];
}

/// <summary>Takes the turns of processes that are no lead's: load, decide, save (design section 4).</summary>
public sealed class ProcessTurns(IStreamStore streams, StreamRunner runner, IWakeUps wakeUps, IClock clock)
{
    private sealed record Opened<TState>(StreamHead? Head, TState State);

    /// <summary>The state of a process; null: nothing of it ever happened.</summary>
    public async Task<TState?> FindAsync<TState>(StreamId stream, CancellationToken cancellation)
        where TState : ProcessState =>
        await streams.FindAsync(stream, cancellation) is { } head ? LedgerJson.ReadState<TState>(head.State.Span) : null;

    /// <summary>The events of a process, in order.</summary>
    public async Task<ImmutableArray<ProcessEvent>> ReadEventsAsync(StreamId stream, CancellationToken cancellation) =>
        [.. (await streams.ReadEventsAsync(stream, cancellation)).Select(stored => LedgerJson.ReadProcessEvent(stored.Json.Span))];

    /// <summary>Takes one turn.</summary>
    /// <param name="stream">The process.</param>
    /// <param name="initial">The state before the first event.</param>
    /// <param name="ask">What is asked, of the state as it was read at a time.</param>
    /// <param name="copies">The copies of mails that left before the turn.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="StoreUnavailableException">The store cannot write; nothing is known to be saved.</exception>
    public Task<(TState State, Answer Answer)> DecideAsync<TState>(
        StreamId stream, TState initial, Func<TState, Instant, ValueTask<Asked<TState>>> ask, ImmutableArray<MailCopy> copies,
        CancellationToken cancellation)
        where TState : ProcessState => runner.RunAsync<Opened<TState>, (TState, Answer)>(
        null,
        async () => await streams.FindAsync(stream, cancellation) is { } head
            ? new(head, LedgerJson.ReadState<TState>(head.State.Span))
            : new(null, initial),
        async (opened, _) =>
        {
            var (head, state) = opened!;
            var asked = await ask(state, clock.GetCurrentInstant());
            var (decider, command) = asked;
            var decided = command is null ? new([], state, new Answer.AlreadyDone()) : decider.Decide(state, command);
            if (decided.Events.IsEmpty)
                return new(null, _ => new((state, decided.Answer)));
            var turn = new Turn
            {
                Stream = stream,
                ExpectedVersion = head?.Version ?? 0,
                ExpectedTag = head?.Tag,
                Events = [.. decided.Events.Select(LedgerJson.Stored)],
                State = LedgerJson.Write(decided.State),
                NextWakeUp = decided.State.NextWakeUp,
                Copies = copies,
                Lookups = asked.Lookups,
            };
            return new(turn, _ =>
            {
                wakeUps.Saved(new(stream, IsNew: head is null, head?.NextWakeUp, decided.State.NextWakeUp, Lead: null));
                return new((decided.State, decided.Answer));
            });
        },
        cancellation);
}
