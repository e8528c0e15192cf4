using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>The optional promise to say what became of an opportunity: within 4 hours here, on the ladder <c>patient</c>.</summary>
public sealed class OutcomeClockTests
{
    private static readonly Company Agreed = new() { OutcomeWithin = Within.OfDuration(NodaTime.Duration.FromHours(4)) };

    private static readonly TellOutcome Open = new(Id("anna"), null);

    [Fact]
    public void It_starts_when_sales_calls_the_lead_an_opportunity_and_the_lead_stays_awake()
    {
        var story = Qualified();

        Assert.Equal((LeadStatus.SalesQualified, "anna", 0), (story.Lead.Status, story.OwnerName, story.Load("anna")));
        Assert.Equal((ClockState.Running, "mon 16:00"), (story.Clock(ClockName.Outcome).State, story.Due(ClockName.Outcome)));
        Assert.True(story.Lead.HasClocks);
        Assert.Equal("mon 15:12", Week.Say(story.Lead.NextWakeUp!.Value));
    }

    [Fact]
    public void Without_the_key_an_opportunity_waits_for_nothing_and_its_owner_has_nothing_to_say()
    {
        var story = Qualified(new());

        Assert.False(story.Lead.HasClocks);
        Assert.Null(story.Lead.NextWakeUp);
        Assert.Equal(new Answer.TooLate(LateCause.Ended), story.At("mon 13:00", new TellOutcome(Id("anna"), Outcome.Won)).Answer);
    }

    [Fact]
    public void The_crm_that_calls_it_an_opportunity_starts_it_too()
    {
        var story = Accepted().At("mon 12:00", new RecordOutcome(Outcome.Qualified, 900, "EUR", false));

        Assert.Equal("mon 16:00", story.Due(ClockName.Outcome));
    }

    [Fact]
    public void The_rep_is_reminded_the_promise_breaks_once_and_the_manager_hears_it_every_working_day()
    {
        var story = Qualified().Until("wed 17:00");

        Assert.Equal(
            ["mon 15:12 Reminder 80%", "mon 16:00 Reminder 100%"],
            story.MailTo("anna").Where(mail => mail.Contains("Reminder", StringComparison.Ordinal)));
        Assert.Equal(
            ["mon 16:00 Breach 100%", "tue 16:00 Breach 100%", "wed 16:00 Breach 100%"], story.MailTo("marta"));
        var breach = Assert.Single(story.All<ClockBreached>());
        Assert.Equal((ClockName.Outcome, 100), (breach.Clock, breach.Charges.Single().Percent));
        Assert.Equal(Id("anna"), breach.Charges.Single().Who);
    }

    [Theory]
    [InlineData(Outcome.Won, LeadStatus.Won)]
    [InlineData(Outcome.Lost, LeadStatus.Lost)]
    public void Won_or_lost_keeps_it_and_ends_the_lead(Outcome outcome, LeadStatus status)
    {
        var story = Qualified().At("mon 14:00", new TellOutcome(Id("anna"), outcome));

        Assert.Equal((status, ClockState.Met), (story.Lead.Status, story.Clock(ClockName.Outcome).State));
        Assert.Equal(outcome, story.Only<OutcomeRecorded>().Outcome);
        Assert.Equal(Id("anna"), story.Only<OutcomeRecorded>().By);
        Assert.Null(story.Lead.NextWakeUp);
        Assert.IsType<Answer.AlreadyDone>(story.At("mon 14:01", new TellOutcome(Id("anna"), outcome)).Answer);
        Assert.DoesNotContain(story.Until("fri 17:00").Mail, mail => mail.Contains("Reminder", StringComparison.Ordinal));
    }

    [Fact]
    public void Won_is_taken_back_for_ten_minutes_as_if_it_had_never_been_told()
    {
        var story = Qualified().At("mon 13:00", new RecordOutcome(Outcome.Qualified, 900, "EUR", false));
        var before = (story.Lead.Milestones, story.Lead.Outcome, story.Due(ClockName.Outcome), story.Lead.NextWakeUp);
        var undo = new UndoReply(Id("anna"), ReplyKind.Outcome);

        story.At("mon 14:00", new TellOutcome(Id("anna"), Outcome.Won)).At("mon 14:09", undo);
        Assert.Equal((LeadStatus.SalesQualified, "anna"), (story.Lead.Status, story.OwnerName));
        Assert.Equal(before, (story.Lead.Milestones, story.Lead.Outcome, story.Due(ClockName.Outcome), story.Lead.NextWakeUp));
        Assert.IsType<Answer.AlreadyDone>(story.At("mon 14:10", undo).Answer);

        Assert.Equal(
            new Answer.TooLate(LateCause.UndoOver),
            story.At("mon 14:20", new TellOutcome(Id("anna"), Outcome.Lost)).At("mon 14:30", undo).Answer);
    }

