using Handoff.Agreements;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class ReplyTests
{
    private static readonly AcceptOffer Accept = new(Id("anna"), 1);

    [Fact]
    public void Accepting_keeps_the_promise_and_starts_the_next_clock()
    {
        var story = Play.Of("mon 10:00").At("mon 10:10", Accept);

        Assert.IsType<Answer.Done>(story.Answer);
        Assert.Equal((LeadStatus.Accepted, "anna"), (story.Lead.Status, story.OwnerName));
        Assert.Equal(ClockState.Met, story.Clock(ClockName.Accept).State);
        Assert.Equal("mon 14:10", story.Due(ClockName.FirstContact));
        Assert.Equal(["mon 10:00 Offer", "mon 10:10 Accepted"], story.MailTo("anna"));
        Assert.Equal(1, story.Load("anna"));
    }

    [Fact]
    public void The_first_valid_reply_wins_and_every_later_one_is_told()
    {
        var story = Play.Claim("mon 10:00", "anna", "bruno", "carla").At("mon 10:10", new AcceptOffer(Id("bruno"), 1));

        Assert.Equal(new Answer.TooLate(LateCause.OthersAccepted), story.At("mon 10:11", Accept).Answer);
        Assert.Equal(
            new Answer.TooLate(LateCause.OthersAccepted), story.At("mon 10:12", new DeclineOffer(Id("carla"), 1, "no_capacity")).Answer);
        Assert.Equal("bruno", story.OwnerName);
        Assert.Single(story.All<OfferAccepted>());
    }

    [Fact]
    public void Accepting_twice_is_done_once()
    {
        var story = Play.Of("mon 10:00").At("mon 10:10", Accept).At("mon 10:11", Accept);

        Assert.IsType<Answer.AlreadyDone>(story.Answer);
        Assert.Single(story.All<OfferAccepted>());
    }

    [Fact]
    public void An_old_offer_is_over()
    {
        var story = Play.Of("mon 10:00").At("mon 10:10", new DeclineOffer(Id("anna"), 1, "no_capacity"));

        Assert.Equal(new Answer.TooLate(LateCause.AlreadyDeclined), story.At("mon 10:11", Accept).Answer);
        Assert.Equal(new Answer.TooLate(LateCause.OfferOver), story.At("mon 10:12", new AcceptOffer(Id("bruno"), 1)).Answer);
    }

    [Theory]
    [InlineData("not_my_territory", LeadStatus.Offered, "bruno")]
    [InlineData("not_a_fit", LeadStatus.Returned, "Nobody")]
    [InlineData("not_now", LeadStatus.Nurture, "Marketing")]
    [InlineData("spam", LeadStatus.Discarded, "Nobody")]
    public void A_declined_lead_goes_where_the_reason_says(string reason, LeadStatus status, string owner)
    {
        var story = Play.Of("mon 10:00").At("mon 10:10", new DeclineOffer(Id("anna"), 1, reason));

        Assert.Equal((status, owner), (story.Lead.Status, story.OwnerName));
        Assert.Equal(0, story.Load("anna"));
    }

    [Fact]
    public void Marketing_is_told_of_a_lead_that_comes_back_and_nothing_is_due_any_more()
    {
        var story = Play.Of("mon 10:00").At("mon 10:10", new DeclineOffer(Id("anna"), 1, "not_a_fit"));

        Assert.Equal(["mon 10:00 Offer anna", "mon 10:10 Returned giulia"], story.Mail);
        Assert.Equal(ClockState.Cancelled, story.Clock(ClockName.Accept).State);
        Assert.Null(story.Lead.NextWakeUp);
    }

    [Fact]
    public void Only_a_reason_that_is_the_reps_fault_costs_the_rep_the_turn()
    {
        Assert.Equal(0, Play.Of("mon 10:00").At("mon 10:10", new DeclineOffer(Id("anna"), 1, "not_a_fit")).Credit("anna"));
        Assert.NotEqual(
            0, Play.Of("mon 10:00", WithReps("anna", "bruno", "carla")).At("mon 10:10", new DeclineOffer(Id("anna"), 1, "no_capacity"))
            .Credit("anna"));
    }

    [Fact]
    public void The_accept_clock_does_not_start_again_when_the_lead_is_offered_again()
    {
        var story = Play.Of("mon 10:00").At("mon 10:40", new DeclineOffer(Id("anna"), 1, "no_capacity"));

        Assert.Equal("mon 11:00", story.Due(ClockName.Accept));
        Assert.Single(story.Lead.Clocks);
    }

    [Fact]
    public void A_lone_rep_who_declined_leaves_the_lead_to_the_manager()
    {
        var story = Play.Of("mon 10:00", WithReps("anna")).At("mon 10:10", new DeclineOffer(Id("anna"), 1, "no_capacity"));

        Assert.Equal((LeadStatus.Qualified, "ManagerQueue"), (story.Lead.Status, story.OwnerName));
        Assert.Equal(["mon 10:00 Offer anna", "mon 10:10 NobodyEligible marta"], story.Mail);
    }

    [Fact]
    public void A_reason_that_the_agreement_does_not_have_is_refused()
    {
        var story = Play.Of("mon 10:00").At("mon 10:10", new DeclineOffer(Id("anna"), 1, "lazy"));

        Assert.Equal(new Answer.Refused(RefusalCause.UnknownReason), story.Answer);
        Assert.Equal(LeadStatus.Offered, story.Lead.Status);
    }

    [Fact]
    public void Accepting_settles_the_rungs_that_fell_due_before_it()
    {
        var story = Play.Of("mon 10:00").Until("mon 10:01").Late("mon 11:40", Accept).Deliver();

        Assert.Equal("anna", story.OwnerName);
        Assert.Equal([50, 80, 100, 150], story.All<RungPassed>().Select(rung => rung.Percent));
        Assert.All(story.All<RungPassed>(), rung => Assert.True(rung.Overtaken));
        Assert.Equal(["mon 10:00 Offer anna", "mon 11:40 Accepted anna"], story.Mail);
        Assert.Equal(ClockState.Breached, story.Clock(ClockName.Accept).State);
    }

    [Fact]
    public void Declining_settles_the_reassignment_but_not_the_alert()
    {
        var story = Play.Of("mon 10:00").Until("mon 10:01").Late("mon 11:40", new DeclineOffer(Id("anna"), 1, "no_capacity")).Deliver();

        Assert.Equal("bruno", story.OwnerName);
        Assert.Equal(
            ["mon 10:00 Offer anna", "mon 11:40 Breach 100% marta", "mon 11:40 Breach 150% marta", "mon 11:40 Offer bruno"], story.Mail);
        Assert.Equal(2, story.Lead.Offers);
    }

    [Fact]
    public void An_erased_lead_has_ended_for_whoever_answers() => Assert.Equal(
        new Answer.TooLate(LateCause.Ended),
        Play.Of("mon 10:00").At("mon 10:10", Accept).At("mon 10:11", new EraseLead())
            .At("mon 10:12", new AcceptOffer(Id("bruno"), 1)).Answer);
}
