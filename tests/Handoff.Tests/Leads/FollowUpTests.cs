using Handoff.Agreements;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class FollowUpTests
{
    private static readonly FollowUpDay Thursday = new(Week.At("thu 12:00").InUtc().Date);

    private static readonly RecordContact Called = new(Id("anna"), ContactWay.Called, Thursday);

    private static readonly RecordContact Voicemail = new(Id("anna"), ContactWay.Voicemail, Thursday);

    private static readonly Company OnlyCallsCount = WithReps("anna", "bruno") with { ContactCounts = [ContactWay.Called] };

    [Fact]
    public void The_owner_is_reminded_once_at_the_opening_of_the_day()
    {
        var story = Accepted().At("mon 10:30", Called).Until("fri 17:00");

        Assert.Equal(["thu 09:00 FollowUp"], Reminders(story, "anna"));
    }

    [Fact]
    public void A_time_of_the_day_is_kept() => Assert.Equal(
        ["thu 14:30 FollowUp"],
        Reminders(
            Accepted().At("mon 10:30", Called with { Next = Thursday with { Time = new(14, 30) } }).Until("fri 17:00"), "anna"));

    [Fact]
    public void An_attempt_that_is_no_contact_yet_stops_no_clock()
    {
        var without = Accepted(OnlyCallsCount).At("mon 10:30", Voicemail with { Next = null });
        var with = Accepted(OnlyCallsCount).At("mon 10:30", Voicemail);

        Assert.Equal(LeadStatus.Accepted, with.Lead.Status);
        Assert.Equal(
            without.Lead.Clocks.Select(clock => (clock.Name, clock.Due)), with.Lead.Clocks.Select(clock => (clock.Name, clock.Due)));
        Assert.Equal(Thursday, with.Lead.FollowUp?.On);
    }

    [Fact]
    public void A_day_on_which_the_owner_does_not_work_moves_to_the_next_on_which_they_do()
    {
        var saturday = new FollowUpDay(Thursday.Day.PlusDays(2));

        Assert.Equal("mon2 09:00", RemindAt(Accepted().At("mon 10:30", Voicemail with { Next = saturday })));
        Assert.Equal("fri 09:00", RemindAt(Accepted(OnlyCallsCount.Absent("anna", "thu 00:00", "fri 00:00")).At("mon 10:30", Voicemail)));
    }

    [Fact]
    public void An_absence_that_is_told_later_holds_the_reminder_until_they_are_back()
    {
        var story = Accepted(WithReps("anna")).At("mon 10:30", Called)
            .Changes("wed 10:00", company => company.Absent("anna", "thu 00:00", "fri 00:00")).Until("fri 17:00");

        Assert.Equal(["fri 09:00 FollowUp"], Reminders(story, "anna"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(370)]
    public void A_day_that_is_not_ahead_or_too_far_is_refused_and_nothing_is_recorded(int days)
    {
        var story = Accepted().At("mon 10:30", Voicemail with { Next = new(Week.At("mon 12:00").InUtc().Date.PlusDays(days)) });

        Assert.Equal(new Answer.Refused(RefusalCause.BadFollowUp), story.Answer);
        Assert.Equal((LeadStatus.Accepted, null, null), (story.Lead.Status, story.Lead.FollowUp, story.Lead.LastAttempt));
    }

    [Fact]
    public void After_the_contact_the_day_can_be_named_and_changed()
    {
        var story = Accepted().At("mon 10:30", new RecordContact(Id("anna"), ContactWay.Called))
            .At("mon 11:00", new PlanFollowUp(Id("anna"), new(Thursday.Day.PlusDays(-1))))
            .At("tue 11:00", new PlanFollowUp(Id("anna"), Thursday)).Until("fri 17:00");

        Assert.Equal(["thu 09:00 FollowUp"], Reminders(story, "anna"));
    }

    [Fact]
    public void The_next_contact_and_feedback_end_it()
    {
        var contacted = Accepted(OnlyCallsCount).At("mon 10:30", Voicemail)
            .At("mon 11:00", new RecordContact(Id("anna"), ContactWay.Called));
        var told = Accepted(OnlyCallsCount).At("mon 10:30", Voicemail).At("mon 11:00", new GiveFeedback(Id("anna"), null));

        Assert.Equal((null, null), (contacted.Lead.FollowUp, told.Lead.FollowUp));
        Assert.Empty(Reminders(contacted.Until("fri 17:00"), "anna"));
    }

    [Fact]
    public void A_new_owner_inherits_it()
    {
        var story = Accepted(OnlyCallsCount).At("mon 10:30", Voicemail).At("tue 10:00", new AssignLead(Id("marta"), Id("bruno")))
            .Until("thu 12:00");

        Assert.Empty(Reminders(story, "anna"));
        Assert.Equal(["thu 09:00 FollowUp"], Reminders(story, "bruno"));
    }

    [Fact]
    public void Who_takes_the_contact_back_takes_it_back_too()
    {
        var story = Accepted().At("mon 10:30", Called)
            .At("mon 10:35", new UndoReply(Id("anna"), ReplyKind.Contact));

        Assert.Null(story.Lead.FollowUp);
    }

    [Fact]
    public void What_was_planned_before_the_contact_stands_again_when_the_contact_is_taken_back()
    {
        var story = Accepted(OnlyCallsCount).At("mon 10:30", Voicemail).At("mon 11:00", new RecordContact(Id("anna"), ContactWay.Called))
            .At("mon 11:05", new UndoReply(Id("anna"), ReplyKind.Contact));

        Assert.Equal((Thursday, "thu 09:00"), (story.Lead.FollowUp!.On, RemindAt(story)));
    }

    [Fact]
    public void Who_takes_the_day_back_is_not_reminded()
    {
        var dropped = Accepted().At("mon 10:30", Called).At("tue 11:00", new DropFollowUp(Id("anna")));
        Assert.Empty(Reminders(dropped.Until("fri 17:00"), "anna"));

        var again = dropped.At("fri 17:00", new DropFollowUp(Id("anna")));
        Assert.IsType<Answer.AlreadyDone>(again.Answer);
        Assert.Single(again.All<FollowUpDropped>());
        Assert.Equal(
            new Answer.TooLate(LateCause.NotYours),
            Accepted().At("mon 10:30", Called).At("mon 11:00", new DropFollowUp(Id("bruno"))).Answer);
    }

    [Fact]
    public void Only_the_owner_names_it() => Assert.Equal(
        new Answer.TooLate(LateCause.NotYours), Accepted().At("mon 10:30", new PlanFollowUp(Id("bruno"), Thursday)).Answer);

    private static Play Accepted(Company? company = null) =>
        Play.Of("mon 10:00", company).At("mon 10:10", new AcceptOffer(Id("anna"), 1));

    private static string RemindAt(Play story) => Week.Say(story.Lead.FollowUp!.RemindAt!.Value);

    private static IEnumerable<string> Reminders(Play story, string who) =>
        story.MailTo(who).Where(mail => mail.EndsWith("FollowUp", StringComparison.Ordinal));
}
