using Handoff.Agreements;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>A decline, a first contact and a feedback can be taken back for ten minutes, as an acceptance can.</summary>
public sealed class UndoReplyTests
{
    private static readonly UndoReply Decline = new(Id("anna"), ReplyKind.Decline);
    private static readonly UndoReply Contact = new(Id("anna"), ReplyKind.Contact);
    private static readonly UndoReply Feedback = new(Id("anna"), ReplyKind.Feedback);

    private static Play Declined(string reason, Company? company = null) =>
        Play.Of("mon 10:00", company).At("mon 10:10", new DeclineOffer(Id("anna"), 1, reason));

    private static Play Contacted() =>
        Play.Of("mon 10:00").At("mon 10:05", new AcceptOffer(Id("anna"), 1))
            .At("mon 10:30", new RecordContact(Id("anna"), ContactWay.Called));

    private static Play Told(string? reason) => Contacted().At("mon 11:00", new GiveFeedback(Id("anna"), reason));

    [Theory]
    [InlineData("spam", LeadStatus.Discarded)]
    [InlineData("not_a_fit", LeadStatus.Returned)]
    [InlineData("not_now", LeadStatus.Nurture)]
    public void A_decline_that_ended_the_lead_is_taken_back_and_the_offer_stands_again(string reason, LeadStatus ended)
    {
        var story = Declined(reason).Until("mon 10:11");
        Assert.Equal(ended, story.Lead.Status);

        story.At("mon 10:15", Decline);

        Assert.IsType<Answer.Done>(story.Answer);
        Assert.Equal((LeadStatus.Offered, "anna", 1), (story.Lead.Status, story.OwnerName, story.Lead.Offer!.Number));
        Assert.Equal((ClockState.Running, "mon 11:00"), (story.Clock(ClockName.Accept).State, story.Due(ClockName.Accept)));
        Assert.Equal(["mon 10:10 Returned", "mon 10:15 Returned"], story.MailTo("giulia"));
        Assert.Equal((1, -1, 1), (story.Load("anna"), story.Credit("anna"), story.Credit("bruno")));
        Assert.Equal((LeadStatus.Accepted, "anna"), (story.At("mon 10:16", new AcceptOffer(Id("anna"), 1)).Lead.Status, story.OwnerName));
    }

    [Fact]
    public void A_decline_that_passed_the_lead_on_takes_it_back_from_the_colleague_who_is_told()
    {
        var story = Declined("no_capacity").Until("mon 10:12");
        Assert.Equal("bruno", story.OwnerName);

        story.At("mon 10:15", Decline);

        Assert.Equal(("anna", 1), (story.OwnerName, story.Lead.Offer!.Number));
        Assert.Equal(["mon 10:10 Offer", "mon 10:15 MovedOn"], story.MailTo("bruno"));
        Assert.Equal((1, 0), (story.Load("anna"), story.Load("bruno")));
        Assert.Equal(0, story.Credit("anna") + story.Credit("bruno"));
        Assert.Equal("bruno", story.At("mon 10:17", new DeclineOffer(Id("anna"), 1, "no_capacity")).OwnerName);
    }

    [Fact]
    public void A_decline_in_claim_mode_names_the_rep_again()
    {
        var story = Play.Claim("mon 10:00", "anna", "bruno").At("mon 10:05", new DeclineOffer(Id("anna"), 1, "spam"))
            .At("mon 10:08", Decline);

        Assert.Equal([Id("anna"), Id("bruno")], story.Lead.Offer!.To.OrderBy(one => one.Value));
        Assert.Equal(LeadStatus.Accepted, story.At("mon 10:09", new AcceptOffer(Id("anna"), 1)).Lead.Status);
    }

    [Fact]
    public void Once_somebody_else_has_accepted_the_decline_stands() =>
        Assert.Equal(
            new Answer.TooLate(LateCause.OthersAccepted),
            Declined("no_capacity").At("mon 10:12", new AcceptOffer(Id("bruno"), 2)).At("mon 10:15", Decline).Answer);

    [Fact]
    public void What_a_manager_has_decided_since_stands() =>
        Assert.Equal(
            new Answer.TooLate(LateCause.NotYours),
            Declined("no_capacity", WithReps("anna", "bruno", "carla")).At("mon 10:12", new AssignLead(Id("marta"), Id("carla")))
                .At("mon 10:15", Decline).Answer);

    [Theory]
    [InlineData("mon 10:19", true)]
    [InlineData("mon 10:20", false)]
    public void It_is_over_after_ten_minutes(string at, bool isDone) =>
        Assert.Equal(isDone ? new Answer.Done() : new Answer.TooLate(LateCause.UndoOver), Declined("spam").At(at, Decline).Answer);

    [Fact]
    public void Only_who_told_it_takes_it_back() =>
        Assert.IsType<Answer.TooLate>(Declined("spam").At("mon 10:12", new UndoReply(Id("bruno"), ReplyKind.Decline)).Answer);

