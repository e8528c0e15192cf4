using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class ClaimTests
{
    private static Play Asked() => Play.Claim("mon 10:00", "anna", "bruno", "carla");

    [Fact]
    public void One_offer_names_all_and_the_manager_owns_it_until_somebody_claims()
    {
        var story = Asked().Until("mon 10:01");

        Assert.Equal((LeadStatus.Offered, OwnerKind.ManagerQueue), (story.Lead.Status, story.Lead.Owner.Kind));
        Assert.Equal(["mon 10:00 Offer anna", "mon 10:00 Offer bruno", "mon 10:00 Offer carla"], story.Mail);
        Assert.Equal(0, story.Load("anna") + story.Load("bruno") + story.Load("carla"));
    }

    [Fact]
    public void Whoever_claims_first_has_it_and_the_others_are_told()
    {
        var story = Asked().At("mon 10:10", new AcceptOffer(Id("bruno"), 1));

        Assert.Equal((LeadStatus.Accepted, "bruno", 1), (story.Lead.Status, story.OwnerName, story.Load("bruno")));
        Assert.Equal(["mon 10:10 Accepted bruno", "mon 10:10 MovedOn anna", "mon 10:10 MovedOn carla"], story.Mail.Skip(3));
    }

    [Fact]
    public void A_decline_removes_that_rep_only_whatever_the_reason()
    {
        var story = Asked().At("mon 10:10", new DeclineOffer(Id("anna"), 1, "spam"));

        Assert.Equal(LeadStatus.Offered, story.Lead.Status);
        Assert.Equal([Id("bruno"), Id("carla")], story.Lead.Offer!.To.AsEnumerable());
        Assert.IsType<Answer.Done>(story.At("mon 10:11", new AcceptOffer(Id("carla"), 1)).Answer);
    }

    [Fact]
    public void Only_those_who_have_not_declined_are_reminded() => Assert.Equal(
        ["mon 10:30 Reminder 50% bruno", "mon 10:30 Reminder 50% carla"],
        Asked().At("mon 10:10", new DeclineOffer(Id("anna"), 1, "no_capacity")).Until("mon 10:35").Mail.Skip(3));

    [Fact]
    public void When_all_have_declined_the_manager_has_it()
    {
        var story = Asked();
        foreach (var rep in new[] { "anna", "bruno", "carla" })
            story.At("mon 10:10", new DeclineOffer(Id(rep), 1, "no_capacity"));

        Assert.Equal(LeadStatus.Qualified, story.Lead.Status);
        Assert.Equal(["mon 10:10 NobodyEligible"], story.MailTo("marta"));
    }

    [Fact]
    public void Reassign_offers_it_to_the_rest_of_the_team()
    {
        var company = (WithReps("anna", "bruno", "carla") with { Strategy = People.Strategy.Claim }).Work("carla", Late);
        var story = Play.Of("mon 14:00", company.Absent("carla", "mon 00:00", "mon 15:00")).Until("mon 15:31");

        Assert.Equal([Id("carla")], story.Lead.Offer!.To.AsEnumerable());
        Assert.Equal(["mon 15:30 Offer"], story.MailTo("carla"));
    }

    [Fact]
    public void With_no_rest_of_the_team_reassign_puts_it_in_the_managers_queue()
    {
        var story = Asked().Until("mon 11:31");

        Assert.Equal((LeadStatus.Qualified, "ManagerQueue"), (story.Lead.Status, story.OwnerName));
        Assert.Contains("mon 11:30 NobodyEligible marta", story.Mail);
    }

    [Fact]
    public void A_breach_is_charged_to_the_team()
    {
        var charge = Assert.Single(Asked().Until("mon 11:00").Only<ClockBreached>().Charges);

        Assert.Equal((null, 100), (charge.Who, charge.Percent));
    }

    [Fact]
    public void An_accepted_claim_that_is_reassigned_takes_a_turn_of_one_rep_only()
    {
        var story = Asked().At("mon 10:10", new AcceptOffer(Id("bruno"), 1))
            .At("mon 10:30", new GiveFeedback(Id("bruno"), "not_my_territory"));

        Assert.Equal("anna", story.OwnerName);
        Assert.Equal([2L, 1L, 1L], new[] { "anna", "bruno", "carla" }.Select(rep => story.Rotas["italy"].Of(Id(rep)).LastTurn));
    }
}
