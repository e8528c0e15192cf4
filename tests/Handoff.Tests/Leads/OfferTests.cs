using Handoff.Leads;
using Handoff.Routing;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class OfferTests
{
    [Fact]
    public void A_qualified_lead_is_offered_to_one_rep_at_once()
    {
        var story = Play.Of("mon 10:00").Until("mon 10:01");

        Assert.Equal(LeadStatus.Offered, story.Lead.Status);
        Assert.Equal("anna", story.OwnerName);
        Assert.Equal(["mon 10:00 Offer anna"], story.Mail);
        Assert.Equal(1, story.Load("anna"));
        Assert.Equal(Verdict.Eligible, story.Only<Offered>().Choice!.Considered.Single(one => one.Rep == Id("bruno")).Verdict);
    }

    [Fact]
    public void An_offer_made_while_the_rep_is_closed_waits_for_the_opening()
    {
        var story = Play.Of("sat 15:00").Until("mon2 09:05");

        Assert.Equal(["mon2 09:00 Offer anna"], story.Mail);
        Assert.Equal("sat 15:00", Week.Say(story.Only<Offered>().At));
    }

    [Fact]
    public void Nobody_eligible_is_the_managers_queue_at_once_with_an_alert()
    {
        var story = Play.Of("mon 10:00", new Company { Capacity = 0 }).Until("mon 10:20");

        Assert.Equal((LeadStatus.Qualified, OwnerKind.ManagerQueue), (story.Lead.Status, story.Lead.Owner.Kind));
        Assert.Equal(["mon 10:00 NobodyEligible marta"], story.Mail);
        Assert.False(story.Lead.AwaitsRouting);
    }

    [Fact]
    public void A_lead_in_the_queue_climbs_its_ladder_and_then_reminds_the_manager_once_a_working_day()
    {
        var story = Play.Of("mon 10:00", new Company { Capacity = 0 }).Until("wed 13:00");

        Assert.Equal(
            [
                "mon 10:00 NobodyEligible marta", "mon 11:00 Breach 100% marta", "mon 11:30 Breach 150% marta",
                    "mon 12:00 Breach 200% paolo",
                "tue 12:00 Breach 200% paolo", "wed 12:00 Breach 200% paolo",
            ],
            story.Mail);
    }

    [Fact]
    public void An_offer_whose_mail_bounces_goes_on_to_another_rep_and_the_manager_is_told()
    {
        var story = Play.Of("mon 10:00");
        story.Courier = message => message.To == Id("anna") ? DeliveryResult.Refused : DeliveryResult.Sent;
        story.Until("mon 10:01");

        Assert.Equal("bruno", story.OwnerName);
        Assert.Equal(["mon 10:00 DeliveryFailing marta", "mon 10:00 Offer bruno"], story.Mail.Order());
        Assert.Equal((MoveCause.Undeliverable, true), (story.Only<OfferLapsed>().Cause, story.Only<OfferLapsed>().CreditBack));
    }

    [Fact]
    public void An_offer_whose_mail_comes_back_after_the_provider_took_it_goes_on_too()
    {
        var story = Play.Of("mon 10:00").Bounces("mon 10:05", "anna", MessageKind.Offer);

        Assert.Equal("bruno", story.OwnerName);
        Assert.Equal(["mon 10:00 Offer anna", "mon 10:05 DeliveryFailing marta", "mon 10:05 Offer bruno"], story.Mail);
        Assert.IsType<Answer.AlreadyDone>(story.At("mon 10:06", new RecordDelivery(1, DeliveryResult.Refused)).Answer);
    }

    [Fact]
    public void A_rep_who_leaves_the_files_loses_the_offer_and_is_not_written_to()
    {
        var story = Play.Of("mon 10:00").Changes("mon 10:10", company => company.Leaves("anna")).Until("mon 10:20");

        Assert.Equal("bruno", story.OwnerName);
        Assert.Equal(["mon 10:00 Offer anna", "mon 10:10 Offer bruno"], story.Mail);
    }
}
