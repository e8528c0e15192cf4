using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Routing;

/// <summary>Every sentence of a choice in Italian, and no English word in it.</summary>
public sealed partial class RoutingLanguageTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 24, 8, 0);

    [Fact]
    public void No_sentence_of_a_choice_in_Italian_has_an_English_word()
    {
        foreach (var choice in Every())
        {
            var english = RoutingText.Explain(choice, person => person.Value, _ => "8:00", Naming.None.In(Language.En));
            var italian = RoutingText.Explain(choice, person => person.Value, _ => "8:00", Naming.None.In(Language.It));

            Assert.NotEqual(english, italian);
            Assert.DoesNotMatch(EnglishWord, italian);
            Assert.Matches(EnglishWord, english);
        }
    }

    [Fact]
    public void A_turn_in_Italian_has_the_same_arithmetic() => Assert.StartsWith(
        "Il lead va ad anna con la somma più alta di credito e peso, 0 + 1 = 1 contro 0 + 1 = 1 di bruno (a parità, chi attende da " +
        "più tempo, poi chi viene prima nell'elenco), e costa 2 crediti. "
        + "Non interpellati: ",
        RoutingText.Explain(Every().First(), person => person.Value, _ => "8:00", Naming.None.In(Language.It)),
        StringComparison.Ordinal);

    private static IEnumerable<RoutingChoice> Every()
    {
        var others = Enum.GetValues<Verdict>().Where(verdict => verdict is not (Verdict.Chosen or Verdict.Eligible))
            .Select(verdict => Seen($"x{(int)verdict}", verdict)).ToArray();
        foreach (var strategy in Enum.GetValues<Strategy>())
        {
            yield return Of(strategy, [Seen("anna", Verdict.Chosen), Seen("bruno", Verdict.Eligible), .. others]);
            yield return Of(strategy, [Seen("anna", Verdict.Chosen), .. others]);
            yield return Of(strategy, [Seen("anna", Verdict.Chosen), Seen("bruno", Verdict.Eligible)]) with { OnShiftNow = false };
        }

        yield return Of(
            Strategy.LeastLoaded, [Seen("anna", Verdict.Chosen), Seen("bruno", Verdict.Eligible)]) with
        { ByExistingOwner = true };
        yield return Of(Strategy.LeastLoaded, [.. others]);
        yield return Of(Strategy.LeastLoaded, []);
    }

    private static Considered Seen(string who, Verdict verdict) =>
        new(new PersonId(who), verdict, 3, 3, 1, 0, verdict is Verdict.NotInStaff ? null : At);

    private static RoutingChoice Of(Strategy strategy, ImmutableArray<Considered> considered) => new()
    {
        Team = "italia",
        Chosen = [.. considered.Where(one => one.Verdict == Verdict.Chosen).Select(one => one.Rep)],
        Strategy = strategy,
        ByExistingOwner = false,
        OnShiftNow = true,
        Considered = considered,
        Deltas = [],
        Cost = 2,
    };

    [GeneratedRegex(@"\b(?:the|can|take|takes|gets|asked|with|against|of|for|and|shift|away|speak|holds|declined|nobody|owner|waited" +
        @"|credits|capacity|not)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishWord { get; }
}
