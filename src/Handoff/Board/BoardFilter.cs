using Handoff.Leads;
using NodaTime;

namespace Handoff.Board;

/// <summary>What a reader of the board asks to see; empty: everything that the reader may see.</summary>
/// <param name="Team">A team's name, or null: any.</param>
/// <param name="Owner">An owner's opaque id, <see cref="OpenHandoff.Queue"/>, or null: any.</param>
/// <param name="Tier">A tier, or null: any.</param>
/// <param name="Source">A source, or null: any.</param>
/// <param name="State">A status' word, <see cref="Late"/>, <see cref="Paused"/>, or null: any.</param>
public sealed record BoardFilter(string? Team = null, string? Owner = null, string? Tier = null, string? Source = null, string? State = null)
{
    /// <summary>The state of a handoff whose deadline has passed.</summary>
    public const string Late = "late";

    /// <summary>The state of a handoff whose clock stands still.</summary>
    public const string Paused = "paused";

    /// <summary>Nothing is filtered.</summary>
    public static BoardFilter None { get; } = new();

    /// <summary>Whether anything is filtered.</summary>
    public bool IsNone => this == None;

    /// <summary>Whether the handoff is asked for.</summary>
    public bool Matches(OpenHandoff handoff, Instant now) =>
        Is(Team, handoff.Team) && Is(Owner, handoff.OwnerKey) && Is(Tier, handoff.Tier) && Is(Source, handoff.Source) && State switch
        {
            null => true,
            Late => handoff.IsLate(now),
            Paused => handoff.Clock?.PausedAt is not null,
            _ => State == handoff.Status.Word(),
        };

    private static bool Is(string? asked, string has) => asked is null || string.Equals(asked, has, StringComparison.Ordinal);
}
