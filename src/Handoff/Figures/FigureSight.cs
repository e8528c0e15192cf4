using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Figures;

/// <summary>
/// Whose leads are in the figures that somebody sees: heads and marketing see all, managers their teams', reps their team's. Who is a rep
/// sees the own figures; others are named only where both heads signed that figures may, to the heads and to who answers for the team.
/// </summary>
/// <param name="Teams">The teams, or null: all leads.</param>
public sealed record FigureSight(ImmutableSortedSet<string>? Teams)
{
    /// <summary>All leads.</summary>
    public static FigureSight Everything { get; } = new((ImmutableSortedSet<string>?)null);

    /// <summary>Whose own figures are shown; <see cref="PersonId.Nobody"/>: nobody's.</summary>
    public PersonId Self { get; init; } = PersonId.Nobody;

    /// <summary>The teams whose reps are named.</summary>
    public ImmutableSortedSet<string> Named { get; init; } = [];

    /// <summary>Whether there is anything to see.</summary>
    public bool IsNothing => Teams is { Count: 0 };

    /// <summary>What a person sees.</summary>
    public static FigureSight Of(PersonId who, Staff staff, Agreement agreement)
    {
        var isHead = who == agreement.SignedByMarketing || who == agreement.SignedBySales;
        var managed = Teams(team => isHead || who == team.Manager || who == team.Deputy || who == team.Director);
        var sight = isHead || staff.Find(who) is { Role: Role.Marketing } ? Everything
            : new(managed.Union(Teams(team => team.Rep(who) is not null)));
        return sight with { Self = who, Named = agreement.Figures.NamesPeople ? managed : [] };

        ImmutableSortedSet<string> Teams(Func<Team, bool> which) =>
            staff.Teams.Where(which).Select(team => team.Name).ToImmutableSortedSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the figures of a rep are shown.</summary>
    public bool Names(RepFigures rep) => rep.Rep == Self.Value || Named.Contains(rep.Team);

    /// <summary>Whether the leads behind the figures of a rep are listed.</summary>
    public bool Names(PersonId rep, Staff staff) =>
        rep == Self || staff.Teams.Any(team => Named.Contains(team.Name) && team.Rep(rep) is not null);

    /// <summary>Whether a lead is in the figures.</summary>
    public bool Sees(in LeadFact lead) => Teams is null || Teams.Contains(lead.Traits.Team);

    /// <summary>Whether a promise is judged on what is seen: a count or an amount is promised of all leads together.</summary>
    public bool Judges(Commitment promise) => Teams is null || (promise is { Reported: false, IsPercent: true });
}
