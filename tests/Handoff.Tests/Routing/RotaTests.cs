using CsCheck;
using Handoff.Routing;
using NodaTime;
using Xunit;
using static Handoff.Tests.Routing.Desk;

namespace Handoff.Tests.Routing;

public sealed class RotaTests
{
    private static readonly Gen<RotaChange> AnyChange =
        from deltas in Gen.Select(Gen.Int[0, 4], Gen.Int[-3, 3], Gen.Int[-50, 50], Gen.Bool, Gen.Int[-1, 3]).Array[0, 5]
        from takesTurn in Gen.Bool
        select new RotaChange("italy", [.. deltas.Select(d => new RotaDelta(Id($"R{d.Item1}"), d.Item2, d.Item3, d.Item4)
        {
            Today = d.Item5 < 0 ? null : new(new LocalDate(2026, 11, 23).PlusDays(d.Item5), d.Item4 ? 1 : -1),
        })], takesTurn);

    [Fact]
    public void A_change_adds_to_load_and_credit_and_numbers_the_turn()
    {
        var rota = Rota.Empty("italy")
            .Apply(new RotaChange("italy", [new(Id("Anna"), 1, -1, true), new(Id("Bruno"), 0, 1, false)], TakesTurn: true))
            .Apply(new RotaChange("italy", [new(Id("Bruno"), 1, -1, true), new(Id("Anna"), 0, 1, false)], TakesTurn: true))
            .Apply(new RotaChange("italy", [new(Id("Anna"), -1, 2, true)], TakesTurn: false));

        Assert.Equal(2, rota.Turns);
        Assert.Equal(new RotaEntry(0, 2, 1), rota.Of(Id("Anna")));
        Assert.Equal(new RotaEntry(1, 0, 2), rota.Of(Id("Bruno")));
    }

    [Fact]
    public void A_rep_without_an_entry_has_had_no_lead() => Assert.Equal(new RotaEntry(0, 0, 0), Rota.Empty("italy").Of(Id("Anna")));

    [Fact]
    public void A_change_of_another_team_is_refused() =>
        Assert.Throws<ArgumentException>(() => Rota.Empty("italy").Apply(new RotaChange("world", [], TakesTurn: true)));

    [Fact]
    public void Changes_give_the_same_loads_credits_tallies_and_turns_in_any_order() =>
        (from changes in AnyChange.Array[0, 12] from shuffled in Gen.Shuffle(changes) select (changes, shuffled))
            .Sample(both => Summary(both.changes).SequenceEqual(Summary(both.shuffled)));

    private static IEnumerable<string> Summary(IEnumerable<RotaChange> changes)
    {
        var rota = changes.Aggregate(Rota.Empty("italy"), (rota, change) => rota.Apply(change));
        return rota.Entries
            .Select(pair => $"{pair.Key} {pair.Value.Load} {pair.Value.Credit} {pair.Value.Today}").Order(StringComparer.Ordinal)
            .Append($"{rota.Turns}");
    }
}
