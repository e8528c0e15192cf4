using Handoff.Leads;
using Handoff.Routing;
using Xunit;

namespace Handoff.Tests.Leads;

/// <summary>What a decision holds.</summary>
public sealed class DecisionTests
{
    [Fact]
    public void Where_nothing_happened_the_state_is_the_same_object()
    {
        var offered = Play.Of("mon 10:00").Until("mon 10:01");

        var decision = LeadDecider.Decide(offered.Lead, new TakeTurn(), offered.Company.World(Rota.Empty("italy")), offered.Now);

        Assert.Empty(decision.Events);
        Assert.Same(offered.Lead, decision.Lead);
    }
}
