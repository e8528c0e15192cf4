using Handoff.Board;
using Handoff.Leads;
using Handoff.People;
using Handoff.Rows;
using Handoff.Tests.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Board;

/// <summary>Reps see their own leads, managers their teams', the two heads everything.</summary>
public sealed class SightTests
{
    private static readonly Company Acme = new();

    [Theory]
    [InlineData("anna", true)]
    [InlineData("bruno", false)]
    [InlineData("marta", true)]
    [InlineData("luca", true)]
    [InlineData("dana", false)]
    [InlineData("zoe", false)]
    [InlineData("paolo", true)]
    [InlineData("giulia", true)]
    public void A_lead_offered_to_Anna_is_seen_by_her_her_managers_and_the_heads(string who, bool sees)
    {
        var lead = Play.Of("mon 10:00").Until("mon 10:00").Lead;

        Assert.Equal("anna", Name(lead.Owner.Who!.Value));
        Assert.Equal(sees, Sees(who, lead));
    }

    [Fact]
    public void A_lead_that_moved_on_is_no_longer_seen_by_the_rep_who_declined_it()
    {
        var lead = Play.Of("mon 10:00").At("mon 10:05", new DeclineOffer(Id("anna"), 1, "no_capacity")).Until("mon 10:06").Lead;

        Assert.False(Sees("anna", lead));
        Assert.True(Sees("bruno", lead));
    }

    [Fact]
    public void In_claim_mode_everybody_who_is_asked_sees_the_lead()
    {
        var lead = Play.Claim("mon 10:00", "anna", "bruno", "carla").Until("mon 10:00")
            .At("mon 10:05", new DeclineOffer(Id("carla"), 1, "no_capacity")).Lead;

        Assert.Equal([true, true, false], new[] { "anna", "bruno", "carla" }.Select(who => Sees(who, lead)));
    }

    [Fact]
    public void A_lead_that_ended_is_seen_by_the_rep_in_whose_hands_it_ended()
    {
        var lead = Play.Of("mon 10:00").At("mon 10:05", new AcceptOffer(Id("anna"), 1))
            .At("mon 10:10", new GiveFeedback(Id("anna"), null)).Lead;

        Assert.Equal(LeadStatus.SalesQualified, lead.Status);
        Assert.True(Sees("anna", lead));
        Assert.False(Sees("bruno", lead));
    }

    [Fact]
    public void The_machine_that_runs_the_product_sees_everything_and_is_nobody()
    {
        Assert.True(Sight.Everything.Sees(Play.Of("mon 10:00").Lead));
        Assert.True(Sight.Everything.Manages);
    }

    [Fact]
    public void Marketing_lists_what_came_back_and_sees_no_page_of_it()
    {
        var staff = Acme.Staff with
        {
            People = Acme.Staff.People.Add(Id("mona"), Acme.Staff.People[Id("giulia")] with { Id = Id("mona"), Role = Role.Marketing }),
        };
        var marketing = Sight.Of(Id("mona"), staff, Acme.Agreement);
        var open = LeadRow.Of(Play.Of("mon 10:00").Lead);
        var returned = LeadRow.Of(Play.Of("mon 10:00").At("mon 10:05", new DeclineOffer(Id("anna"), 1, "not_a_fit")).Lead);

        Assert.Equal((LeadStatus.Returned, true, false), (returned.Status, marketing.Lists(returned), marketing.Sees(returned)));
        Assert.False(marketing.Lists(open));
        Assert.True(Sight.Of(Id("marta"), staff, Acme.Agreement).Lists(returned));
        Assert.False(Sight.Of(Id("zoe"), staff, Acme.Agreement).Lists(returned));
    }

    private static bool Sees(string who, Lead lead)
    {
        var sight = Sight.Of(Id(who), Acme.Staff, Acme.Agreement);
        var sees = sight.Sees(lead);
        Assert.Equal(sees, sight.Sees(LeadRow.Of(lead)));
        return sees;
    }
}
