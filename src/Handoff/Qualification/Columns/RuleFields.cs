using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Qualification.Columns;

/// <summary>The fields of a form that anything in the folder looks at.</summary>
public static class RuleFields
{
    /// <summary>Those of the qualification, of the tiers and of the teams, and what completes a lead.</summary>
    public static IReadOnlySet<string> Of(Agreement agreement, Staff staff) =>
        agreement.Qualification.Rules.Select(rule => rule.When)
            .Concat(agreement.Tiers.Select(tier => tier.When))
            .Concat(staff.Teams.Select(team => team.Takes))
            .OfType<Condition>()
            .SelectMany(condition => condition.Tests)
            .Select(test => test.Field)
            .Concat(agreement.Qualification.CompleteWith)
            .ToHashSet(StringComparer.Ordinal);
}
