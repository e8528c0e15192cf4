using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Qualification;

/// <summary>Which team takes a lead, and why.</summary>
public sealed record TeamChoice(Team Team, TeamReason Why);

/// <summary>The rules that give a lead to a team: territory, language, product, size (design section 6).</summary>
public static class Territory
{
    /// <summary>The first team whose <c>takes</c> holds; else the team without <c>takes</c>; else the first team.</summary>
    /// <param name="staff">The teams as they are now; at least one.</param>
    /// <param name="lists">The agreement's lists.</param>
    public static TeamChoice ChooseTeam(Staff staff, LeadFacts facts, IReadOnlyDictionary<string, ImmutableHashSet<string>> lists)
    {
        Team? rest = null;
        foreach (var team in staff.Teams)
        {
            if (team.Takes is not { } takes)
                rest ??= team;
            else if (Conditions.Holds(takes, facts, lists))
                return new(team, new(TeamRule.Takes, Met(takes, facts)));
        }

        return rest is not null ? new(rest, new(TeamRule.TakesTheRest)) : new(staff.Teams[0], new(TeamRule.IsFirst));
    }

    /// <summary>The tests with only the value that the lead met; tests without values as they are.</summary>
    private static Condition Met(Condition takes, LeadFacts facts) => new([.. takes.Tests.Select(FieldTest (test) => test switch
    {
        FieldTest.OneOf one when Conditions.Matched(one, facts) is { } value => one with { Values = [value] },
        FieldTest.Contains contains when Conditions.Matched(contains, facts) is { } text => contains with { Texts = [text] },
        _ => test,
    })]);
}
