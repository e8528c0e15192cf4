using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Processes;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Processes;

/// <summary>
/// A process with a clock of its own that is no lead's: it takes its turns and sends the mails that it owes. A new one is a decider, what
/// the decider rests on, and what its mails say.
/// </summary>
public abstract class OwnProcess<TState>(ProcessTurns turns, LetterCourier courier) : IStreamProcess
    where TState : ProcessState
{
    /// <inheritdoc/>
    public abstract StreamKind Kind { get; }

    /// <inheritdoc/>
    public bool FollowsRequests => false;

    /// <inheritdoc/>
    public virtual StreamId? Follows => null;

    /// <summary>The state before the first event.</summary>
    protected abstract TState Initial { get; }

    /// <summary>The decider, with what is in force now.</summary>
    protected abstract ValueTask<Decider<TState, ProcessCommand, ProcessEvent>> InAsync(
        StreamId stream, TState state, Instant now, CancellationToken cancellation);

    /// <summary>What a mail says; null: it is overtaken, and need not go.</summary>
    protected abstract ValueTask<LetterMail?> WriteAsync(
        StreamId stream, TState state, OwedLetter letter, Person reader, CancellationToken cancellation);

    /// <summary>Carries out what a state says that was written, now or before; it may be told of one several times.</summary>
    protected virtual ValueTask SavedAsync(StreamId stream, TState state, CancellationToken cancellation) => default;

    /// <summary>What else the process has to do outside the store, and record, at a time; null: nothing.</summary>
    protected virtual Func<CancellationToken, Task<TState>>? NextWork(StreamId stream, TState state, Instant now) => null;

    /// <summary>Asks something of the process.</summary>
    public Task<(TState State, Answer Answer)> AskAsync(StreamId stream, ProcessCommand command, CancellationToken cancellation) =>
        AskAsync(stream, command, [], cancellation);

    /// <inheritdoc/>
    public async Task<IStreamProgress> TakeTurnAsync(StreamId stream, OpenedLead? opened, CancellationToken cancellation) =>
        new Progress(this, stream, (await AskAsync(stream, new ProcessCommand.TakeTurn(), cancellation)).State);

    /// <inheritdoc/>
    public Task ReportMailAsync(StreamId stream, int number, MailFate fate, string reason, CancellationToken cancellation) =>
        AskAsync(stream, new ProcessCommand.ReportLetter(number, fate, reason), cancellation);

    private async Task<(TState State, Answer Answer)> AskAsync(
        StreamId stream, ProcessCommand command, ImmutableArray<MailCopy> copies, CancellationToken cancellation)
    {
        var asked = await turns.DecideAsync(
            stream, Initial, async (state, now) => new(await InAsync(stream, state, now, cancellation), command), copies, cancellation);
        await SavedAsync(stream, asked.State, cancellation);
        return asked;
    }

    private async Task<IStreamProgress> DeliverAsync(StreamId stream, TState state, OwedLetter letter, CancellationToken cancellation)
    {
        var handover = await courier.DeliverAsync(
            stream, letter, reader => WriteAsync(stream, state, letter, reader, cancellation), cancellation);
        var command = new ProcessCommand.RecordLetter(handover.Delivery);
        var (after, _) = await AskAsync(stream, command, handover.Copy is { } copy ? [copy] : [], CancellationToken.None);
        return new Progress(this, stream, after);
    }

    private sealed class Progress(OwnProcess<TState> process, StreamId stream, TState state) : IStreamProgress
    {
        public Func<CancellationToken, Task<IStreamProgress>>? NextDelivery(Instant now, Func<OwedMessage, Instant> mayGo) =>
            state.Letters.DueAtTime(now).FirstOrDefault() is { } letter
                ? cancellation => process.DeliverAsync(stream, state, letter, cancellation)
                : process.NextWork(stream, state, now) is { } work
                    ? async cancellation => new Progress(process, stream, await work(cancellation))
                    : null;

        public Instant? NextWakeUp(Func<OwedMessage, Instant> mayGo) => state.NextWakeUp;
    }
}
