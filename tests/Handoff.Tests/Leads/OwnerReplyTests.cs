using Handoff.Agreements;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class OwnerReplyTests
{
    private static readonly RecordContact Called = new(Id("anna"), ContactWay.Called);

    private static readonly RecordContact Voicemail = new(Id("anna"), ContactWay.Voicemail);

    private static Play Accepted(Company? company = null) => Play.Of("mon 10:00", company).At("mon 10:10", new AcceptOffer(Id("anna"), 1));

    private static Play Contacted() => Accepted().At("mon 11:00", Called);

    [Fact]
    public void The_first_contact_keeps_its_promise_and_starts_the_feedback_clock()
    {
        var story = Contacted();

        Assert.Equal((LeadStatus.Contacted, "anna"), (story.Lead.Status, story.OwnerName));
        Assert.Equal((ClockState.Met, "mon2 11:00"), (story.Clock(ClockName.FirstContact).State, story.Due(ClockName.Feedback)));
        Assert.Equal("mon 11:00 GiveFeedback", story.MailTo("anna").Last());
        Assert.IsType<Answer.AlreadyDone>(story.At("mon 11:01", Called).Answer);
    }

    [Fact]
    public void An_attempt_that_does_not_count_leaves_the_clock_running_and_the_ladder_goes_on()
    {
        var story = Accepted().At("mon 10:20", Voicemail);

        Assert.IsType<Answer.Done>(story.Answer);
        Assert.Equal((LeadStatus.Accepted, "anna"), (story.Lead.Status, story.OwnerName));
        Assert.Equal(new ContactAttempted(Week.At("mon 10:20"), Id("anna"), ContactWay.Voicemail), story.Only<ContactAttempted>());
        Assert.Equal((ClockState.Running, "mon 14:10"), (story.Clock(ClockName.FirstContact).State, story.Due(ClockName.FirstContact)));
        Assert.Contains("mon 12:10 Reminder 50%", story.Until("mon 12:30").MailTo("anna"));
        Assert.Equal(ClockState.Breached, story.Until("mon 14:11").Clock(ClockName.FirstContact).State);
    }

    [Fact]
    public void After_an_attempt_the_next_one_may_keep_the_promise()
    {
        var story = Accepted().At("mon 10:20", Voicemail).At("mon 10:30", Called);

        Assert.Equal((LeadStatus.Contacted, ClockState.Met), (story.Lead.Status, story.Clock(ClockName.FirstContact).State));
    }

    [Fact]
    public void The_same_attempt_told_twice_at_once_is_one_and_a_later_one_is_another()
    {
        var story = Accepted().At("mon 10:20", Voicemail).At("mon 10:20", Voicemail);
        Assert.IsType<Answer.AlreadyDone>(story.Answer);

        Assert.Equal(2, story.At("mon 10:22", Voicemail).Lead.LastAttempt?.Number);
    }

    [Theory]
    [InlineData(ContactWay.Called, LeadStatus.Contacted)]
    [InlineData(ContactWay.Meeting, LeadStatus.Contacted)]
    [InlineData(ContactWay.Emailed, LeadStatus.Contacted)]
    [InlineData(ContactWay.Voicemail, LeadStatus.Accepted)]
    public void Unless_the_agreement_says_otherwise_a_message_on_a_machine_is_no_contact(ContactWay how, LeadStatus status) =>
        Assert.Equal(status, Accepted().At("mon 10:20", new RecordContact(Id("anna"), how)).Lead.Status);

    [Fact]
    public void The_agreement_says_which_ways_count()
    {
        var spoken = new Company { ContactCounts = [ContactWay.Called, ContactWay.Voicemail] };

        Assert.Equal(LeadStatus.Accepted, Accepted(spoken).At("mon 10:20", new RecordContact(Id("anna"), ContactWay.Emailed)).Lead.Status);
        Assert.Equal(LeadStatus.Contacted, Accepted(spoken).At("mon 10:20", Voicemail).Lead.Status);
    }

    [Fact]
    public void Only_the_owner_records_a_contact() => Assert.Equal(
        new Answer.TooLate(LateCause.NotYours), Accepted().At("mon 10:30", new RecordContact(Id("bruno"), ContactWay.Called)).Answer);

    [Fact]
    public void Qualified_by_sales_ends_the_clocks_and_frees_the_rep()
    {
        var story = Contacted().At("tue 11:00", new GiveFeedback(Id("anna"), null));

        Assert.Equal((LeadStatus.SalesQualified, "anna", 0), (story.Lead.Status, story.OwnerName, story.Load("anna")));
        Assert.Equal(ClockState.Met, story.Clock(ClockName.Feedback).State);
        Assert.Null(story.Lead.NextWakeUp);
        Assert.IsType<Answer.AlreadyDone>(story.At("tue 11:01", new GiveFeedback(Id("anna"), null)).Answer);
    }

    [Fact]
    public void Qualified_before_a_contact_was_recorded_counts_as_a_contact()
    {
        var story = Accepted().At("mon 12:00", new GiveFeedback(Id("anna"), null));

        Assert.Equal(LeadStatus.SalesQualified, story.Lead.Status);
        Assert.Equal(ContactWay.NotSaid, story.Only<FirstContactRecorded>().How);
        Assert.All(story.Lead.Clocks, clock => Assert.Equal(ClockState.Met, clock.State));
    }

    [Theory]
    [InlineData("not_a_fit", LeadStatus.Returned)]
    [InlineData("not_now", LeadStatus.Nurture)]
    [InlineData("spam", LeadStatus.Discarded)]
    public void Returned_with_a_reason_goes_to_marketing(string reason, LeadStatus status)
    {
        var story = Contacted().At("tue 11:00", new GiveFeedback(Id("anna"), reason));

        Assert.Equal((status, ClockState.Met), (story.Lead.Status, story.Clock(ClockName.Feedback).State));
        Assert.Equal(["tue 11:00 Returned"], story.MailTo("giulia"));
        Assert.Equal((0, 0), (story.Load("anna"), story.Credit("anna")));
    }

    [Fact]
    public void A_reason_that_reroutes_hands_the_lead_to_another_with_status_and_clock_unchanged()
    {
        var story = Contacted().At("tue 11:00", new GiveFeedback(Id("anna"), "not_my_territory"));

        Assert.Equal((LeadStatus.Contacted, "bruno", "mon2 11:00"), (story.Lead.Status, story.OwnerName, story.Due(ClockName.Feedback)));
        Assert.Equal(["tue 11:00 Assigned"], story.MailTo("bruno"));
        Assert.DoesNotContain("tue 11:00 MovedOn", story.MailTo("anna"));
    }

    [Fact]
    public void An_accepted_lead_that_nobody_else_can_take_goes_to_the_manager_with_an_alert()
    {
        var story = Play.Of("mon 10:00", WithReps("anna")).At("mon 10:10", new AcceptOffer(Id("anna"), 1))
            .At("mon 11:00", new GiveFeedback(Id("anna"), "not_my_territory"));

        Assert.Equal((LeadStatus.Accepted, "marta", 0), (story.Lead.Status, story.OwnerName, story.Load("anna")));
        Assert.Equal(["mon 11:00 Assigned", "mon 11:00 NobodyEligible"], story.MailTo("marta"));
    }

    [Fact]
    public void The_crm_may_say_that_an_accepted_lead_is_qualified_and_then_won()
    {
        var story = Accepted().At("tue 10:00", new RecordOutcome(Outcome.Qualified, null, null, false));
        Assert.Equal(LeadStatus.SalesQualified, story.Lead.Status);

        story.At("wed 10:00", new RecordOutcome(Outcome.Won, 1200, "EUR", false));
        Assert.Equal((LeadStatus.Won, "Nobody"), (story.Lead.Status, story.OwnerName));
        Assert.IsType<Answer.AlreadyDone>(story.At("wed 10:01", new RecordOutcome(Outcome.Won, 1200, "EUR", false)).Answer);
        Assert.Equal(new Answer.TooLate(LateCause.Ended), story.At("wed 10:02", new RecordOutcome(Outcome.Lost, null, null, false)).Answer);
    }

    [Fact]
    public void An_outcome_is_feedback()
    {
        var story = Contacted().At("tue 10:00", new RecordOutcome(Outcome.Lost, null, null, true));

        Assert.Equal((LeadStatus.Lost, ClockState.Met), (story.Lead.Status, story.Clock(ClockName.Feedback).State));
        Assert.Equal(0, story.Load("anna"));
    }

    [Fact]
    public void An_outcome_before_anybody_accepted_comes_too_early() => Assert.Equal(
        new Answer.TooLate(LateCause.NotYet),
            Play.Of("mon 10:00").At("mon 10:30", new RecordOutcome(Outcome.Won, null, null, false)).Answer);

    [Fact]
    public void An_erased_lead_owes_nothing_and_frees_the_rep()
    {
        var story = Play.Of("sat 10:00").Until("sat 10:01").At("sat 11:00", new EraseLead());

        Assert.Equal((LeadStatus.Erased, "Nobody", 0), (story.Lead.Status, story.OwnerName, story.Load("anna")));
        Assert.Empty(story.Lead.Outbox);
        Assert.Null(story.Lead.NextWakeUp);
        Assert.Empty(story.Until("mon2 12:00").Mail);
        Assert.IsType<Answer.AlreadyDone>(story.At("mon2 13:00", new EraseLead()).Answer);
    }
}
