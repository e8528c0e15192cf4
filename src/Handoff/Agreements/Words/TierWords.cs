using Handoff.Calendars;
using Handoff.People;
using static Handoff.Agreements.Words.AgreementChapter;

namespace Handoff.Agreements.Words;

/// <summary>The tiers and their clocks.</summary>
internal sealed class TierWords(ReaderNames names) : Sentences(names.Language)
{
    private readonly ConditionWords _conditions = new(names);
    private readonly LengthWords _lengths = new(names.Language);

    public IEnumerable<AgreementTerm> Of(Agreement agreement)
    {
        yield return new(Tiers, "tiers", TheFirstThatFits, string.Join(", ", agreement.Tiers.Select(tier => names.Tier(tier.Name))))
        {
            Meaning = string.Join('\n', agreement.Tiers.Select(tier => tier.Name)),
        };
        foreach (var tier in agreement.Tiers)
        {
            var called = names.Tier(tier.Name);
            yield return new(Tiers, $"tier/{tier.Name}", Say($"A lead is {called}", $"Un lead è di fascia {called}"), When(tier))
            {
                Meaning = ConditionWords.Meaning(tier.When),
            };
            foreach (var clock in Enum.GetValues<ClockName>())
            {
                foreach (var term in tier.Terms(clock) is { } terms ? Of(tier, clock, terms) : [])
                    yield return term;
            }

            if (tier.AskTheLeadAfter is { } after)
            {
                yield return new(
                    Tiers, $"tier/{tier.Name}/ask",
                    Say($"Whoever sent a {called} lead is asked whether somebody called",
                        $"A chi ha inviato un lead di fascia {called} si chiede se qualcuno ha chiamato"),
                    Say($"{_lengths.Promised(after, ClockMode.Business)} after acceptance, {Asked(agreement)}",
                        $"{_lengths.Promised(after, ClockMode.Business)} dopo l'accettazione, {Asked(agreement)}"));
            }
        }
    }

    private string Asked(Agreement agreement) => agreement.AsksAsService
        ? Say("unless they refused to be contacted", "salvo chi ha rifiutato di essere contattato")
        : Say("if they agreed to be contacted", "se ha acconsentito a essere contattato");

    private string TheFirstThatFits => Say("Tiers, of which the first that fits counts", "Fasce, di cui conta la prima adatta");

    private string When(Tier tier) => tier.When.Tests.IsEmpty
        ? Say("if no tier before fits", "se nessuna fascia precedente è adatta")
        : Say($"if {_conditions.Of(tier.When)}", $"se {_conditions.Of(tier.When)}");

    private IEnumerable<AgreementTerm> Of(Tier tier, ClockName name, ClockTerms terms)
    {
        var (key, clock) = ($"tier/{tier.Name}/{name}", Clock(name, names.Tier(tier.Name)));
        var ladder = Say($"“{terms.Ladder}”", $"«{terms.Ladder}»");
        var (length, always) = (_lengths.Promised(terms.Within, terms.Mode), terms.Mode == ClockMode.Elapsed ? $", {OpenOrClosed}" : "");
        yield return new(Tiers, key, clock, length)
        {
            Reads = Say($"{length}{always}; ladder {ladder}", $"{length}{always}; scala {ladder}"),
        };
        if (terms.Mode == ClockMode.Elapsed)
            yield return new(Tiers, $"{key}/mode", Say($"{clock} counts", $"{clock} conta"), OpenOrClosed) { IsForComparing = true };
        yield return new(Tiers, $"{key}/ladder", Say($"{clock} has the ladder", $"{clock} ha la scala"), ladder) { IsForComparing = true };
    }

    private string OpenOrClosed => Say("open or closed alike", "anche a orario chiuso");

    private string Clock(ClockName clock, string tier) => clock switch
    {
        ClockName.Accept => Say($"The accept clock of {tier} leads", $"Il tempo per accettare i lead di fascia {tier}"),
        ClockName.FirstContact => Say(
            $"The first-contact clock of {tier} leads", $"Il tempo per il primo contatto con i lead di fascia {tier}"),
        ClockName.Feedback => Say($"The feedback clock of {tier} leads", $"Il tempo per dire l'esito dei lead di fascia {tier}"),
        ClockName.Outcome => Say(
            $"The outcome clock of {tier} leads", $"Il tempo per dire com'è finita con i lead di fascia {tier}"),
        ClockName.Confirm => Say(
            $"The confirmation clock of {tier} leads that a manager assigns",
            $"Il tempo per confermare i lead di fascia {tier} assegnati da un responsabile"),
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has a name in words."),
    };
}
