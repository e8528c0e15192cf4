using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Board;

/// <summary>What a board shows of a lead's clock.</summary>
/// <param name="Name">Which promise.</param>
/// <param name="Mode">Whether only open time counts.</param>
/// <param name="Calendar">The name of the calendar on which it runs.</param>
/// <param name="StartedAt">When the promise was given.</param>
/// <param name="Due">The deadline.</param>
/// <param name="FirstRung">When the first rung of its ladder falls due, from when somebody should look; null: the ladder has none.</param>
/// <param name="PausedAt">Since when it stands still, or null: it runs.</param>
public sealed record BoardClock(
    ClockName Name, ClockMode Mode, string Calendar, Instant StartedAt, Instant Due, Instant? FirstRung, Instant? PausedAt);

/// <summary>An open handoff as a board shows it: figures and references, no personal data of the lead.</summary>
public sealed record OpenHandoff
{
    /// <summary>The lead.</summary>
    public required LeadId Id { get; init; }

    /// <summary>Its status, one that has clocks.</summary>
    public required LeadStatus Status { get; init; }

    /// <summary>Its tier.</summary>
    public required string Tier { get; init; }

    /// <summary>Its team.</summary>
    public required string Team { get; init; }

    /// <summary>Where it came from.</summary>
    public required string Source { get; init; }

    /// <summary>Its score.</summary>
    public required int Score { get; init; }

    /// <summary>When it was stored.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>Who answers for it.</summary>
    public required Owner Owner { get; init; }

    /// <summary>The owner's opaque id, or <c>queue</c>.</summary>
    public required string OwnerKey { get; init; }

    /// <summary>Who is asked to take it; in claim mode several.</summary>
    public required ImmutableArray<PersonId> Asked { get; init; }

    /// <summary>How often the person asked, this request included.</summary>
    public required int Requests { get; init; }

    /// <summary>The clock that is still to be met, or null: none is.</summary>
    public required BoardClock? Clock { get; init; }

    /// <summary>The key of a handoff that nobody in person owns.</summary>
    public const string Queue = "queue";

    /// <summary>The board's view of a lead, or null: it has no clocks (any more).</summary>
    public static OpenHandoff? Of(Lead lead) => !lead.Status.HasClocks() ? null : new()
    {
        Id = lead.Id,
        Status = lead.Status,
        Tier = lead.Known.Tier,
        Team = lead.Known.Team,
        Source = lead.Known.Source,
        Score = lead.Known.Score,
        ReceivedAt = lead.ReceivedAt,
        Owner = lead.Owner,
        OwnerKey = lead.Owner.Who?.Opaque() ?? Queue,
        Asked = lead.Offer?.To ?? [],
        Requests = 1 + lead.TouchCount,
        Clock = lead.UnmetClock is { } clock
            ? new(clock.Name, clock.Mode, clock.Plan.Calendar, clock.StartedAt, clock.Plan.Due, clock.Plan.Rungs.IsEmpty ? null : clock.Plan.Rungs[0], clock.PausedAt)
            : null,
    };

    /// <summary>Whether the deadline has passed and the clock still runs.</summary>
    public bool IsLate(Instant now) => Clock is { PausedAt: null } clock && clock.Due <= now;

    /// <summary>Whether a rung of the ladder has fallen due and the deadline has not passed: somebody should look.</summary>
    public bool IsAtRisk(Instant now) => Clock is { PausedAt: null, FirstRung: { } rung } && rung <= now && !IsLate(now);

    /// <summary>
    /// The order of urgency: the earliest deadline first, so the longest overdue stands on top; then clocks that stand still, then none; of equals
    /// the one that was received first.
    /// </summary>
    public static IComparer<OpenHandoff> ByUrgency { get; } = Comparer<OpenHandoff>.Create(Compare);

    private static int Compare(OpenHandoff one, OpenHandoff other)
    {
        var order = Rank(one).CompareTo(Rank(other));
        if (order == 0)
            order = (one.Clock?.Due ?? Instant.MaxValue).CompareTo(other.Clock?.Due ?? Instant.MaxValue);
        if (order == 0)
            order = one.ReceivedAt.CompareTo(other.ReceivedAt);
        return order != 0 ? order : string.CompareOrdinal(one.Id.Value, other.Id.Value);

        static int Rank(OpenHandoff handoff) => handoff.Clock is null ? 2 : handoff.Clock.PausedAt is null ? 0 : 1;
    }
}
