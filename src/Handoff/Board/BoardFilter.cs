using Handoff.Leads;
using Handoff.Rows;
using NodaTime;

namespace Handoff.Board;

/// <summary>What a reader of the board asks to see; empty: everything that the reader may see.</summary>
/// <param name="Team">A team's name, or null: any.</param>
/// <param name="Owner">An owner's opaque id, <see cref="LeadRow.Queue"/>, or null: any.</param>
/// <param name="Tier">A tier, or null: any.</param>
/// <param name="Source">A source, or null: any.</param>
/// <param name="State">A status' word, <see cref="Late"/>, <see cref="Paused"/>, or null: any.</param>
public sealed record BoardFilter(
    string? Team = null, string? Owner = null, string? Tier = null, string? Source = null, string? State = null)
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
    public bool Matches(LeadRow lead, Instant now) =>
        Is(Team, lead.Team) && Is(Owner, lead.OwnerKey) && Is(Tier, lead.Tier) && Is(Source, lead.Source) && State switch
        {
            null => true,
            Late => lead.IsLate(now),
            Paused => lead.Clock?.PausedAt is not null,
            _ => State == lead.Status.Word(),
        };

    private static bool Is(string? asked, string has) => asked is null || string.Equals(asked, has, StringComparison.Ordinal);
}
