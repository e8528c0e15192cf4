using Handoff.People;
using Handoff.Routing;
using Xunit;
using static Handoff.Tests.Routing.Desk;

namespace Handoff.Tests.Routing;

public sealed class ExistingOwnerTests
{
    private static readonly Member Anna = new("Anna");
    private static readonly Member Bruno = new("Bruno");

    [Theory]
    [InlineData(Strategy.WeightedRoundRobin)]
    [InlineData(Strategy.LeastLoaded)]
    [InlineData(Strategy.Claim)]
    public void The_existing_owner_goes_first_and_alone(Strategy strategy)
    {
        var choice = (Of(Anna, Bruno) with { Strategy = strategy }).Choose(Owner("Bruno"));

        Assert.Equal<PersonId>([Id("Bruno")], choice.Chosen);
        Assert.True(choice.ByExistingOwner);
        Assert.Contains(choice.Deltas, delta => delta.Rep == Id("Bruno") && delta.GotTurn);
    }

    [Fact]
    public void Neither_capacity_nor_language_keeps_the_owner_out() =>
        Assert.Equal("Bruno", Of(Anna, Bruno with { Capacity = 1, Entry = new(5, 0, 0), Speaks = ["it"] })
            .Chosen(request => Owner("Bruno")(request) with { Language = "de" }));

    [Fact]
    public void The_owner_pays_like_any_other_and_the_others_are_not_disadvantaged()
    {
        var choice = Of(Anna, Bruno).Choose(Owner("Bruno"));

        Assert.Equal<RotaDelta>([new RotaDelta(Id("Anna"), 0, 1, false), new RotaDelta(Id("Bruno"), 0, -1, true)], choice.Deltas);
        Assert.Equal(2, choice.Cost);
        Assert.Equal("Anna Bruno", Of(Anna, Bruno).After(choice).Run(2).Names);
    }

    [Fact]
    public void An_owner_above_capacity_pays_too() =>
        Assert.Equal(2, Of(Anna, Bruno with { Capacity = 1, Entry = new(1, 0, 0) }).Choose(Owner("Bruno")).Cost);

    [Fact]
    public void The_owner_is_not_asked_again_after_declining()
    {
        var choice = Of(Anna, Bruno).Choose(request => Owner("Bruno")(request) with { Excluded = [Id("Bruno")] });

        Assert.Equal<PersonId>([Id("Anna")], choice.Chosen);
        Assert.False(choice.ByExistingOwner);
        Assert.Equal(Verdict.DeclinedOrLapsed, VerdictOn(choice, "Bruno"));
    }

    [Fact]
    public void An_owner_who_is_away_is_passed_over() =>
        Assert.Equal("Anna", Of(Anna, Bruno with { Away = [new(Sunday, null)] }).Chosen(Owner("Bruno")));

    [Fact]
    public void An_owner_off_shift_does_not_keep_the_lead_from_who_is_at_work()
    {
        var choice = Of(Anna, Bruno with { Calendar = Afternoon, Capacity = 1, Entry = new(1, 0, 0) }).Choose(Owner("Bruno"));

        Assert.Equal<PersonId>([Id("Anna")], choice.Chosen);
        Assert.Equal(Verdict.OffShift, VerdictOn(choice, "Bruno"));
    }

    [Fact]
    public void While_nobody_is_at_work_the_owner_goes_first_if_back_as_early_as_the_first()
    {
        Assert.Equal("Bruno", Of(Anna, Bruno).Chosen(request => Owner("Bruno")(request) with { Now = Sunday }));
        Assert.Equal(
            "Anna", Of(Anna, Bruno with { Calendar = Afternoon }).Chosen(request => Owner("Bruno")(request) with { Now = Sunday }));
    }

    [Fact]
    public void An_owner_off_shift_gets_it_when_nobody_else_can_take_it()
    {
        var choice = Of(Anna, Bruno with { Calendar = Afternoon })
            .Choose(request => Owner("Bruno")(request) with { Excluded = [Id("Anna")] });

        Assert.Equal<PersonId>([Id("Bruno")], choice.Chosen);
        Assert.False(choice.OnShiftNow);
    }

    [Fact]
    public void An_owner_in_another_team_takes_the_lead_there_without_credits()
    {
        var choice = Of(Anna, Bruno).Choose(Owner("Zoe"));

        Assert.Equal(("world", Strategy.LeastLoaded, 0), (choice.Team, choice.Strategy, choice.Cost));
        Assert.Equal<PersonId>([Id("Zoe")], choice.Chosen);
        Assert.Equal<RotaDelta>([new RotaDelta(Id("Zoe"), 0, 0, true)], choice.Deltas);
        Assert.Equal<PersonId>([Id("Zoe"), Id("Anna"), Id("Bruno")], choice.Considered.Select(one => one.Rep));
    }

    [Fact]
    public void An_owner_in_another_team_who_cannot_take_it_leaves_it_to_the_team()
    {
        var choice = Of(Anna, Bruno).Choose(request => Owner("Zoe")(request) with { NotTo = Id("Zoe") });

        Assert.Equal(("italy", Verdict.HoldsItNow), (choice.Team, VerdictOn(choice, "Zoe")));
        Assert.Equal<PersonId>([Id("Anna")], choice.Chosen);
    }

    [Fact]
    public void An_owner_who_is_a_rep_no_longer_leaves_it_to_the_team()
    {
        var choice = Of(Anna, Bruno).Choose(Owner("Yves"));

        Assert.Equal<PersonId>([Id("Anna")], choice.Chosen);
        Assert.Equal(Verdict.NotInStaff, VerdictOn(choice, "Yves"));
    }

    [Fact]
    public void An_owner_of_many_customers_is_not_kept_out_of_the_rota_for_long()
    {
        var busy = Of(Anna, Bruno).Run(50, Owner("Bruno")).After;

        Assert.Equal("Anna Anna Anna Bruno Anna Bruno", busy.Run(6).Names);
    }

    private static Func<RoutingRequest, RoutingRequest> Owner(string name) => request => request with { ExistingOwner = Id(name) };
}
