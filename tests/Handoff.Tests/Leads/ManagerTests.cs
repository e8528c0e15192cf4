using Handoff.Agreements;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class ManagerTests
{
    private static readonly TakeLead Take = new(Id("marta"));

    private static readonly AssignLead ToBruno = new(Id("marta"), Id("bruno"));

    private static Play Accepted() => Play.Of("mon 10:00").At("mon 10:10", new AcceptOffer(Id("anna"), 1));

    [Fact]
    public void A_manager_who_takes_an_unanswered_lead_accepts_it()
    {
        var story = Play.Of("mon 10:00").At("mon 10:10", Take);

        Assert.Equal((LeadStatus.Accepted, "marta"), (story.Lead.Status, story.OwnerName));
        Assert.Equal((Id("marta"), 0), (story.Lead.Acceptance!.By, story.Lead.Acceptance.Offer));
        Assert.Equal(["mon 10:00 Offer anna", "mon 10:10 MovedOn anna", "mon 10:10 Accepted marta"], story.Mail);
        Assert.Equal((0, 0), (story.Load("anna"), story.Load("marta")));
        Assert.Empty(story.Lead.Excluded);
    }

    [Fact]
    public void A_manager_who_takes_an_accepted_lead_gets_it_with_its_running_clock()
    {
        var story = Accepted().At("mon 10:30", Take);

        Assert.Equal((LeadStatus.Accepted, "marta", "mon 14:10"), (story.Lead.Status, story.OwnerName, story.Due(ClockName.FirstContact)));
        Assert.Equal(["mon 10:30 Assigned"], story.MailTo("marta"));
        Assert.Equal(["mon 10:00 Offer", "mon 10:10 Accepted", "mon 10:30 MovedOn"], story.MailTo("anna"));
        Assert.IsType<Answer.AlreadyDone>(story.At("mon 10:31", Take).Answer);
    }

    [Fact]
    public void Assigning_an_unanswered_lead_offers_it_to_the_named_rep()
    {
        var story = Play.Of("mon 10:00").At("mon 10:10", ToBruno);

        Assert.Equal((LeadStatus.Offered, "bruno", 2), (story.Lead.Status, story.OwnerName, story.Lead.Offer!.Number));
        Assert.Equal(Id("marta"), story.Last<Offered>().By);
        Assert.Equal("mon 11:00", story.Due(ClockName.Accept));
        Assert.Equal(["mon 10:00 Offer anna", "mon 10:10 MovedOn anna", "mon 10:10 Offer bruno"], story.Mail);
        Assert.IsType<Answer.AlreadyDone>(story.At("mon 10:11", ToBruno).Answer);
    }

    [Fact]
    public void Assigning_an_accepted_lead_changes_hands_without_a_new_offer()
    {
        var story = Accepted().At("mon 10:30", ToBruno);

        Assert.Equal((LeadStatus.Accepted, "bruno", 1), (story.Lead.Status, story.OwnerName, story.Lead.Offers));
        Assert.Equal("mon 14:10", story.Due(ClockName.FirstContact));
        Assert.Equal(["mon 10:30 Assigned"], story.MailTo("bruno"));
        Assert.Equal((0, 1), (story.Load("anna"), story.Load("bruno")));
    }

    [Fact]
    public void A_lead_can_be_assigned_to_a_rep_of_another_team()
    {
        var story = Accepted().At("mon 10:30", new AssignLead(Id("marta"), Id("zoe")));

        Assert.Equal((0, 1), (story.Load("anna"), story.Load("zoe", "world")));
    }

    [Fact]
    public void Assigning_to_nobody_known_is_refused() => Assert.Equal(
        new Answer.Refused(RefusalCause.UnknownRep), Accepted().At("mon 10:30", new AssignLead(Id("marta"), Id("paolo"))).Answer);

    [Fact]
    public void A_claim_that_is_assigned_to_one_of_those_asked_does_not_tell_that_one_that_it_has_moved_on()
    {
        var story = Play.Claim("mon 10:00", "anna", "bruno").At("mon 10:10", ToBruno);

        Assert.Equal(["mon 10:00 Offer", "mon 10:10 Offer"], story.MailTo("bruno"));
        Assert.Equal(["mon 10:00 Offer", "mon 10:10 MovedOn"], story.MailTo("anna"));
        Assert.False(story.Lead.Offer!.IsClaim);
    }

    [Fact]
    public void Snooze_silences_one_managers_alerts_and_nothing_else()
    {
        var story = Play.Of("mon 10:00").At("mon 10:40", new SnoozeAlerts(Id("marta"), Week.At("mon 15:00"))).Until("mon 12:30");

        Assert.Empty(story.MailTo("marta"));
        Assert.Equal(["mon 12:00 Breach 200%"], story.MailTo("paolo"));
        Assert.Equal("bruno", story.OwnerName);
        Assert.Equal(5, story.All<RungPassed>().Count());
    }

    [Fact]
    public void Who_is_on_it_is_left_alone_for_the_agreed_time_and_the_others_are_not()
    {
        var story = Play.Of("mon 10:00").At("mon 10:40", new AcknowledgeAlerts(Id("marta"))).Until("mon 12:30");

        Assert.Equal((Week.At("mon 11:40"), true), (story.All<AlertsSnoozed>().Single().Until, story.All<AlertsSnoozed>().Single().IsOnIt));
        Assert.Empty(story.MailTo("marta"));
        Assert.Equal(["mon 12:00 Breach 200%"], story.MailTo("paolo"));
    }

    [Fact]
    public void When_the_agreed_time_is_over_who_was_on_it_is_alerted_again()
    {
        var story = Play.Of("mon 10:00").At("mon 10:00", new AcknowledgeAlerts(Id("marta"))).Until("mon 11:00");

        Assert.NotEmpty(story.MailTo("marta"));
    }

    [Fact]
    public void To_say_it_twice_or_in_a_longer_silence_changes_nothing()
    {
        var twice = Play.Of("mon 10:00").At("mon 10:40", new AcknowledgeAlerts(Id("marta")))
            .At("mon 10:50", new AcknowledgeAlerts(Id("marta")));
        var longer = Play.Of("mon 10:00").At("mon 10:40", new SnoozeAlerts(Id("marta"), Week.At("mon 15:00")))
            .At("mon 10:50", new AcknowledgeAlerts(Id("marta")));

        Assert.All([twice, longer], story => Assert.IsType<Answer.AlreadyDone>(story.Answer));
        Assert.All([twice, longer], story => Assert.Single(story.All<AlertsSnoozed>()));
    }

    [Fact]
    public void A_silence_can_be_ended_and_the_next_alert_is_heard_again()
    {
        var story = Play.Of("mon 10:00").At("mon 10:40", new SnoozeAlerts(Id("marta"), Week.At("mon 15:00")))
            .At("mon 10:45", new EndSnooze(Id("marta"))).Until("mon 11:00");

        Assert.NotEmpty(story.MailTo("marta"));
        Assert.Empty(story.Lead.Snoozes);
    }

    [Fact]
    public void To_end_a_silence_that_is_none_changes_nothing()
    {
        var story = Play.Of("mon 10:00").At("mon 10:40", new EndSnooze(Id("marta")));

        Assert.IsType<Answer.AlreadyDone>(story.Answer);
        Assert.Empty(story.All<AlertsSnoozed>());
    }

    [Fact]
    public void Snooze_silences_an_alert_that_waits_for_the_opening()
    {
        var story = Play.Of("mon 16:50", new Company { TeamCalendar = Always }).Until("mon 18:00")
            .At("mon 21:00", new SnoozeAlerts(Id("marta"), Week.At("tue 12:00"))).Until("tue 10:00");

        Assert.Empty(story.MailTo("marta"));
    }

    [Theory]
    [InlineData("mon 10:40", false)]
    [InlineData("tue 10:40", true)]
    [InlineData("tue 10:41", false)]
    public void Snooze_ends_at_most_one_working_day_away(string until, bool allowed) =>
        Assert.Equal(allowed, Play.Of("mon 10:00").At("mon 10:40", new SnoozeAlerts(Id("marta"), Week.At(until))).Answer is Answer.Done);

    [Fact]
    public void A_lead_that_has_ended_is_not_taken() => Assert.Equal(
        new Answer.TooLate(LateCause.Ended),
        Play.Of("mon 10:00").At("mon 10:10", new DeclineOffer(Id("anna"), 1, "spam")).At("mon 10:11", Take).Answer);
}