    [Fact]
    public void What_the_crm_says_is_not_taken_back_by_a_rep() => Assert.Equal(
        new Answer.TooLate(LateCause.UndoOver),
        Qualified().At("mon 14:00", new RecordOutcome(Outcome.Won, 1200, "EUR", false))
            .At("mon 14:01", new UndoReply(Id("anna"), ReplyKind.Outcome)).Answer);

    [Fact]
    public void The_crm_keeps_it_too()
    {
        var story = Qualified().At("mon 14:00", new RecordOutcome(Outcome.Won, 1200, "EUR", false));

        Assert.Equal((LeadStatus.Won, ClockState.Met), (story.Lead.Status, story.Clock(ClockName.Outcome).State));
        Assert.Null(story.Only<OutcomeRecorded>().By);
    }

    [Fact]
    public void That_it_is_an_opportunity_said_once_more_keeps_nothing()
    {
        var story = Qualified().At("mon 15:30", new RecordOutcome(Outcome.Qualified, 1200, "EUR", false));

        Assert.Equal((ClockState.Running, "mon 16:00"), (story.Clock(ClockName.Outcome).State, story.Due(ClockName.Outcome)));
        Assert.Contains("mon 15:12 Reminder 80%", story.MailTo("anna"));
    }

    [Fact]
    public void Still_open_keeps_it_and_promises_anew_from_then()
    {
        var story = Qualified().At("mon 15:00", Open);

        Assert.Equal((LeadStatus.SalesQualified, "anna"), (story.Lead.Status, story.OwnerName));
        Assert.Equal([ClockState.Met, ClockState.Running], Outcomes(story));
        Assert.Equal("tue 11:00", story.Due(ClockName.Outcome));
        Assert.IsType<Answer.AlreadyDone>(story.At("mon 15:00", Open).Answer);
        Assert.IsType<Answer.Done>(story.At("mon 15:05", Open).Answer);
    }

    [Fact]
    public void Late_word_leaves_the_promise_broken_and_the_next_is_a_promise_of_its_own()
    {
        var story = Qualified().At("tue 10:00", Open);

        Assert.Equal([ClockState.Breached, ClockState.Running], Outcomes(story));
        Assert.Equal("tue 14:00", story.Due(ClockName.Outcome));
    }

    [Fact]
    public void An_alert_about_a_promise_that_was_kept_meanwhile_is_not_sent_for_the_next()
    {
        var story = Qualified(Agreed with { Deputy = null, Works = Agreed.Work("marta", Late).Works })
            .At("mon 15:00", Open).At("tue 12:00", Open).Until("tue 15:00");

        Assert.Equal("tue 11:00", Week.Say(story.Only<ClockBreached>().At));
        Assert.DoesNotContain(story.MailTo("marta"), mail => mail.Contains("Breach", StringComparison.Ordinal));
    }

    [Fact]
    public void Still_open_may_name_the_day_of_the_next_contact_which_the_end_drops()
    {
        var thursday = new FollowUpDay(Week.At("thu 12:00").InUtc().Date);
        var story = Qualified().At("mon 15:00", Open with { Next = thursday });

        Assert.Equal(thursday, story.Lead.FollowUp?.On);
        Assert.Contains("thu 09:00 FollowUp", story.Until("thu 10:00").MailTo("anna"));
        Assert.Null(story.At("thu 11:00", new TellOutcome(Id("anna"), Outcome.Lost)).Lead.FollowUp);
        Assert.Equal(
            new Answer.Refused(RefusalCause.BadFollowUp),
            Qualified().At("mon 15:00", Open with { Next = thursday with { Day = thursday.Day.PlusDays(-7) } }).Answer);
    }

    [Fact]
    public void Still_open_posted_again_at_once_with_another_day_names_that_day()
    {
        var (thursday, friday) = (new FollowUpDay(Week.At("thu 12:00").InUtc().Date), new FollowUpDay(Week.At("fri 12:00").InUtc().Date));
        var story = Qualified().At("mon 15:00", Open with { Next = thursday }).At("mon 15:00", Open with { Next = friday });

        Assert.Equal(friday, story.Lead.FollowUp?.On);
        Assert.Single(story.All<StillOpen>());
        Assert.IsType<Answer.AlreadyDone>(story.At("mon 15:00", Open with { Next = friday }).Answer);
    }

