using Handoff.Agreements;
using Handoff.Leads;
using NodaTime;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class HandsTests
{
    [Fact]
    public void The_time_that_has_run_stays_run_and_the_rest_runs_on_the_new_owners_calendar()
    {
        // Zoe opens at 15:00 in Rome. Of the four hours one has run.
        var story = Play.Of("mon 10:00").At("mon 10:00", new AcceptOffer(Id("anna"), 1))
            .At("mon 11:00", new AssignLead(Id("marta"), Id("zoe")));

        Assert.Equal("mon 18:00", story.Due(ClockName.FirstContact));
        var plan = story.Only<ClockReplanned>().Plan;
        Assert.Equal(("new_york", Duration.FromHours(1), "mon 15:00"), (plan.Calendar, plan.Ran, Week.Say(plan.From)));
        // 50 % is two hours in all, 150 % six.
        Assert.Equal(["mon 16:00", "mon 17:12", "mon 18:00", "mon 20:00", "mon 22:00"], plan.Rungs.Select(Week.Say));
        Assert.Equal("mon 10:00", Week.Say(story.Clock(ClockName.FirstContact).StartedAt));
    }

    [Fact]
    public void On_the_same_calendar_nothing_moves() =>
        Assert.Empty(Play.Of("mon 10:00").At("mon 10:00", new AcceptOffer(Id("anna"), 1))
            .At("mon 11:00", new AssignLead(Id("marta"), Id("bruno"))).All<ClockReplanned>());

    [Fact]
    public void Of_a_clock_in_days_the_whole_working_days_stay_run()
    {
        // 3d from Monday 10:00; on Wednesday at 11:00 two have run.
        var story = Play.Of("mon 10:00", tier: "standard").At("mon 10:00", new AcceptOffer(Id("anna"), 1))
            .At("wed 11:00", new AssignLead(Id("marta"), Id("zoe")));

        Assert.Equal((2, "thu 15:00"), (story.Only<ClockReplanned>().Plan.DaysRun, story.Due(ClockName.FirstContact)));
    }

    [Fact]
    public void A_deadline_that_has_passed_does_not_come_again()
    {
        var story = Play.Of("mon 09:00").At("mon 09:00", new AcceptOffer(Id("anna"), 1)).Until("mon 13:30")
            .At("mon 13:30", new AssignLead(Id("marta"), Id("zoe")));

        Assert.Equal(("mon 13:00", ClockState.Breached), (story.Due(ClockName.FirstContact), story.Clock(ClockName.FirstContact).State));
        // 150 % is 1.5 hours after the moment at which 112.5 % had run: in New York from 15:00 on.
        Assert.Equal("mon 16:30", Week.Say(story.Clock(ClockName.FirstContact).Plan.Rungs[3]));
    }

    [Fact]
    public void The_reassign_rung_hands_an_accepted_lead_on_and_tells_both()
    {
        var story = Play.Of("mon 09:00").At("mon 09:00", new AcceptOffer(Id("anna"), 1)).Until("mon 15:00");

        Assert.Equal((LeadStatus.Accepted, "bruno"), (story.Lead.Status, story.OwnerName));
        Assert.Contains("mon 15:00 Assigned bruno", story.Mail);
        Assert.Contains("mon 15:00 MovedOn anna", story.Mail);
        Assert.Equal((0, 1), (story.Load("anna"), story.Load("bruno")));
    }

    [Fact]
    public void Nobody_eligible_hands_it_to_the_deputy_while_the_manager_is_away()
    {
        var story = Play.Of("mon 09:00", WithReps("anna").Absent("marta", "mon 00:00", "wed 00:00"))
            .At("mon 09:00", new AcceptOffer(Id("anna"), 1)).Until("mon 15:00");

        Assert.Equal("luca", story.OwnerName);
        Assert.Contains("mon 15:00 NobodyEligible luca", story.Mail);
    }

    [Fact]
    public void Rungs_that_fell_due_before_a_late_change_of_hands_are_carried_out_at_once()
    {
        // At 12:30 Anna has been away since 12:00; her 50 % was at 11:00 and 80 % at 12:12. Zoe, the company's owner, opens at 15:00.
        var story = Play.In(WithReps("anna").Absent("zoe", "mon 00:00", "mon 12:20"));
        story.Late("mon 09:00", new Receive(Request() with { ExistingOwner = Id("zoe") }, ReceptionVerdict.Qualified)).Until("mon 09:00")
            .At("mon 09:00", new AssignLead(Id("marta"), Id("anna"))).At("mon 09:00", new AcceptOffer(Id("anna"), story.Lead.Offers));
        story.Company = story.Company.Absent("anna", "mon 12:00", "fri 09:00");
        story.Jump("mon 12:30").Decide(new TakeTurn());

        Assert.Equal("zoe", story.OwnerName);
        Assert.Equal(
            ["mon 11:00", "mon 12:12"],
            story.All<RungPassed>().Where(rung => rung.Clock == ClockName.FirstContact).Select(rung => Week.Say(rung.DueAt)));
        Assert.Equal("mon 15:30", story.Due(ClockName.FirstContact));
    }
}
