using NodaTime;

namespace Handoff.Rows;

/// <summary>
/// Where a handoff stands in the order of urgency: the earliest deadline first, so the longest overdue stands on top; then clocks that
/// stand still, then none; of equals the one that was received first.
/// </summary>
/// <param name="Rank">0: a clock runs; 1: it stands still; 2: there is none.</param>
/// <param name="Due">The deadline; without a clock the last of all instants.</param>
/// <param name="ReceivedAt">When the lead was stored.</param>
/// <param name="LeadId">The lead's id.</param>
public readonly record struct Urgency(int Rank, Instant Due, Instant ReceivedAt, string LeadId) : IComparable<Urgency>
{
    /// <summary>How urgent a handoff is.</summary>
    public static Urgency Of(LeadRow row) => row.Pressing is { } clock
        ? new(clock.PausedAt is null ? 0 : 1, clock.Due, row.ReceivedAt, row.Id.Value)
        : new(2, Instant.MaxValue, row.ReceivedAt, row.Id.Value);

    /// <inheritdoc/>
    public int CompareTo(Urgency other)
    {
        var order = Rank.CompareTo(other.Rank);
        if (order == 0)
            order = Due.CompareTo(other.Due);
        if (order == 0)
            order = ReceivedAt.CompareTo(other.ReceivedAt);
        return order != 0 ? order : string.CompareOrdinal(LeadId, other.LeadId);
    }

    public static bool operator <(Urgency one, Urgency other) => one.CompareTo(other) < 0;

    public static bool operator >(Urgency one, Urgency other) => one.CompareTo(other) > 0;

    public static bool operator <=(Urgency one, Urgency other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Urgency one, Urgency other) => one.CompareTo(other) >= 0;
}
