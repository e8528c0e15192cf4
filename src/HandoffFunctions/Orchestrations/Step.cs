using NodaTime;

namespace HandoffFunctions.Orchestrations;

/// <summary>How a stream stands after a step, as it is kept in the history of an orchestration.</summary>
/// <param name="WakeUp">When the next step is due, UTC; null: never.</param>
internal sealed record Step(DateTime? WakeUp);

/// <summary>The event that an orchestration waits for.</summary>
/// <param name="WakeUp">When the stream is to be woken, UTC; null: nothing of it will be due.</param>
internal sealed record Nudge(DateTime? WakeUp)
{
    /// <summary>The deadline of who waits, after this nudge: the earlier one, so that one which was overtaken makes nobody late.</summary>
    public DateTime? Moves(DateTime? due) => WakeUp is { } at && due < at ? due : WakeUp;
}

/// <summary>Wake-ups as orchestrations wait for them.</summary>
internal static class Deadline
{
    /// <summary>The deadline in UTC. One that has passed by the product's clock has passed by the engine's too.</summary>
    public static DateTime? Of(Instant? wakeUp, Instant now) => wakeUp <= now ? DateTime.UnixEpoch : wakeUp?.ToDateTimeUtc();
}
