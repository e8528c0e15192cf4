using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Handoff.Agreements;

namespace Handoff.Qualification;

/// <summary>Whether a condition of the agreement holds for a lead (design section 8, Conditions).</summary>
public static class Conditions
{
    private static readonly ConditionalWeakTable<FieldTest.Contains, string[]> FoldedTexts = [];

    private static readonly ConditionalWeakTable<FieldTest.OneOf, string[]> CleanValues = [];

    /// <summary>
    /// Whether every test holds; <see cref="Condition.Always"/> does. A field that is not known meets no test. Texts are equal without
    /// regard to case, in Unicode's normal form. A field in a list is compared likewise; <c>email_domain</c> is in a list that has a
    /// domain above it. A list that does not exist is empty, except <c>free_mail</c>, which is built in.
    /// </summary>
    /// <param name="lists">The agreement's lists, which ignore case.</param>
    public static bool Holds(Condition condition, LeadFacts facts, IReadOnlyDictionary<string, ImmutableHashSet<string>> lists)
    {
        foreach (var test in condition.Tests)
        {
            if (!Holds(test, facts, lists))
                return false;
        }

        return true;
    }

    /// <summary>Which of the test's values the lead has: what an explanation names. Null when the test fails or has no values.</summary>
    internal static string? Matched(FieldTest test, LeadFacts facts) => test switch
    {
        FieldTest.OneOf one => MatchedValue(one, facts),
        FieldTest.Contains contains => MatchedText(contains, facts),
        _ => null,
    };

    private static bool Holds(FieldTest test, LeadFacts facts, IReadOnlyDictionary<string, ImmutableHashSet<string>> lists) => test switch
    {
        FieldTest.OneOf one => MatchedValue(one, facts) is not null,
        FieldTest.Contains contains => MatchedText(contains, facts) is not null,
        FieldTest.Between between => facts.Number(between.Field) is { } number
            && (between.AtLeast is not { } least || number >= least)
            && (between.AtMost is not { } most || number <= most),
        FieldTest.InList within => facts.Text(within.Field) is { } text && IsIn(List(lists, within.List), within.Field, text),
        FieldTest.NotInList without => facts.Text(without.Field) is { } text && !IsIn(List(lists, without.List), without.Field, text),
        _ => throw new InvalidOperationException($"A test of a kind that conditions do not know: {test.GetType().Name}."),
    };

    private static string? MatchedValue(FieldTest.OneOf test, LeadFacts facts)
    {
        if (facts.Text(test.Field) is not { } text)
            return null;
        var clean = CleanText.Of(text, isFreeText: false);
        foreach (var value in CleanValues.GetValue(
            test, static of => [.. of.Values.Select(value => CleanText.Of(value, isFreeText: false))]))
        {
            if (string.Equals(clean, value, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    private static string? MatchedText(FieldTest.Contains test, LeadFacts facts)
    {
        if (facts.Folded(test.Field) is not { } text)
            return null;
        var parts = FoldedTexts.GetValue(test, static of => [.. of.Texts.Select(FoldedText.Of)]);
        for (var at = 0; at < parts.Length; at++)
        {
            if (FoldedText.ContainsFromWordStart(text, parts[at]))
                return test.Texts[at];
        }

        return null;
    }

    private static ImmutableHashSet<string> List(IReadOnlyDictionary<string, ImmutableHashSet<string>> lists, string name) =>
        lists.TryGetValue(name, out var list) ? list : name == "free_mail" ? EmailDomains.FreeMail : [];

    private static bool IsIn(ImmutableHashSet<string> list, string field, string text)
    {
        var clean = CleanText.Of(text, isFreeText: false);
        return field == "email_domain" ? EmailDomains.IsIn(list, clean) : list.Contains(clean);
    }
}
