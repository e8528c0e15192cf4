using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>A lead waits in the manager's queue only as long as nobody can take it (design section 6).</summary>
public sealed class QueueTests
{
    private static Company AllAway => WithReps("anna").Absent("anna", "mon 00:00", "tue 12:00");

    [Fact]
    public void A_lead_that_nobody_can_take_is_looked_at_again_when_somebody_is_next_on_shift()
    {
        var story = Play.Of("mon 09:30", AllAway, "standard").Until("mon 09:31");

        Assert.Equal("ManagerQueue", story.OwnerName);
        Assert.Equal("tue 12:00", Week.Say(story.Lead.ReviewAt!.Value));
        Assert.Equal(["tue 12:00 Offer"], story.Until("tue 12:01").MailTo("anna"));
        Assert.Equal(("anna", LeadStatus.Offered), (story.OwnerName, story.Lead.Status));
    }

    [Fact]
    public void A_shift_that_begins_after_the_absence_begins_the_offer() => Assert.Equal(
        "tue 14:00 Offer",
        Play.Of("mon 15:00", AllAway.Work("anna", Late), "standard").Until("tue 14:01").MailTo("anna").First());

    [Fact]
    public void An_absence_that_is_taken_back_offers_the_lead_at_once() => Assert.Equal(
        ["mon 11:00 Offer"],
        Play.Of("mon 09:30", AllAway, "standard").Changes("mon 11:00", company => company.Back("anna")).MailTo("anna"));

    [Fact]
    public void An_absence_that_grows_moves_the_look_back()
    {
        var story = Play.Of("mon 09:30", AllAway, "standard")
            .Changes("mon 11:00", company => company.Back("anna").Absent("anna", "mon 00:00", "wed 10:00"));

        Assert.Equal("wed 10:00", Week.Say(story.Only<ReviewSet>().ReviewAt!.Value));
    }

    [Fact]
    public void Capacity_that_becomes_free_offers_the_lead_at_the_next_wake()
    {
        var story = Play.Of("mon 10:00", WithReps("anna") with { Capacity = 0 }).Until("mon 10:05");
        Assert.Equal("ManagerQueue", story.OwnerName);
        Assert.Null(story.Lead.ReviewAt);

        Assert.Equal(["mon 10:10 Offer"], story.Changes("mon 10:10", company => company with { Capacity = 1 }).MailTo("anna"));
    }

    [Fact]
    public void A_wake_that_finds_nobody_writes_nothing()
    {
        var story = Play.Of("mon 10:00", WithReps("anna") with { Capacity = 0 }).Until("mon 10:05");
        var events = story.Events.Count;

        Assert.Equal(events, story.Decide(new TakeTurn()).Events.Count);
    }

    [Fact]
    public void Whoever_declined_is_not_asked_again()
    {
        var story = Play.Of("mon 10:00", WithReps("anna")).At("mon 10:05", new DeclineOffer(Id("anna"), 1, "no_capacity"))
            .Changes("mon 10:10", company => company with { Capacity = 9 });

        Assert.Equal("ManagerQueue", story.OwnerName);
        Assert.Single(story.MailTo("anna"));
    }

    [Fact]
    public void A_lead_that_a_manager_took_stays_with_the_manager() => Assert.Equal(
        "marta", Play.Of("mon 09:30", AllAway, "standard").At("mon 10:00", new TakeLead(Id("marta"))).Until("tue 12:01").OwnerName);

    [Fact]
    public void A_manager_who_silenced_the_lead_is_not_told_while_it_is_offered_and_declined()
    {
        var story = Play.Of("mon 09:30", AllAway, "standard").At("mon 10:00", new SnoozeAlerts(Id("marta"), Week.At("tue 10:00")))
            .Changes("mon 11:00", company => company.Back("anna")).At("mon 11:05", new DeclineOffer(Id("anna"), 1, "no_capacity"))
                .Until("mon 12:00");

        Assert.Equal(["mon 09:30 NobodyEligible"], story.MailTo("marta"));
    }
}
