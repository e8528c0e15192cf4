using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Handoff.Agreements;

namespace Handoff.Qualification;

/// <summary>Applies the agreement's definition of a qualified lead (issue 2, Qualification).</summary>
public static class Qualify
{
    /// <summary>Scores a lead, finds its tier and tells what it lacks. The tier's conditions see the score.</summary>
    /// <param name="agreement">The agreement in force; it has at least one tier.</param>
    /// <param name="facts">The lead.</param>
    public static Assessment Assess(Agreement agreement, LeadFacts facts)
    {
        var terms = agreement.Qualification;
        var reasons = ImmutableArray.CreateBuilder<ScoreReason>();
        long points = 0;
        foreach (var rule in terms.Rules)
        {
            if (!Conditions.Holds(rule.When, facts, agreement.Lists))
                continue;
            reasons.Add(new ScoreReason(rule.Points, rule.Because));
            points += rule.Points;
        }

        var score = checked((int)points);
        var missing = terms.CompleteWith.RemoveAll(field => facts.Text(field) is not null);
        var known = terms.CompleteWith.Length - missing.Length;
        return new Assessment(
            score,
            score >= terms.QualifiedAt,
            TierOf(agreement, facts.WithScore(score)),
            reasons.ToImmutable(),
            terms.CompleteWith.IsEmpty ? 100 : known * 100 / terms.CompleteWith.Length,
            missing);
    }

    /// <summary>
    /// How the score came about, in one sentence with the arithmetic (DESIGN section 3, promise 5), such as "90 points: 60 asked for a demo or a
    /// price, 20 company of 50 people or more, 10 business e-mail address; qualified from 40; tier hot."
    /// </summary>
    public static string Explain(Agreement agreement, Assessment assessment)
    {
        var says = new StringBuilder();
        var culture = CultureInfo.InvariantCulture;
        says.Append(culture, $"{assessment.Score} {(assessment.Score is 1 or -1 ? "point" : "points")}: ");
        if (assessment.Reasons.IsEmpty)
            says.Append("no rule holds");
        for (var at = 0; at < assessment.Reasons.Length; at++)
            says.Append(culture, $"{(at == 0 ? "" : ", ")}{assessment.Reasons[at].Points} {assessment.Reasons[at].Because}");
        says.Append(assessment.IsQualified ? "; qualified from " : "; not qualified, which takes ");
        says.Append(culture, $"{agreement.Qualification.QualifiedAt}");
        return says.Append(culture, $"; tier {assessment.Tier}.").ToString();
    }

    private static string TierOf(Agreement agreement, LeadFacts facts)
    {
        foreach (var tier in agreement.Tiers)
        {
            if (Conditions.Holds(tier.When, facts, agreement.Lists))
                return tier.Name;
        }

        return agreement.Tiers[^1].Name;
    }
}
