using Handoff.People;
using static Handoff.Agreements.Words.AgreementChapter;

namespace Handoff.Agreements.Words;

/// <summary>What both sides call a qualified lead, and by what leads are counted.</summary>
internal sealed class QualificationWords(ReaderNames names) : Sentences(names.Language)
{
    private const int MostNamed = 12;

    private readonly ConditionWords _conditions = new(names);

    public IEnumerable<AgreementTerm> Of(Agreement agreement)
    {
        var terms = agreement.Qualification;
        yield return new(Qualifying, "qualified_at", QualifiedFrom, Points(terms.QualifiedAt));
        foreach (var rule in terms.Rules)
        {
            var key = $"rule/{ConditionWords.Meaning(rule.When)}";
            var about = Say($"Points if {_conditions.Of(rule.When)}", $"Punti se {_conditions.Of(rule.When)}");
            yield return new(Qualifying, key, about, $"{rule.Points:+0;-0;0}, {rule.In(Language)}")
            {
                Meaning = $"{rule.Points}\n{Spoken(rule)}",
            };
        }

        yield return AgreementTerm.Set(
            Qualifying, "complete_with", CompleteWith, List(terms.CompleteWith.Select(_conditions.Field)),
            terms.CompleteWith.Select(_conditions.Field));
        yield return AgreementTerm.Set(
            Qualifying, "dimensions", CountedBy, List(agreement.Dimensions.Select(Dimension)), agreement.Dimensions.Select(Dimension));
        foreach (var (name, values) in agreement.Lists.OrderBy(list => list.Key, StringComparer.Ordinal))
        {
            var sorted = values.Select(value => value.ToLowerInvariant()).Order(StringComparer.Ordinal).ToList();
            var shown = sorted.Count <= MostNamed ? List(sorted)
                : List(sorted.Take(MostNamed).Append(Say($"{sorted.Count - MostNamed} others", $"altri {sorted.Count - MostNamed}")));
            var about = Say($"The list “{name}”", $"L'elenco «{name}»");
            yield return AgreementTerm.Set(Qualifying, $"list/{name}", about, shown.Length > 0 ? shown : Nothing, sorted);
        }
    }

    private string QualifiedFrom => Say("A lead is qualified from", "Un lead è qualificato da");

    private string CompleteWith => Say("A complete lead has", "Un lead completo ha");

    private string CountedBy => Say("Leads are counted by", "I lead si contano per");

    private string Nothing => Say("nothing", "nulla");

    private string Points(int points) => points == 1 ? Say("1 point", "1 punto") : Say($"{points} points", $"{points} punti");

    private string Dimension(Dimension dimension) => names.Given(dimension.Name) is { } given ? given : dimension.From is { } from
        ? Say($"“{dimension.Name}” (from “{from}”)", $"«{dimension.Name}» (da «{from}»)") : _conditions.Field(dimension.Name);

    /// <summary>The reason in every language: a change of the other one is a change.</summary>
    private static string Spoken(ScoreRule rule) => string.Join('\n', Language.All.Select(rule.In).Append(rule.Because));
}
