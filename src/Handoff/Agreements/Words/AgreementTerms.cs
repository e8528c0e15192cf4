using System.Collections.Immutable;
using Handoff.People;
using NodaTime;

namespace Handoff.Agreements.Words;

/// <summary>
/// The agreement in words: one term for each thing that it settles, as both heads would read it. Two agreements mean the same exactly if
/// their terms do; the version's name means nothing.
/// </summary>
public static class AgreementTerms
{
    /// <summary>The terms in the order in which they are read.</summary>
    /// <param name="agreement">What both sides sign.</param>
    /// <param name="staff">The people and their hours, or null: they are not known.</param>
    /// <param name="nameOf">What a person is called.</param>
    /// <param name="today">From when closed days are told.</param>
    /// <param name="names">What the reader calls what has an id, and the language.</param>
    public static ImmutableArray<AgreementTerm> Of(
        Agreement agreement, Staff? staff, Func<PersonId, string> nameOf, LocalDate today, ReaderNames names)
    {
        var language = names.Language;
        var terms = new CommitmentWords(names).Of(agreement)
            .Concat(new FigureWords(names).Of(agreement.Figures))
            .Concat(new QualificationWords(names).Of(agreement))
            .Concat(new TierWords(names).Of(agreement))
            .Concat(new LadderWords(language).Of(agreement))
            .Concat(new ReasonWords(language).Of(agreement))
            .Concat(new AlertWords(language).Of(agreement))
            .Concat(new RetentionWords(language).Of(agreement.Retention))
            .Concat(new PartyWords(language).Of(agreement, nameOf))
            .Concat(new NameWords(names).Of(agreement));
        if (staff is not null)
        {
            terms = terms.Concat(new TeamWords(names).Of(staff, nameOf)).Concat(new HoursWords(names).Of(staff, nameOf, today))
                .Concat(new NameWords(names).Of(staff));
        }

        return [.. Numbered(terms).OrderBy(term => term.Chapter)];
    }

    /// <summary>What is said twice, such as two rules on one condition, is two things: the first and the second.</summary>
    private static IEnumerable<AgreementTerm> Numbered(IEnumerable<AgreementTerm> terms) => terms
        .GroupBy(term => term.Key, StringComparer.Ordinal)
        .SelectMany(same => same.OrderBy(term => term.Meaning, StringComparer.Ordinal)
            .Select((term, place) => place == 0 ? term : term with { Key = FormattableString.Invariant($"{term.Key}#{place + 1}") }));
}