    [Fact]
    public void A_second_undo_changes_nothing()
    {
        var story = Declined("spam").At("mon 10:12", Decline);
        var events = story.Events.Count;

        Assert.IsType<Answer.AlreadyDone>(story.Decide(Decline).Answer);
        Assert.Equal(events, story.Events.Count);
    }

    [Fact]
    public void A_contact_taken_back_is_owed_again_and_the_feedback_is_not_owed_yet()
    {
        var story = Contacted().At("mon 10:35", Contact);

        Assert.Equal((LeadStatus.Accepted, "anna", 1), (story.Lead.Status, story.OwnerName, story.Load("anna")));
        Assert.Equal((ClockState.Running, "mon 14:05"), (story.Clock(ClockName.FirstContact).State, story.Due(ClockName.FirstContact)));
        Assert.Equal(ClockState.Cancelled, story.Clock(ClockName.Feedback).State);
        Assert.Equal(ClockState.Running, story.At("mon 10:50", new RecordContact(Id("anna"), ContactWay.Emailed)).Clock(ClockName.Feedback)
            .State);
    }

    [Fact]
    public void A_rung_that_was_passed_meanwhile_falls_due_now()
    {
        var story = Play.Of("mon 10:00").At("mon 10:05", new AcceptOffer(Id("anna"), 1))
            .At("mon 14:00", new RecordContact(Id("anna"), ContactWay.Called)).At("mon 14:08", Contact);

        Assert.Contains("mon 14:08 Breach 100%", story.MailTo("marta"));
    }

    [Theory]
    [InlineData(null, LeadStatus.SalesQualified)]
    [InlineData("not_a_fit", LeadStatus.Returned)]
    [InlineData("not_now", LeadStatus.Nurture)]
    public void A_feedback_taken_back_is_owed_again(string? reason, LeadStatus ended)
    {
        var story = Told(reason).Until("mon 11:01");
        Assert.Equal((ended, 0), (story.Lead.Status, story.Load("anna")));

        story.At("mon 11:05", Feedback);

        Assert.Equal((LeadStatus.Contacted, "anna", 1), (story.Lead.Status, story.OwnerName, story.Load("anna")));
        Assert.Equal(ClockState.Running, story.Clock(ClockName.Feedback).State);
        Assert.Equal((-1, 1), (story.Credit("anna"), story.Credit("bruno")));
        Assert.Equal(reason is null ? [] : ["mon 11:00 Returned", "mon 11:05 Returned"], story.MailTo("giulia"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not_a_fit")]
    public void A_feedback_before_a_contact_takes_both_back(string? reason)
    {
        var story = Play.Of("mon 10:00").At("mon 10:05", new AcceptOffer(Id("anna"), 1))
            .At("mon 10:20", new GiveFeedback(Id("anna"), reason)).At("mon 10:25", Feedback);

        Assert.Equal((LeadStatus.Accepted, "anna"), (story.Lead.Status, story.OwnerName));
        Assert.Equal((ClockState.Running, "mon 14:05"), (story.Clock(ClockName.FirstContact).State, story.Due(ClockName.FirstContact)));
    }

    [Fact]
    public void A_lead_passed_on_after_acceptance_comes_back_and_the_colleague_is_told()
    {
        var story = Told("not_my_territory").Until("mon 11:01");
        Assert.Equal("bruno", story.OwnerName);

        story.At("mon 11:05", Feedback).Until("mon 11:06");

        Assert.Equal((LeadStatus.Contacted, "anna"), (story.Lead.Status, story.OwnerName));
        Assert.Equal(["mon 11:00 Assigned", "mon 11:05 MovedOn"], story.MailTo("bruno"));
        Assert.Equal((1, 0), (story.Load("anna"), story.Load("bruno")));
        Assert.Equal(0, story.Credit("anna") + story.Credit("bruno"));
    }

    [Fact]
    public void What_the_crm_says_since_stands() =>
        Assert.IsType<Answer.TooLate>(Told(null).At("mon 11:02", new RecordOutcome(Outcome.Won, null, null, false))
            .At("mon 11:05", Feedback).Answer);

    [Fact]
    public void An_erased_lead_has_nothing_to_take_back() =>
        Assert.Equal(new Answer.TooLate(LateCause.Ended), Declined("spam").At("mon 10:11", new EraseLead()).At("mon 10:12", Decline)
            .Answer);

    [Fact]
    public void After_an_undo_the_turn_is_given_back_once_when_the_lead_is_bad_after_all()
    {
        var story = Told("not_a_fit").At("mon 11:05", Feedback).At("mon 11:20", new GiveFeedback(Id("anna"), "not_a_fit"));

        Assert.Equal((0, 0), (story.Credit("anna"), story.Credit("bruno")));
    }
}
