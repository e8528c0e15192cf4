using System.Collections.Immutable;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>A member of a team.</summary>
/// <param name="Key">The opaque id, by which the board filters.</param>
/// <param name="Load">Leads held.</param>
/// <param name="Capacity">How many can be held, or null: no limit.</param>
/// <param name="Late">How many of them are late.</param>
/// <param name="Weight">The share of the team's leads, relative to the others.</param>
/// <param name="IsOnShift">Whether the person is at work now.</param>
/// <param name="ShiftEndsAt">When the present shift ends; null: not on shift, or it never ends.</param>
/// <param name="NextShiftAt">When the next begins; null: on shift, or nobody knows.</param>
/// <param name="AwayUntil">When the present absence ends; null: not away, or nobody knows when it ends.</param>
/// <param name="IsAway">Whether the person is away now.</param>
/// <param name="Absences">Absences that are not over, of the files and told, in order.</param>
/// <param name="Credit">What the person is owed in the rota, in credits; below zero: ahead of the others.</param>
/// <param name="LastTurn">How many turns of the team ago the person last got a lead; null: never.</param>
public sealed record TeamMember(
    Person Person, string Key, int Load, int? Capacity, int Late, int Weight, bool IsOnShift, Instant? ShiftEndsAt, Instant? NextShiftAt,
    Instant? AwayUntil,
    bool IsAway, ImmutableArray<Absence> Absences, int Credit, long? LastTurn)
{
    /// <summary>What the rota may still give on the day on which a lead would reach the person now; null: no quota, or never.</summary>
    public DayQuota? Quota { get; init; }
}

/// <summary>A team as its manager sees it.</summary>
/// <param name="Turns">How many leads the rota has given out.</param>
/// <param name="Weights">The sum of the members' weights.</param>
/// <param name="InQueue">How many leads wait in the manager's queue.</param>
/// <param name="Members">The members, in the order of the file.</param>
public sealed record TeamDesk(Team Team, string ManagerName, long Turns, int Weights, int InQueue, ImmutableArray<TeamMember> Members)
{
    /// <summary>Whether the viewer is in line for the team's alerts, and so may act for its members.</summary>
    public bool IsAnsweredFor { get; init; }
}

/// <summary>The teams that a viewer answers for.</summary>
/// <param name="Now">The product's time.</param>
public sealed record TeamPage(Instant Now, ImmutableArray<TeamDesk> Teams);
