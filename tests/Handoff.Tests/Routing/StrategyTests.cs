using Handoff.People;
using Handoff.Routing;
using Xunit;
using static Handoff.Tests.Routing.Desk;

namespace Handoff.Tests.Routing;

public sealed class StrategyTests
{
    [Fact]
    public void Weighted_round_robin_spreads_turns_evenly() =>
        Assert.Equal("A A B A C A A", Of(new Member("A") { Weight = 5 }, new Member("B"), new Member("C")).Run(7).Names);

    [Fact]
    public void The_winner_pays_the_sum_of_the_weights_of_those_eligible()
    {
        var choice = Of(new Member("A") { Weight = 2 }, new Member("B"), new Member("C")).Choose();

        Assert.Equal(4, choice.Cost);
        Assert.Equal<RotaDelta>(
            [new RotaDelta(Id("A"), 0, -2, true), new RotaDelta(Id("B"), 0, 1, false), new RotaDelta(Id("C"), 0, 1, false)], choice.Deltas);
    }

    [Fact]
    public void Of_equal_credits_who_waited_longest_wins_then_the_order_of_the_file()
    {
        Assert.Equal("B", Of(new Member("A") { Entry = new(0, 0, 7) }, new Member("B") { Entry = new(0, 0, 3) }).Chosen());
        Assert.Equal("A", Of(new Member("A") { Entry = new(0, 0, 3) }, new Member("B") { Entry = new(0, 0, 3) }).Chosen());
    }

    [Fact]
    public void One_alone_pays_nothing()
    {
        var choice = Of("A").Choose();

        Assert.Equal(0, choice.Cost);
        Assert.Equal<RotaDelta>([new RotaDelta(Id("A"), 0, 0, true)], choice.Deltas);
    }

    [Fact]
    public void A_lead_credited_back_is_as_if_it_had_not_been()
    {
        var desk = Of(new Member("A") { Weight = 3 }, new Member("B"), new Member("C"));
        var back = new RotaChange("italy", desk.Choose().CreditBack(), TakesTurn: false);
        var after = desk.After(desk.Choose());
        after = after with { Rota = after.Rota.Apply(back) };

        Assert.All(after.Rota.Entries.Values, entry => Assert.Equal(0, entry.Credit));
        Assert.Equal("A B A C A", after.Run(5).Names);
    }

    [Fact]
    public void The_cost_credited_back_gives_the_lead_again_after_those_who_waited_longer()
    {
        var desk = Of("A", "B", "C");
        var choice = desk.Choose();

        Assert.Equal("B C A B C A", desk.After(choice).CreditBack("A", choice.Cost).Run(6).Names);
    }

    [Fact]
    public void Back_from_leave_there_is_no_flood()
    {
        var away = Of("A", "B", "C").Run(100, request => request with { Excluded = [Id("A")] }).After;

        Assert.Equal("A B C A B C", away.Run(6).Names);
    }

    [Fact]
    public void Nobody_gets_more_than_three_leads_in_a_row_for_what_was_credited_back() =>
        Assert.StartsWith("A A A B", Of("A", "B", "C", "D").CreditBack("A", 1000).Run(4).Names, StringComparison.Ordinal);

    [Fact]
    public void What_is_beyond_the_largest_gap_is_shared_out_and_the_sum_stays()
    {
        var after = Of("A", "B", "C").CreditBack("A", 1000).Run(1).After;

        Assert.Equal(1000, after.Rota.Entries.Values.Sum(entry => entry.Credit));
        Assert.InRange(after.Rota.Of(Id("A")).Credit - after.Rota.Of(Id("B")).Credit, 0, 9);
    }

    [Fact]
    public void A_newcomer_to_a_team_whose_credits_have_drifted_is_three_leads_behind_at_most()
    {
        var veterans = new[] { "A", "B" }.Select(name => new Member(name) { Entry = new(0, 5000, 1) });

        Assert.InRange(Of([.. veterans, new Member("N")]).Run(21).Names.Count(letter => letter == 'N'), 4, 7);
    }

    [Fact]
    public void Least_loaded_compares_load_with_capacity()
    {
        var choice =
            Least(new Member("A") { Capacity = 10, Entry = new(4, 0, 0) }, new Member("B") { Capacity = 30, Entry = new(9, 0, 0) });

        Assert.Equal<PersonId>([Id("B")], choice.Chosen);
        Assert.Equal(0, choice.Cost);
        Assert.Equal<RotaDelta>([new RotaDelta(Id("B"), 0, 0, true)], choice.Deltas);
    }

    [Fact]
    public void Of_equal_shares_who_waited_longest_wins() => Assert.Equal<PersonId>([Id("B")], Least(
        new Member("A") { Capacity = 10, Entry = new(2, 0, 9) }, new Member("B") { Capacity = 30, Entry = new(6, 0, 4) }).Chosen);

    [Fact]
    public void Without_limits_loads_are_compared_by_weight() => Assert.Equal<PersonId>(
        [Id("B")], Least(new Member("A") { Entry = new(3, 0, 0) }, new Member("B") { Weight = 2, Entry = new(5, 0, 0) }).Chosen);

    [Fact]
    public void A_rep_without_a_limit_is_measured_against_the_largest_capacity_of_the_others() => Assert.Equal<PersonId>(
        [Id("B")], Least(new Member("A") { Capacity = 10, Entry = new(4, 0, 0) }, new Member("B") { Entry = new(3, 0, 0) }).Chosen);

    [Fact]
    public void Least_loaded_takes_turns_as_leads_pile_up()
    {
        var desk = Of("A", "B", "C") with { Strategy = Strategy.LeastLoaded };
        var names = "";
        for (var i = 0; i < 6; i++)
        {
            var choice = desk.Choose();
            (names, desk) = (names + Name(choice.Chosen[0]), desk.After(choice, load: 1));
        }

        Assert.Equal("ABCABC", names);
    }

    [Fact]
    public void Claim_names_all_who_are_eligible_who_waited_longest_first()
    {
        var desk =
            Of(new Member("A") { Entry = new(0, 0, 5) }, new Member("B") { Entry = new(0, 0, 2) },
            new Member("C") { Calendar = Afternoon });
        var choice = (desk with { Strategy = Strategy.Claim }).Choose();

        Assert.Equal<PersonId>([Id("B"), Id("A")], choice.Chosen);
        Assert.Equal(0, choice.Cost);
        Assert.All(choice.Deltas, delta => Assert.Equal((0, 0), (delta.Credit, delta.Load)));
    }

    [Fact]
    public void Claim_names_forty_at_most_and_the_others_first_next_time()
    {
        var desk = Of([.. Enumerable.Range(10, 50).Select(i => $"R{i}")]) with { Strategy = Strategy.Claim };
        var first = desk.Choose();
        var second = desk.After(first).Choose();

        Assert.Equal(40, first.Chosen.Length);
        Assert.Equal(10, first.Considered.Count(one => one.Verdict == Verdict.Eligible));
        Assert.Equal(Enumerable.Range(50, 10).Select(i => Id($"R{i}")), second.Chosen.Take(10));
    }

    private static RoutingChoice Least(params Member[] members) => (Of(members) with { Strategy = Strategy.LeastLoaded }).Choose();
}
