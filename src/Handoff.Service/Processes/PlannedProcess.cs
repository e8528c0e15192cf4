using Handoff.Processes;
using Handoff.Service.Company;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Processes;

/// <summary>
/// A process that plans by what is in force: the agreement, who the heads are, when they work. Another process may have put in force what
/// this one has not read yet, so a plan is carried out or changed only by what the store says then.
/// </summary>
public abstract class PlannedProcess<TState>(ProcessTurns turns, LetterCourier courier, CompanyInForce company)
    : OwnProcess<TState>(turns, courier)
    where TState : ProcessState
{
    /// <inheritdoc/>
    public abstract override StreamId? Follows { get; }

    /// <summary>What is in force, as this process knows it.</summary>
    protected CompanyInForce Company { get; } = company;

    /// <summary>The decider, with what this process knows to be in force.</summary>
    protected abstract ValueTask<Decider<TState, ProcessCommand, ProcessEvent>> ByWhatIsKnownAsync(
        StreamId stream, TState state, Instant now, CancellationToken cancellation);

    /// <inheritdoc/>
    protected sealed override async ValueTask<Decider<TState, ProcessCommand, ProcessEvent>> InAsync(
        StreamId stream, TState state, Instant now, CancellationToken cancellation)
    {
        if (!(state.DueAt <= now))
        {
            var known = await ByWhatIsKnownAsync(stream, state, now, cancellation);
            if (known.Decide(state, new ProcessCommand.TakeTurn()).Events.IsEmpty)
                return known;
        }

        await Company.RefreshAsync(cancellation);
        return await ByWhatIsKnownAsync(stream, state, now, cancellation);
    }
}
