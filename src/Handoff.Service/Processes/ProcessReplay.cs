using Handoff.Processes;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Processes;

/// <summary>A process whose heads a rebuild writes anew from their events. It needs nothing that the process itself does.</summary>
public interface IReplayed
{
    StreamKind Kind { get; }

    /// <summary>The state that the events add up to, as it is stored, and when it is next due.</summary>
    (byte[] State, Instant? WakeUp) Replay(IEnumerable<StoredEvent> events);
}

/// <summary>Replays the events of a process of one kind.</summary>
internal sealed class ProcessReplay<TState>(StreamKind kind, TState initial, Func<TState, ProcessEvent, TState> evolve) : IReplayed
    where TState : ProcessState
{
    /// <inheritdoc/>
    public StreamKind Kind => kind;

    /// <inheritdoc/>
    public (byte[] State, Instant? WakeUp) Replay(IEnumerable<StoredEvent> events)
    {
        var state = events.Select(stored => LedgerJson.ReadProcessEvent(stored.Json.Span)).Aggregate(initial, evolve);
        return (LedgerJson.Write(state), state.NextWakeUp);
    }
}
