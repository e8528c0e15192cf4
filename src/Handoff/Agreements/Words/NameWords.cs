using System.Collections.Immutable;
using Handoff.People;
using static Handoff.Agreements.Words.AgreementChapter;

namespace Handoff.Agreements.Words;

/// <summary>What is called how, in every language: two versions with other names differ. The names themselves stand all over.</summary>
internal sealed class NameWords(ReaderNames names) : Sentences(names.Language)
{
    private readonly TongueWords _tongues = new(names.Language);

    public IEnumerable<AgreementTerm> Of(Agreement agreement) =>
    [
        .. agreement.Tiers.SelectMany(one => Of(
            Tiers, $"tier/{one.Name}", Say($"The tier “{names.Tier(one.Name)}”", $"La fascia «{names.Tier(one.Name)}»"), one.Says)),
        .. agreement.Dimensions.SelectMany(one => Of(
            Qualifying, $"dimension/{one.Name}",
            Say($"The dimension “{names.Dimension(one.Name)}”", $"La dimensione «{names.Dimension(one.Name)}»"), one.Says)),
        .. agreement.Commitments.SelectMany(one => Of(
            Commitments, $"metric/{one.By}/{one.Metric}/{one.Per}",
            Say($"The figure “{names.Metric(one.Metric)}”", $"La cifra «{names.Metric(one.Metric)}»"), one.Says)),
    ];

    public IEnumerable<AgreementTerm> Of(Staff staff) =>
    [
        .. staff.Teams.SelectMany(one => Of(
            Teams, $"team/{one.Name}", Say($"The team “{names.Team(one.Name)}”", $"Il team «{names.Team(one.Name)}»"), one.Says)),
        .. staff.CalendarSays.OrderBy(one => one.Key, StringComparer.Ordinal).SelectMany(one => Of(
            Hours, $"hours/{one.Key}", Say($"The hours “{names.Calendar(one.Key)}”", $"L'orario «{names.Calendar(one.Key)}»"), one.Value)),
    ];

    private IEnumerable<AgreementTerm> Of(
        AgreementChapter chapter, string key, string what, ImmutableDictionary<Language, string>? says) =>
        from tongue in Language.All
        let text = says?.GetValueOrDefault(tongue)
        where text is not null
        select new AgreementTerm(
            chapter, $"{key}/says/{tongue}", Say($"{what} {_tongues.Of(tongue)}", $"{what} {_tongues.Of(tongue)}"),
            Say($"“{text}”", $"«{text}»"))
        { IsForComparing = true };
}
