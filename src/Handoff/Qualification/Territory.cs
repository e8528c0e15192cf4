using System.Collections.Immutable;
using System.Globalization;
using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Qualification;

/// <summary>Which team takes a lead, and why.</summary>
/// <param name="Because">One sentence; it quotes the files and nothing that was posted.</param>
public sealed record TeamChoice(Team Team, string Because);

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
                return new TeamChoice(team, $"team {team.Name}: {Says(takes, facts)}");
        }

        return rest is not null
            ? new TeamChoice(rest, $"team {rest.Name}: it takes what no other team takes")
            : new TeamChoice(staff.Teams[0], $"team {staff.Teams[0].Name}: no team takes this lead, so the first of the file does");
    }

    private static string Says(Condition takes, LeadFacts facts) =>
        takes.Tests.IsEmpty ? "it takes every lead" : string.Join(" and ", takes.Tests.Select(test => Says(test, facts)));

    private static string Says(FieldTest test, LeadFacts facts)
    {
        var field = test.Field.Replace('_', ' ');
        return test switch
        {
            FieldTest.OneOf => $"{field} is {Conditions.Matched(test, facts)}",
            FieldTest.Contains => $"{field} contains {Conditions.Matched(test, facts)}",
            FieldTest.Between { AtLeast: { } least, AtMost: { } most } =>
                string.Create(CultureInfo.InvariantCulture, $"{field} is {least} to {most}"),
            FieldTest.Between { AtLeast: { } least } => string.Create(CultureInfo.InvariantCulture, $"{field} is at least {least}"),
            FieldTest.Between { AtMost: { } most } => string.Create(CultureInfo.InvariantCulture, $"{field} is at most {most}"),
            FieldTest.Between => $"{field} is a number",
            FieldTest.InList list => $"{field} is in {list.List}",
            FieldTest.NotInList list => $"{field} is not in {list.List}",
            _ => throw new InvalidOperationException($"A test of a kind that has no words: {test.GetType().Name}."),
        };
    }
}
