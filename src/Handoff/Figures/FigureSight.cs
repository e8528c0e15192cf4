using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Figures;

/// <summary>
/// Whose leads are in the figures that somebody sees: heads and marketing see all, managers their teams', reps their team's. Figures name
/// no rep, whoever looks.
/// </summary>
/// <param name="Teams">The teams, or null: all leads.</param>
public sealed record FigureSight(ImmutableSortedSet<string>? Teams)
{
    /// <summary>All leads.</summary>
    public static FigureSight Everything { get; } = new((ImmutableSortedSet<string>?)null);

    /// <summary>Whether there is anything to see.</summary>
    public bool IsNothing => Teams is { Count: 0 };

    /// <summary>What a person sees.</summary>
    public static FigureSight Of(PersonId who, Staff staff, Agreement agreement)
    {
        if (who == agreement.SignedByMarketing || who == agreement.SignedBySales || staff.Find(who) is { Role: Role.Marketing })
            return Everything;
        return new(staff.Teams
            .Where(team => team.Rep(who) is not null || who == team.Manager || who == team.Deputy || who == team.Director)
            .Select(team => team.Name).ToImmutableSortedSet(StringComparer.Ordinal));
    }

    /// <summary>Whether a lead is in the figures.</summary>
    public bool Sees(in LeadFact lead) => Teams is null || Teams.Contains(lead.Traits.Team);

    /// <summary>Whether a promise is judged on what is seen: a count or an amount is promised of all leads together.</summary>
    public bool Judges(Commitment promise) => Teams is null || (promise is { Reported: false, IsPercent: true });
}
