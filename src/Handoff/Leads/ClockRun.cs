using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads;

/// <summary>What a clock is doing (design section 8).</summary>
public enum ClockState
{
    Running,

    /// <summary>It stands still for an excused absence.</summary>
    Paused,

    /// <summary>The promise was kept in time.</summary>
    Met,

    /// <summary>It ran past 100 %, whether or not it was met afterwards.</summary>
    Breached,

    /// <summary>It no longer counts.</summary>
    Cancelled,
}

/// <summary>The plan of a clock: everything that was computed on a calendar when it started or moved, so that nothing moves it afterwards
/// but an event (design section 4).</summary>
/// <param name="Calendar">The calendar's name.</param>
/// <param name="From">Since when this plan counts: the start, or the first opening after it.</param>
/// <param name="Ran">The open time that had run before <paramref name="From"/>, on other calendars.</param>
/// <param name="DaysRun">Of a clock in working days: whole days that had run before.</param>
/// <param name="Total">The open time that is 100 % of the clock.</param>
/// <param name="Due">The deadline, UTC.</param>
/// <param name="Rungs">When each rung of the ladder falls due, in its order.</param>
public sealed record ClockPlan(
    string Calendar, Instant From, Duration Ran, int DaysRun, Duration Total, Instant Due, ImmutableArray<Instant> Rungs);

/// <summary>From when somebody held the lead while a clock ran; for the charge of a breach (design section 5).</summary>
/// <param name="Who">The rep or manager, or null for the team (claim mode).</param>
/// <param name="ToldAt">When the mail that tells them could go, where that is later; until then the time is the team's. Never, where it
/// cannot be delivered.</param>
public sealed record Holding(PersonId? Who, Instant From, Instant? ToldAt = null)
{
    /// <summary>Since when the person can answer for it.</summary>
    public Instant AnswersFrom => ToldAt is { } told ? Instant.Max(From, told) : From;
}

/// <summary>A time in which a clock stood still.</summary>
public sealed record Pause(Instant From, Instant To);

/// <summary>One measured promise on one lead.</summary>
public sealed record ClockRun
{
    public required ClockName Name { get; init; }

    /// <summary>The promised time.</summary>
    public required Within Within { get; init; }

    /// <summary>Whether only open time counts.</summary>
    public required ClockMode Mode { get; init; }

    /// <summary>The ladder's name in the agreement.</summary>
    public required string Ladder { get; init; }

    /// <summary>When the promise was given: the qualification, the acceptance, the first contact.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>The end of the meeting from which the time counts; null: no meeting stands.</summary>
    public Instant? MeetingEnds { get; init; }

    /// <summary>The deadline and the rungs as last computed.</summary>
    public required ClockPlan Plan { get; init; }

    /// <summary>How many rungs have been carried out.</summary>
    public int RungsPassed { get; init; }

    /// <summary>After the last rung, when its alert is repeated; null before.</summary>
    public Instant? RepeatAt { get; init; }

    /// <summary>When the promise was kept.</summary>
    public Instant? MetAt { get; init; }

    /// <summary>When it was recorded that the deadline had passed.</summary>
    public Instant? BreachedAt { get; init; }

    /// <summary>Of a breach: who held the lead, by shares of the clock's time.</summary>
    public ImmutableArray<Charge> Charges { get; init; } = [];

    public Instant? CancelledAt { get; init; }

    /// <summary>Whether the promise was withdrawn: then it counts as cancelled, even if it had been breached.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The pauses that have ended; their time is charged to nobody.</summary>
    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>Since when the clock stands still.</summary>
    public Instant? PausedAt { get; init; }

    /// <summary>When a pause has lasted as long as the agreement excuses.</summary>
    public Instant? PauseEndsAt { get; init; }

    /// <summary>The start of the absence for which it stands still.</summary>
    public Instant? AbsentSince { get; init; }

    /// <summary>The absence, by its start, whose excuse is used up: it does not pause this clock again.</summary>
    public Instant? ExcuseUsedFor { get; init; }

    /// <summary>Who held the lead while the clock ran, in order.</summary>
    public required ImmutableArray<Holding> Holdings { get; init; }

    /// <summary>Whether the promise is still to be kept.</summary>
    public bool IsUnmet => MetAt is null && CancelledAt is null;

    /// <summary>Whether time counts now.</summary>
    public bool Runs => IsUnmet && PausedAt is null;

    /// <summary>The state as design section 8 names it.</summary>
    public ClockState State =>
        IsWithdrawn ? ClockState.Cancelled
        : BreachedAt is not null ? ClockState.Breached
        : CancelledAt is not null ? ClockState.Cancelled
        : MetAt is not null ? ClockState.Met
        : PausedAt is not null ? ClockState.Paused
        : ClockState.Running;

    /// <summary>When this clock next needs a turn; null: never.</summary>
    public Instant? Due
    {
        get
        {
            if (!IsUnmet)
                return null;
            if (PausedAt is not null)
                return PauseEndsAt;
            var rung = RungsPassed < Plan.Rungs.Length ? Plan.Rungs[RungsPassed] : RepeatAt;
            return BreachedAt is null && (rung is null || Plan.Due < rung) ? Plan.Due : rung;
        }
    }
}
