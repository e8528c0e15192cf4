using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>What the provider reports of mails that it took (design section 4): who cannot be reached does not hold a lead up.</summary>
public sealed class BounceTests
{
    [Theory]
    [InlineData(MailFate.Bounced)]
    [InlineData(MailFate.Blocked)]
    [InlineData(MailFate.Dropped)]
    [InlineData(MailFate.Spam)]
    public void An_offer_that_comes_back_goes_to_the_next_rep_without_fault_and_the_manager_is_told(MailFate fate)
    {
        var story = Play.Of("mon 10:00").Bounces("mon 10:02", "anna", MessageKind.Offer, fate);

        Assert.Equal("bruno", story.OwnerName);
        Assert.Equal((MoveCause.Undeliverable, true), (story.Only<OfferLapsed>().Cause, story.Only<OfferLapsed>().CreditBack));
        Assert.Equal(["mon 10:02 Offer"], story.MailTo("bruno"));
        Assert.Equal(["mon 10:02 DeliveryFailing"], story.MailTo("marta"));
        Assert.Equal("mon 11:00", story.Due(Agreements.ClockName.Accept));
        Assert.Equal(["mon 10:00 Offer"], story.MailTo("anna"));
    }

    [Fact]
    public void A_reminder_that_comes_back_moves_the_offer_on_as_well() =>
        Assert.Equal("bruno", Play.Of("mon 10:00").Bounces("mon 10:31", "anna", MessageKind.Reminder).OwnerName);

    [Fact]
    public void The_mail_of_an_offer_that_is_over_moves_nothing()
    {
        var story = Play.Of("mon 10:00").At("mon 10:01", new DeclineOffer(Id("anna"), 1, "no_capacity"))
            .Bounces("mon 10:02", "anna", MessageKind.Offer);

        Assert.Equal(("bruno", 2), (story.OwnerName, story.Lead.Offer!.Number));
        Assert.Single(story.All<MessageBounced>());
    }

    [Fact]
    public void An_accepted_lead_stays_and_the_manager_is_told()
    {
        var story = Play.Of("mon 10:00").At("mon 10:01", new AcceptOffer(Id("anna"), 1)).Bounces("mon 10:02", "anna", MessageKind.Accepted);

        Assert.Equal((LeadStatus.Accepted, "anna"), (story.Lead.Status, story.OwnerName));
        Assert.Equal(["mon 10:02 DeliveryFailing"], story.MailTo("marta"));
    }

    [Fact]
    public void Of_a_claim_only_who_cannot_be_reached_is_no_longer_named()
    {
        var story = Play.Claim("mon 10:00", "anna", "bruno").Bounces("mon 10:02", "anna", MessageKind.Offer);

        Assert.Equal([Id("bruno")], story.Lead.Offer!.To.AsEnumerable());
        Assert.IsType<Answer.TooLate>(story.At("mon 10:03", new AcceptOffer(Id("anna"), 1)).Answer);
        Assert.IsType<Answer.Done>(story.At("mon 10:04", new AcceptOffer(Id("bruno"), 1)).Answer);
    }

    [Fact]
    public void A_claim_that_reaches_nobody_is_in_the_managers_queue()
    {
        var story = Play.Claim("mon 10:00", "anna", "bruno").Bounces("mon 10:02", "anna", MessageKind.Offer)
            .Bounces("mon 10:03", "bruno", MessageKind.Offer);

        Assert.Equal((LeadStatus.Qualified, "ManagerQueue"), (story.Lead.Status, story.OwnerName));
        Assert.Contains("mon 10:03 NobodyEligible", story.MailTo("marta"));
    }

    [Fact]
    public void A_claims_mail_that_is_refused_at_once_names_the_rep_no_longer()
    {
        var story = Play.Claim("mon 10:00", "anna", "bruno");
        story.Courier = message => message.To == Id("anna") ? DeliveryResult.Refused : DeliveryResult.Sent;
        story.Until("mon 10:01");

        Assert.Equal([Id("bruno")], story.Lead.Offer!.To.AsEnumerable());
    }

