using System.Collections.Immutable;
using Handoff.Leads;

namespace Handoff;

/// <summary>A process, whole: what follows from a command, what an event changes, and the state before the first event. Pure.</summary>
/// <param name="Evolve">Gives the state after one more event.</param>
/// <param name="Initial">The state before the first event.</param>
public sealed record Decider<TState, TCommand, TEvent>(
    Func<TState, TCommand, Decided<TState, TEvent>> Decide, Func<TState, TEvent, TState> Evolve, TState Initial)
{
    /// <summary>Decides commands one after the other, each on what those before it have changed; the answer is the last one's.</summary>
    public Decided<TState, TEvent> DecideAll(TState state, IEnumerable<TCommand> commands)
    {
        var decided = new Decided<TState, TEvent>([], state, new Answer.AlreadyDone());
        foreach (var command in commands)
        {
            var next = Decide(decided.State, command);
            decided = next with { Events = decided.Events.AddRange(next.Events) };
        }

        return decided;
    }
}

/// <summary>What was decided.</summary>
/// <param name="Events">The events, in order; none when nothing was due and nothing changed.</param>
/// <param name="State">The state after the events.</param>
/// <param name="Answer">What whoever asked is told.</param>
public record Decided<TState, TEvent>(ImmutableArray<TEvent> Events, TState State, Answer Answer);
