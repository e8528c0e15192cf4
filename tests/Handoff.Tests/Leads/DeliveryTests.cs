using Handoff.Leads;
using NodaTime;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class DeliveryTests
{
    [Fact]
    public void A_failed_delivery_is_tried_again_after_growing_pauses()
    {
        var story = Play.Of("mon 10:00");
        story.Courier = _ => DeliveryResult.Failed;
        story.Until("mon 10:09");

        Assert.Equal(
            ["mon 10:00", "mon 10:00:10", "mon 10:00:40", "mon 10:01:40", "mon 10:03:40", "mon 10:08:40"],
            story.All<MessageFailed>().Where(failed => failed.Number == 1).Select(failed => Week.Say(failed.At)));
    }

    [Fact]
    public void A_provider_may_ask_for_a_longer_pause_but_after_a_day_somebody_is_told()
    {
        var story = Play.Of("mon 10:00").Decide(new TakeTurn());

        story.Decide(new RecordDelivery(1, DeliveryResult.Failed, Duration.FromMinutes(3)));
        Assert.Equal("mon 10:03", Week.Say(story.Lead.Outbox[0].NotBefore));
        story.Decide(new RecordDelivery(1, DeliveryResult.Failed, Duration.FromDays(9)));
        Assert.Equal("tue 10:00", Week.Say(story.Lead.Outbox[0].NotBefore));
    }

    [Fact]
    public void After_a_day_the_message_is_parked_and_the_manager_is_told()
    {
        var story = Play.Of("mon 10:00").Decide(new TakeTurn());
        story.Courier = message => message.To == Id("giulia") ? DeliveryResult.Failed : DeliveryResult.Sent;
        story.Deliver().At("mon 10:05", new DeclineOffer(Id("anna"), 1, "not_a_fit")).Until("wed 12:00");

        Assert.Equal("tue 10:05", Week.Say(story.Only<MessageParked>().At));
        Assert.Equal(["tue 10:05 DeliveryFailing"], story.MailTo("marta"));
        Assert.Empty(story.Lead.Outbox);
    }

    [Fact]
    public void A_parked_message_is_tried_again_when_somebody_asks_for_it_and_it_still_says_what_is_so()
    {
        var story = Play.Of("mon 10:00").Decide(new TakeTurn());
        story.Courier = message => message.To == Id("giulia") ? DeliveryResult.Failed : DeliveryResult.Sent;
        story.Deliver().At("mon 10:05", new DeclineOffer(Id("anna"), 1, "not_a_fit")).Until("wed 12:00");
        var number = story.Lead.Parked.Single().Number;

        story.Courier = _ => DeliveryResult.Sent;
        story.Decide(new RetryMessage(Id("paolo"), number)).Until("wed 12:00");

        Assert.IsType<Answer.Done>(story.Answer);
        Assert.Equal("wed 12:00 Returned", story.MailTo("giulia").Single());
        Assert.Empty(story.Lead.Parked);
        Assert.Equal(DeliveryState.Sent, MessageFate.Of(story.Events)[number].State);
    }

    [Fact]
    public void A_message_that_is_tried_again_waits_for_its_recipient_and_may_be_parked_again()
    {
        var story = Play.Of("mon 10:00").Decide(new TakeTurn());
        story.Courier = message => message.To == Id("giulia") ? DeliveryResult.Failed : DeliveryResult.Sent;
        story.Deliver().At("mon 10:05", new DeclineOffer(Id("anna"), 1, "not_a_fit")).Until("wed 22:00");
        var number = story.Lead.Parked.Single().Number;

        story.Decide(new RetryMessage(null, number)).Until("fri 12:00");

        Assert.Equal(["tue 10:05", "fri 09:00"], story.All<MessageParked>().Select(parked => Week.Say(parked.At)));
        Assert.Equal(number, story.Lead.Parked.Single().Number);
    }

    [Fact]
    public void A_parked_offer_that_has_moved_on_is_not_tried_again()
    {
        var story = Play.Of("mon 10:00");
        story.Courier = message => message is { Kind: MessageKind.Offer, Number: 1 } ? DeliveryResult.Refused : DeliveryResult.Sent;
        story.Until("mon 10:05");

        Assert.IsType<Answer.TooLate>(story.Decide(new RetryMessage(Id("marta"), 1)).Answer);
        Assert.IsType<Answer.AlreadyDone>(Play.Of("mon 10:00").Decide(new TakeTurn()).Decide(new RetryMessage(Id("marta"), 1)).Answer);
        Assert.IsType<Answer.TooLate>(Play.Of("mon 10:00").Decide(new RetryMessage(Id("marta"), 99)).Answer);
    }

    [Fact]
    public void An_erased_lead_has_nothing_that_could_be_tried_again()
    {
        var story = Play.Of("mon 10:00");
        story.Courier = message => message is { Kind: MessageKind.Offer, Number: 1 } ? DeliveryResult.Refused : DeliveryResult.Sent;

        Assert.Empty(story.Until("mon 10:05").Decide(new EraseLead()).Lead.Parked);
    }

    [Fact]
    public void A_delivery_that_is_reported_twice_changes_nothing() =>
        Assert.IsType<Answer.AlreadyDone>(Play.Of("mon 10:00").At("mon 10:01", new RecordDelivery(1, DeliveryResult.Sent)).Answer);

    [Fact]
    public void An_offer_that_was_not_seen_is_credited_back_when_it_is_reassigned_and_its_rep_is_told_nothing()
    {
        // Anna opens at 14:00, as the manager does; the lead is due at 11:00 and moves on at 11:30 to Bruno, who has come back.
        var company = WithReps("anna", "bruno").Work("anna", Late).Work("marta", Late).Work("luca", Late)
            .Absent("bruno", "mon 00:00", "wed 00:00");
        var story = Play.Of("mon 10:00", company).Changes("mon 11:15", one => one.Back("bruno"))
            .At("mon 11:40", new AcceptOffer(Id("bruno"), 2));

        Assert.True(story.Only<OfferLapsed>().CreditBack);
        Assert.Empty(story.MailTo("anna"));
    }

    [Fact]
    public void An_offer_that_was_seen_and_ran_out_costs_the_turn()
    {
        var story = Play.Of("mon 10:00").Until("mon 12:00");

        Assert.False(story.All<OfferLapsed>().First().CreditBack);
    }
}