    [Fact]
    public void The_day_that_was_named_is_taken_back_and_named_again_while_it_is_open()
    {
        var thursday = new FollowUpDay(Week.At("thu 12:00").InUtc().Date);
        var story = Qualified().At("mon 15:00", Open with { Next = thursday }).At("mon 15:05", new DropFollowUp(Id("anna")));

        Assert.Null(story.Lead.FollowUp);
        Assert.IsType<Answer.AlreadyDone>(story.At("mon 15:06", new DropFollowUp(Id("anna"))).Answer);
        Assert.Equal(new Answer.TooLate(LateCause.NotYours), story.At("mon 15:07", new DropFollowUp(Id("bruno"))).Answer);
        Assert.Equal(thursday, story.At("mon 15:08", new PlanFollowUp(Id("anna"), thursday)).Lead.FollowUp?.On);
        Assert.DoesNotContain(
            story.At("mon 15:09", new DropFollowUp(Id("anna"))).Until("thu 10:00").MailTo("anna"),
            mail => mail.Contains("FollowUp", StringComparison.Ordinal));
        Assert.Equal(
            new Answer.TooLate(LateCause.Ended),
            story.At("thu 11:00", new TellOutcome(Id("anna"), Outcome.Won)).At("thu 11:01", new DropFollowUp(Id("anna"))).Answer);
    }

    [Fact]
    public void Only_the_owner_says_it() => Assert.Equal(
        new Answer.TooLate(LateCause.NotYours), Qualified().At("mon 13:00", new TellOutcome(Id("bruno"), Outcome.Won)).Answer);

    [Fact]
    public void Before_it_is_an_opportunity_it_is_too_early() => Assert.Equal(
        new Answer.TooLate(LateCause.NotYet), Accepted().At("mon 11:00", new TellOutcome(Id("anna"), Outcome.Won)).Answer);

    [Fact]
    public void A_manager_may_give_it_to_somebody_else_whom_it_does_not_fill()
    {
        var story = Qualified().At("mon 14:00", new AssignLead(Id("marta"), Id("bruno")));

        Assert.Equal(
            (LeadStatus.SalesQualified, "bruno", 0, "mon 16:00"),
            (story.Lead.Status, story.OwnerName, story.Load("bruno"), story.Due(ClockName.Outcome)));
        Assert.Contains("mon 14:00 Assigned", story.MailTo("bruno"));
        Assert.Equal(LeadStatus.Won, story.At("mon 15:00", new TellOutcome(Id("bruno"), Outcome.Won)).Lead.Status);
    }

    [Fact]
    public void A_manager_may_take_it_and_silence_it()
    {
        var story = Qualified().At("mon 15:30", new SnoozeAlerts(Id("marta"), Week.At("tue 09:00")));
        Assert.Empty(story.Until("tue 08:00").MailTo("marta"));

        Assert.Equal("marta", story.At("tue 10:00", new TakeLead(Id("marta"))).OwnerName);
    }

    [Fact]
    public void It_stands_still_while_the_owner_is_away()
    {
        var story = Qualified(Agreed.Absent("anna", "mon 14:00", "wed 00:00")).Until("wed 09:00");

        Assert.Equal((ClockState.Running, "wed 11:00"), (story.Clock(ClockName.Outcome).State, story.Due(ClockName.Outcome)));
        Assert.DoesNotContain(story.MailTo("marta"), mail => mail.Contains("Breach", StringComparison.Ordinal));
    }

    [Fact]
    public void Feedback_that_is_taken_back_withdraws_it()
    {
        var story = Qualified().At("mon 12:05", new UndoReply(Id("anna"), ReplyKind.Feedback));

        Assert.Equal(
            (LeadStatus.Contacted, ClockState.Cancelled, ClockState.Running),
            (story.Lead.Status, story.Clock(ClockName.Outcome).State, story.Clock(ClockName.Feedback).State));
        Assert.Equal("tue 13:00", story.At("tue 09:00", new GiveFeedback(Id("anna"), null)).Due(ClockName.Outcome));
    }

    [Fact]
    public void Once_it_is_said_how_it_stands_the_feedback_is_not_taken_back()
    {
        var story = Qualified().At("mon 12:03", Open).At("mon 12:05", new UndoReply(Id("anna"), ReplyKind.Feedback));

        Assert.Equal(new Answer.TooLate(LateCause.UndoOver), story.Answer);
        Assert.Equal(LeadStatus.SalesQualified, story.Lead.Status);
    }

    [Fact]
    public void An_erased_opportunity_owes_nothing()
    {
        var story = Qualified().At("mon 13:00", new EraseLead());

        Assert.Equal(ClockState.Cancelled, story.Clock(ClockName.Outcome).State);
        Assert.Null(story.Lead.NextWakeUp);
    }

    private static IEnumerable<ClockState> Outcomes(Play story) =>
        story.Lead.Clocks.Where(clock => clock.Name == ClockName.Outcome).Select(clock => clock.State);

    private static Play Accepted(Company? company = null) =>
        Play.Of("mon 10:00", company ?? Agreed).At("mon 10:10", new AcceptOffer(Id("anna"), 1));

    private static Play Qualified(Company? company = null) =>
        Accepted(company).At("mon 11:00", new RecordContact(Id("anna"), ContactWay.Called))
            .At("mon 12:00", new GiveFeedback(Id("anna"), null));
}
