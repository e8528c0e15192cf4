using Handoff.Agreements;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class AbsenceTests
{
    private static Play Accepted(Company? company = null) => Play.Of("mon 10:00", company).At("mon 10:10", new AcceptOffer(Id("anna"), 1));

    private static Play Contacted(Company? company = null) =>
        Accepted(company).At("mon 11:00", new RecordContact(Id("anna"), ContactWay.Called));

    [Fact]
    public void An_open_offer_moves_on_when_an_absence_over_the_deadline_begins()
    {
        var story = Play.Of("mon 10:00", new Company().Absent("anna", "mon 10:20", "tue 09:00")).Until("mon 10:21");

        Assert.Equal("bruno", story.OwnerName);
        Assert.Equal(
            ("mon 10:20", MoveCause.Absence, true),
            (Week.Say(story.Only<OfferLapsed>().At), story.Only<OfferLapsed>().Cause, story.Only<OfferLapsed>().CreditBack));
        Assert.Equal("mon 11:00", story.Due(ClockName.Accept));
    }

    [Fact]
    public void An_absence_that_ends_before_the_deadline_leaves_the_offer() =>
        Assert.Equal("anna", Play.Of("mon 10:00", new Company().Absent("anna", "mon 10:20", "mon 10:50")).Until("mon 10:55").OwnerName);

    [Fact]
    public void Absences_that_follow_each_other_are_one() => Assert.Equal(
        "bruno",
        Play.Of("mon 10:00", new Company().Absent("anna", "mon 10:20", "mon 10:50").Absent("anna", "mon 10:50", "tue 10:00"))
            .Until("mon 10:21").OwnerName);

    [Fact]
    public void An_absence_that_is_entered_later_counts_from_the_next_turn() => Assert.Equal(
        "bruno", Play.Of("mon 10:00").Changes("mon 10:30", company => company.Absent("anna", "mon 10:00", "tue 09:00")).OwnerName);

    [Fact]
    public void An_accepted_lead_not_yet_contacted_moves_on_with_status_and_clock_unchanged()
    {
        var story = Accepted().Changes("mon 11:00", company => company.Absent("anna", "mon 11:00", "fri 09:00"));

        Assert.Equal((LeadStatus.Accepted, "bruno", "mon 14:10"), (story.Lead.Status, story.OwnerName, story.Due(ClockName.FirstContact)));
        Assert.Equal(MoveCause.Absence, story.Only<Assigned>().Cause);
    }

    [Fact]
    public void An_accepted_lead_of_somebody_who_left_the_files_moves_on() =>
        Assert.Equal("bruno", Accepted().Changes("mon 11:00", company => company.Leaves("anna")).OwnerName);

    [Fact]
    public void Whoever_is_back_for_part_of_the_next_shift_keeps_an_offer_made_overnight()
    {
        // The manager and the deputy come later: a queue would have nobody.
        var company = WithReps("anna").Work("marta", Late).Work("luca", Late).Absent("anna", "sat 00:00", "mon2 12:00");
        var story = Play.Of("sun 20:00", company).Until("mon2 10:15");

        Assert.Equal("anna", story.OwnerName);
        Assert.Single(story.All<Offered>());
    }

    [Fact]
    public void With_nobody_to_take_over_and_the_manager_away_the_lead_stays_and_alerts_nobody_twice()
    {
        var company = (WithReps("anna") with { Deputy = null }).Absent("marta", "mon 00:00", "fri 09:00");
        var story = Accepted(company).Changes("mon 11:00", one => one.Absent("anna", "mon 11:00", "fri 09:00")).Until("mon 16:00");

        Assert.Equal("anna", story.OwnerName);
        Assert.DoesNotContain(
            story.All<MessageOwed>(), owed =>
            owed.Message.Kind == MessageKind.NobodyEligible && owed.Message.About.Cause == MoveCause.Absence);
    }

    [Fact]
    public void A_feedback_clock_pauses_for_the_absence_and_runs_on_after_it()
    {
        var story = Contacted(new Company().Absent("anna", "wed 11:00", "fri 11:00"));
        Assert.Equal("mon2 11:00", story.Due(ClockName.Feedback));

        Assert.Equal(ClockState.Paused, story.Until("thu 10:00").Clock(ClockName.Feedback).State);
        Assert.Equal("fri 11:00", Week.Say(story.Lead.NextWakeUp!.Value));
        story.Until("fri 12:00");

        // Two of five working days had run.
        Assert.Equal((ClockState.Running, "wed2 11:00"), (story.Clock(ClockName.Feedback).State, story.Due(ClockName.Feedback)));
        Assert.Equal("anna", story.OwnerName);
    }

    [Fact]
    public void A_pause_ends_early_when_the_owner_is_back_early()
    {
        var story = Contacted(new Company().Absent("anna", "wed 11:00", "mon4 09:00")).Until("thu 10:00")
            .Changes("thu 11:00", company => company.Back("anna").Absent("anna", "wed 11:00", "fri 11:00")).Until("fri 12:00");

        Assert.Equal((ClockState.Running, "wed2 11:00"), (story.Clock(ClockName.Feedback).State, story.Due(ClockName.Feedback)));
    }

    [Fact]
    public void A_pause_goes_on_when_the_absence_is_prolonged()
    {
        var story = Contacted(new Company().Absent("anna", "wed 11:00", "fri 11:00"))
            .Changes("thu 11:00", company => company.Back("anna").Absent("anna", "wed 11:00", "tue2 11:00")).Until("mon2 10:00");

        Assert.Equal(ClockState.Paused, story.Clock(ClockName.Feedback).State);
        Assert.Equal("wed 11:00", Week.Say(story.Clock(ClockName.Feedback).PausedAt!.Value));
    }

    [Fact]
    public void After_ten_working_days_the_clock_runs_on_and_the_manager_is_asked()
    {
        var story = Contacted(new Company().Absent("anna", "tue 11:00")).Until("tue3 11:30");

        Assert.Equal(["tue3 11:00 LongAbsence"], story.MailTo("marta"));
        Assert.Equal(
            (ClockState.Running, ReplanCause.ExcuseUsedUp), (story.Clock(ClockName.Feedback).State, story.Only<ClockReplanned>().Cause));
        Assert.Single(story.Until("fri3 11:30").All<ClockPaused>());
    }

    [Fact]
    public void What_fell_due_before_a_late_turn_is_carried_out_before_the_clock_pauses()
    {
        var story = Contacted().Until("fri 10:00");
        story.Company = story.Company.Absent("anna", "fri 12:00", "mon3 09:00");
        story.Jump("fri 13:00").Decide(new TakeTurn());

        Assert.Contains(story.All<RungPassed>(), rung => rung is { Clock: ClockName.Feedback, Percent: 80 });
        Assert.Equal(ClockState.Paused, story.Clock(ClockName.Feedback).State);
    }

    [Fact]
    public void A_pause_ends_when_the_lead_is_assigned_to_somebody_else()
    {
        var story = Contacted(new Company().Absent("anna", "wed 11:00", "fri 11:00")).Until("thu 10:00")
            .At("thu 11:00", new AssignLead(Id("marta"), Id("bruno")));

        Assert.Equal((ClockState.Running, "tue2 11:00"), (story.Clock(ClockName.Feedback).State, story.Due(ClockName.Feedback)));
    }

    [Fact]
    public void An_absence_that_takes_the_place_of_another_goes_on_with_the_same_pause()
    {
        var story = Contacted(new Company().Absent("anna", "tue 11:00"))
            .Changes("thu 11:00", company => company.Back("anna").Absent("anna", "thu 09:00")).Until("tue3 11:30");

        Assert.Equal(ClockState.Running, story.Clock(ClockName.Feedback).State);
        Assert.Equal("tue 11:00", Week.Say(Assert.Single(story.Clock(ClockName.Feedback).Pauses).From));
        Assert.Equal(["tue3 11:00 LongAbsence"], story.MailTo("marta"));
    }
}
