using Handoff.Meetings;
using Handoff.Processes;
using NodaTime;

namespace Handoff.Privacy;

/// <summary>When leads are looked at next whose time may be over is known, or has changed.</summary>
/// <param name="Next">Null: the agreement keeps everything.</param>
[StoredAs("expiry_planned")]
public sealed record ExpiryPlanned(Instant At, Instant? Next) : ProcessEvent(At);

/// <summary>Leads whose time was over were erased.</summary>
/// <param name="Due">The night for which it was planned; a host that was down does it later, once for all nights.</param>
[StoredAs("leads_expired")]
public sealed record LeadsExpired(Instant At, Instant Due, int Count) : ProcessEvent(At);

/// <summary>What of the leads that are due was erased.</summary>
/// <param name="Due">The night that was carried out.</param>
/// <param name="IsWhole">Whether none is left.</param>
public sealed record RecordExpired(Instant Due, int Count, bool IsWhole) : ProcessCommand;

/// <summary>The nightly look at leads whose time may be over.</summary>
public sealed record ExpiryState : ProcessState
{
    public static ExpiryState Empty { get; } = new();

    /// <summary>The next night; one that has passed is still to be carried out. Null: the agreement keeps everything.</summary>
    public Instant? Next { get; init; }

    /// <summary>How many leads were ever erased so.</summary>
    public int Erased { get; init; }

    /// <inheritdoc/>
    public override Instant? DueAt => Next;
}

/// <summary>Erases each night what the agreement keeps no longer. Of nights that were missed the first that can be is for all.</summary>
public static class ExpiryDecider
{
    /// <summary>The process, as it stands to the rest of the world at a time.</summary>
    /// <param name="nights">When it looks; null: the agreement keeps everything.</param>
    public static Decider<ExpiryState, ProcessCommand, ProcessEvent> In(Occurrences? nights, Instant now) => ProcessDecider.Of(
        (state, command) => ProcessDecider.Told(command switch
        {
            ProcessCommand.TakeTurn => [.. Plan(state, nights, now)],
            RecordExpired c => [.. Record(state, c, nights, now)],
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        }),
        Evolve, ExpiryState.Empty, now);

    /// <summary>The state after one more event.</summary>
    public static ExpiryState Evolve(ExpiryState state, ProcessEvent happened) => ProcessDecider.After(state, happened, Apply);

    private static IEnumerable<ProcessEvent> Plan(ExpiryState state, Occurrences? nights, Instant now)
    {
        // A night that has passed is carried out first.
        if (nights is not null && state.Next <= now)
            return [];
        var next = nights?.After(now, planned: null)?.At;
        return next == state.Next ? [] : [new ExpiryPlanned(now, next)];
    }

    private static IEnumerable<ProcessEvent> Record(ExpiryState state, RecordExpired c, Occurrences? nights, Instant now)
    {
        // Recorded by another process meanwhile.
        if (state.Next != c.Due)
            yield break;
        if (c.Count > 0)
            yield return new LeadsExpired(now, c.Due, c.Count);
        if (c.IsWhole)
            yield return new ExpiryPlanned(now, nights?.After(now, planned: null)?.At);
    }

    private static ExpiryState Apply(ExpiryState state, ProcessEvent happened) => happened switch
    {
        ExpiryPlanned e => state with { Next = e.Next },
        LeadsExpired e => state with { Erased = state.Erased + e.Count },
        _ => state,
    };
}
