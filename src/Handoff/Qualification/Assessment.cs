using System.Collections.Immutable;

namespace Handoff.Qualification;

/// <summary>Points that a lead got, and why.</summary>
/// <param name="Because">The agreement's own words.</param>
public sealed record ScoreReason(int Points, string Because);

/// <summary>
/// What the agreement says of a lead: its score with every reason, its tier, and how complete it is. Holds no personal data.
/// </summary>
/// <param name="Score">The sum of the points of <paramref name="Reasons"/>.</param>
/// <param name="IsQualified">Whether the score reaches the agreement's <c>qualified_at</c>.</param>
/// <param name="Tier">The first tier that matches, else the last; a lead that is not qualified has one too.</param>
/// <param name="Reasons">The rules that hold, in the agreement's order.</param>
/// <param name="Completeness">Percent of the fields of <c>complete_with</c> that are known, rounded down: 100 is all of them.</param>
/// <param name="Missing">Those that are not, in the agreement's order.</param>
public sealed record Assessment(
    int Score, bool IsQualified, string Tier, ImmutableArray<ScoreReason> Reasons, int Completeness, ImmutableArray<string> Missing)
{
    /// <summary>The places, from 0, of those rules in the agreement: enough to say the score again, in any language.</summary>
    public ImmutableArray<int> Rules { get; init; } = [];
}
