using CsCheck;
using Handoff.Leads;
using Handoff.Routing;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>A thread works on the same turn again for each decision; nobody can tell.</summary>
public sealed class DecisionTests
{
    [Fact]
    public void What_was_decided_stays_as_it_is_while_more_is_decided() => AnyLife.Any.Sample(
        life =>
        {
            var decided = new List<(Decision Decision, string Said)>();
            AnyLife.Tell(life, (_, _, _, decision, _) => decided.Add((decision, Dump.Of(decision))));
            Assert.All(decided, one => Assert.Equal(one.Said, Dump.Of(one.Decision)));
        },
        iter: 50,
        print: Dump.Of);

    [Fact]
    public void A_decision_that_fails_midway_leaves_nothing_to_the_next()
    {
        var offered = Play.Of("mon 10:00").Until("mon 10:01");
        var accept = new AcceptOffer(Id("anna"), 1);
        var world = offered.Company.World(Rota.Empty("italy"));
        var before = LeadDecider.Decide(offered.Lead, accept, world, offered.Now);
        var withoutTheTier = world with { Agreement = world.Agreement with { Tiers = [] } };

        Assert.Throws<InvalidOperationException>(() => LeadDecider.Decide(offered.Lead, accept, withoutTheTier, offered.Now));
        var after = LeadDecider.Decide(offered.Lead, accept, world, offered.Now);

        Assert.Equal(Dump.Of(before), Dump.Of(after));
        Assert.Equal(LeadStatus.Offered, offered.Lead.Status);
    }

    [Fact]
    public void Where_nothing_happened_the_state_is_the_same_object()
    {
        var offered = Play.Of("mon 10:00").Until("mon 10:01");

        var decision = LeadDecider.Decide(offered.Lead, new TakeTurn(), offered.Company.World(Rota.Empty("italy")), offered.Now);

        Assert.Empty(decision.Events);
        Assert.Same(offered.Lead, decision.Lead);
    }

    [Fact]
    public void A_rep_of_another_team_who_goes_first_is_not_mixed_up_with_those_of_the_next_choice()
    {
        var company = new Company();
        var request = new RoutingRequest { Team = company.Staff.Team("italy")!, Staff = company.Staff, Rota = Rota.Empty("italy"), Now = Week.At("mon 16:00") };
        var alone = Router.Choose(request);

        Assert.Equal(["zoe"], Router.Choose(request with { ExistingOwner = Id("zoe") }).Chosen.Select(Name));

        Assert.Equal(Dump.Of(alone), Dump.Of(Router.Choose(request)));
    }
}
