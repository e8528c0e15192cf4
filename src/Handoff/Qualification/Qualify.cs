using System.Collections.Immutable;
using Handoff.Agreements;

namespace Handoff.Qualification;

/// <summary>Applies the agreement's definition of a qualified lead (docs/agreement.md, qualification).</summary>
public static class Qualify
{
    /// <summary>Scores a lead, finds its tier and tells what it lacks. The tier's conditions see the score.</summary>
    /// <param name="agreement">The agreement in force; it has at least one tier.</param>
    public static Assessment Assess(Agreement agreement, LeadFacts facts)
    {
        var terms = agreement.Qualification;
        var reasons = ImmutableArray.CreateBuilder<ScoreReason>();
        long points = 0;
        var places = ImmutableArray.CreateBuilder<int>();
        for (var place = 0; place < terms.Rules.Length; place++)
        {
            var rule = terms.Rules[place];
            if (!Conditions.Holds(rule.When, facts, agreement.Lists))
                continue;
            places.Add(place);
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
            missing)
        {
            Rules = places.ToImmutable(),
        };
    }

    /// <summary>
    /// How the score came about, in one sentence with the arithmetic (design section 3, promise 5), such as "90 points: 60 asked for a
    /// demo or a price, 20 company of 50 people or more, 10 business e-mail address; qualified from 40; tier hot."
    /// </summary>
    /// <param name="agreement">The agreement under which it was assessed.</param>
    /// <param name="rules">The places of the rules that hold: <see cref="Assessment.Rules"/>.</param>
    /// <param name="names">What the reader calls tiers, and the language.</param>
    public static string Explain(Agreement agreement, int score, ImmutableArray<int> rules, string tier, ReaderNames names)
    {
        var (words, language) = (new ScoreWords(names.Language), names.Language);
        var reasons = rules.Select(place => agreement.Qualification.Rules[place])
            .Select(rule => FormattableString.Invariant($"{rule.Points} {rule.In(language)}"));
        var because = rules.IsEmpty ? words.NoRule : string.Join(", ", reasons);
        var threshold = agreement.Qualification.QualifiedAt;
        return $"{words.Points(score)}: {because}; {words.Threshold(threshold, score >= threshold)}; {words.Tier(names.Tier(tier))}.";
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
