using Handoff.Routing;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>A rep whom a manager may choose.</summary>
/// <param name="Load">How many leads they hold.</param>
/// <param name="Capacity">How many they can hold, or null.</param>
/// <param name="OnShift">Whether they can act now.</param>
/// <param name="ToldAt">When the mail that tells them would go, where that is not now; null: now, or not known.</param>
public sealed record RepChoice(
    string Id, string Name, int Load, int? Capacity, bool OnShift, bool IsAway, string Team = "", Instant? ToldAt = null)
{
    /// <summary>The quota of the day on which the lead would reach them; an assignment may go beyond it. Null: there is none.</summary>
    public DayQuota? Quota { get; init; }

    /// <summary>Whether that day is today in the rep's own zone.</summary>
    public bool IsQuotaToday { get; init; }
}