    [Fact]
    public void A_managers_alert_that_comes_back_goes_to_the_deputy()
    {
        var story = Play.Of("mon 10:00").Bounces("mon 11:05", "marta", MessageKind.Breach);

        Assert.Equal(["mon 11:05 Breach 100%"], story.MailTo("luca"));
        Assert.False(story.Only<MessageBounced>().IsLost);
    }

    [Fact]
    public void Without_a_deputy_or_while_the_deputy_is_away_it_goes_to_the_director()
    {
        Assert.Equal(
            ["mon 11:05 Breach 100%"],
            Play.Of("mon 10:00", new Company { Deputy = null }).Bounces("mon 11:05", "marta", MessageKind.Breach).MailTo("paolo"));
        Assert.Equal(
            ["mon 11:05 Breach 100%"],
            Play.Of("mon 10:00", new Company().Absent("luca", "mon 00:00", "fri 00:00")).Bounces("mon 11:05", "marta", MessageKind.Breach)
                .MailTo("paolo"));
    }

    [Fact]
    public void A_deputy_whose_mail_comes_back_too_is_the_end()
    {
        var story = Play.Of("mon 10:00").Bounces("mon 11:05", "marta", MessageKind.Breach);
        var mails = story.Mail.Count;
        story.Bounces("mon 11:06", "luca", MessageKind.Breach);

        Assert.True(story.Last<MessageBounced>().IsLost);
        Assert.Equal(mails, story.Mail.Count);
    }

    [Fact]
    public void A_held_alert_in_the_managers_place_does_not_go_back_to_the_manager()
    {
        var company = (new Company { TeamCalendar = Always }).Work("luca", Late);
        var story = Play.Of("mon 10:00", company).Bounces("mon 11:05", "marta", MessageKind.Breach).Until("mon 14:05");

        Assert.Contains("mon 14:00 Breach 100%", story.MailTo("luca"));
    }

    [Fact]
    public void An_alert_that_is_no_longer_true_is_told_to_nobody_else()
    {
        var story = Play.Of("mon 10:00").At("mon 11:02", new AcceptOffer(Id("anna"), 1)).Bounces("mon 11:05", "marta", MessageKind.Breach);

        Assert.Empty(story.MailTo("luca"));
        Assert.False(story.Only<MessageBounced>().IsLost);
    }

    [Fact]
    public void A_lead_that_a_manager_has_and_whose_mail_comes_back_is_told_to_the_deputy()
    {
        var story = Play.Of("mon 10:00").At("mon 10:01", new TakeLead(Id("marta"))).Bounces("mon 10:02", "marta", MessageKind.Accepted);

        Assert.Equal(["mon 10:02 DeliveryFailing"], story.MailTo("luca"));
        Assert.DoesNotContain(story.MailTo("marta"), mail => mail.Contains("Failing", StringComparison.Ordinal));
    }

    [Fact]
    public void Delivered_and_deferred_are_facts_that_move_nothing()
    {
        var story = Play.Of("mon 10:00").Until("mon 10:01").Report(1, MailFate.Deferred).Report(1, MailFate.Delivered);

        Assert.Equal((1, 1), (story.All<MessageDeferred>().Count(), story.All<MessageDelivered>().Count()));
        Assert.Equal("anna", story.OwnerName);
    }

    [Fact]
    public void What_is_reported_twice_changes_nothing()
    {
        var story = Play.Of("mon 10:00").Bounces("mon 10:02", "anna", MessageKind.Offer);
        var events = story.Events.Count;

        Assert.IsType<Answer.AlreadyDone>(story.Report(1).Answer);
        Assert.Equal(events, story.Events.Count);
    }

    [Fact]
    public void A_complaint_after_a_bounce_is_a_fact_and_nobody_is_told_again()
    {
        var story = Play.Of("mon 10:00").Bounces("mon 10:02", "anna", MessageKind.Offer).Report(1, MailFate.Spam).Deliver();

        Assert.Equal(2, story.All<MessageBounced>().Count());
        Assert.Equal(["mon 10:02 DeliveryFailing"], story.MailTo("marta"));
    }

    [Fact]
    public void An_erased_lead_hears_nothing_more() =>
        Assert.IsType<Answer.AlreadyDone>(Play.Of("mon 10:00").Until("mon 10:01").Decide(new EraseLead()).Report(1).Answer);
}
