using Handoff.Leads;
using Handoff.Rows;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>
/// What marketing may do with a lead that came back: contest the return once within five working days, correct it and send it again, or
/// keep it warm (design section 5).
/// </summary>
public sealed class ReturnTests
{
    private static readonly ContestReturn Contest = new(Id("giulia"));
    private static readonly LeadId Again = new("lead-2");

    private static AnswerContest Answers(string who, bool overturns) => new(Id(who), overturns, Again);

    private static Play Returned(string reason = "not_a_fit", Company? company = null) =>
        Play.Of("mon 10:00", company).At("mon 10:05", new AcceptOffer(Id("anna"), 1))
            .At("mon 11:00", new GiveFeedback(Id("anna"), reason));

    private static Play Contested() => Returned().At("mon 12:00", Contest);

    private static void Late(LateCause cause, Play play) => Assert.Equal(new Answer.TooLate(cause), play.Answer);

    [Fact]
    public void A_contest_asks_the_teams_manager_who_has_five_working_days()
    {
        var story = Contested();

        Assert.IsType<Answer.Done>(story.Answer);
        Assert.Equal((LeadStatus.Returned, ContestState.Asked), (story.Lead.Status, story.Lead.Contest!.State));
        Assert.Equal("mon2 12:00", Week.Say(story.Lead.Contest.AnswerBy));
        Assert.Equal(["mon 12:00 Contested"], story.MailTo("marta"));
    }

    [Fact]
    public void A_return_is_contested_once()
    {
        var story = Contested().At("mon 12:01", Contest);
        Assert.IsType<Answer.AlreadyDone>(story.Answer);
        Late(LateCause.Contested, story.At("mon 12:02", new ContestReturn(Id("paolo"))));
        Late(LateCause.Contested, story.At("mon 12:03", Answers("marta", overturns: false)).At("mon 12:04", Contest));
        Assert.Single(story.All<ReturnContested>());
    }

    [Theory]
    [InlineData("mon2 11:00", true)]
    [InlineData("mon2 11:01", false)]
    public void It_is_contested_within_five_working_days_of_the_return(string at, bool isInTime)
    {
        var story = Returned().At(at, Contest);

        Assert.Equal(isInTime ? new Answer.Done() : new Answer.TooLate(LateCause.ContestOver), story.Answer);
    }

    [Theory]
    [InlineData("not_a_fit", true)]
    [InlineData("spam", true)]
    [InlineData("not_now", false)]
    public void What_came_back_or_ended_by_marketings_fault_may_be_contested(string reason, bool may) =>
        Assert.Equal(may, Returned(reason).At("mon 12:00", Contest).Answer is Answer.Done);

    [Fact]
    public void What_never_came_back_cannot_be_contested_nor_sent_again_nor_kept_warm()
    {
        var open = Play.Of("mon 10:00");
        Late(LateCause.NotBack, open.At("mon 10:01", Contest));
        Late(LateCause.NotBack, open.At("mon 10:01", new SendAgain(Id("giulia"), Again)));
        Late(LateCause.NotBack, open.At("mon 10:01", new Recycle(Id("giulia"))));
        Late(LateCause.NotBack, open.At("mon 10:01", Answers("marta", overturns: true)));
    }

    [Fact]
    public void An_upheld_return_stands_and_can_still_be_corrected()
    {
        var story = Contested().At("mon 14:00", Answers("marta", overturns: false));

        Assert.Equal((ContestState.Upheld, true), (story.Lead.Contest!.State, LeadRow.Of(story.Lead).CountsAgainstMarketing));
        Assert.Equal("mon 14:00 ContestAnswered", story.MailTo("giulia").Last());
        Assert.Null(story.Lead.FollowedBy);
        Assert.IsType<Answer.Done>(story.At("tue 10:00", new SendAgain(Id("giulia"), Again)).Answer);
    }

    [Fact]
    public void An_overturned_return_counts_against_nobody_and_a_new_handoff_follows()
    {
        var story = Contested().At("mon 14:00", Answers("marta", overturns: true));

        Assert.Equal((LeadStatus.Returned, ContestState.Overturned), (story.Lead.Status, story.Lead.Contest!.State));
        Assert.False(LeadRow.Of(story.Lead).CountsAgainstMarketing);
        Assert.Equal(new Follow(Again, FollowCause.Overturned), story.Lead.FollowedBy);
        Assert.Equal(Again, story.All<MessageOwed>().Single(owed => owed.Message.Kind == MessageKind.HandAgain).Message.About.Lead);
        Assert.Null(story.Lead.NextWakeUp);
    }

    [Fact]
    public void An_answer_is_repeated_without_effect_and_changed_no_more()
    {
        var story = Contested().At("mon 14:00", Answers("marta", overturns: true));

        Assert.IsType<Answer.AlreadyDone>(story.At("mon 14:01", Answers("marta", overturns: true)).Answer);
        Late(LateCause.ContestAnswered, story.At("mon 14:01", Answers("marta", overturns: false)));
        Late(LateCause.ContestAnswered, story.At("mon 14:01", Answers("luca", overturns: true)));
    }

    [Fact]
    public void Unanswered_for_five_working_days_it_goes_to_both_heads_and_waits_until_they_agree()
    {
        var story = Contested().Until("mon2 12:00");
        Assert.Equal(ContestState.WithHeads, story.Lead.Contest!.State);
        Assert.Equal("mon2 12:00 Contested", story.MailTo("paolo").Single());
        Assert.Contains("mon2 12:00 Contested", story.MailTo("giulia"));
        Late(LateCause.WithHeads, story.At("mon2 12:01", Answers("marta", overturns: true)));

        story.At("mon2 13:00", Answers("paolo", overturns: false)).At("mon2 14:00", Answers("giulia", overturns: true));
        Assert.Equal(ContestState.WithHeads, story.Lead.Contest!.State);

        story.At("mon2 15:00", Answers("paolo", overturns: true));
        Assert.Equal((ContestState.Overturned, Again), (story.Lead.Contest!.State, story.Lead.FollowedBy!.Lead));
    }

    [Fact]
    public void A_head_who_has_left_is_not_waited_for()
    {
        var story = Contested().Until("mon2 12:00").Changes("mon2 12:30", company => company.Leaves("giulia"))
            .At("mon2 13:00", Answers("paolo", overturns: false));

        Assert.Equal(ContestState.Upheld, story.Lead.Contest!.State);
    }

    [Fact]
    public void An_answer_that_comes_before_the_turn_which_escalates_comes_too_late_all_the_same() =>
        Late(LateCause.WithHeads, Contested().Late("mon2 12:30", Answers("marta", overturns: true)));

    [Fact]
    public void While_a_contest_waits_nothing_else_is_done()
    {
        Late(LateCause.Contested, Contested().At("mon 12:10", new SendAgain(Id("giulia"), Again)));
        Late(LateCause.Contested, Contested().At("mon 12:10", new Recycle(Id("giulia"))));
    }

    [Fact]
    public void A_corrected_lead_is_sent_again_once_and_leaves_the_queue()
    {
        var story = Returned();
        Assert.Equal(LeadShelf.Returned, LeadShelves.Of(story.Lead));

        story.At("tue 10:00", new SendAgain(Id("giulia"), Again));
        Assert.Equal((new Follow(Again, FollowCause.Corrected), LeadShelf.Ended), (story.Lead.FollowedBy, LeadShelves.Of(story.Lead)));
        Assert.IsType<Answer.AlreadyDone>(story.At("tue 10:01", new SendAgain(Id("giulia"), Again)).Answer);
        Late(LateCause.SentAgain, story.At("tue 10:01", new SendAgain(Id("giulia"), new("lead-3"))));
        Late(LateCause.SentAgain, story.At("tue 10:01", new Recycle(Id("giulia"))));
        Late(LateCause.SentAgain, story.At("tue 10:01", Contest));
    }

    [Fact]
    public void A_recycled_lead_is_kept_warm_by_marketing()
    {
        var story = Returned().At("tue 10:00", new Recycle(Id("giulia")));

        Assert.Equal((LeadStatus.Nurture, "Marketing"), (story.Lead.Status, story.OwnerName));
        Assert.Equal(LeadShelf.Ended, LeadShelves.Of(story.Lead));
        Assert.IsType<Answer.AlreadyDone>(story.At("tue 10:01", new Recycle(Id("giulia"))).Answer);
        Late(LateCause.Recycled, story.At("tue 10:01", new SendAgain(Id("giulia"), Again)));
    }

    [Fact]
    public void Once_marketing_has_acted_the_return_is_not_taken_back() =>
        Late(LateCause.UndoOver, Returned().At("mon 11:02", Contest).At("mon 11:05", new UndoReply(Id("anna"), ReplyKind.Feedback)));

    [Fact]
    public void An_erased_lead_is_contested_no_more()
    {
        var story = Contested().At("tue 10:00", new EraseLead());

        Assert.Null(story.Lead.NextWakeUp);
        Late(LateCause.Ended, story.At("tue 10:01", Answers("marta", overturns: true)));
        Assert.Empty(story.All<ContestEscalated>());
    }

    [Fact]
    public void In_every_life_a_contest_is_once_and_what_is_overturned_is_followed_by_one_handoff() => LeadProperties.InTheEnd(play =>
    {
        var overturned = play.All<ContestOverturned>().Count();
        Assert.True(play.All<ReturnContested>().Count() <= 1);
        Assert.True(overturned + play.All<ContestUpheld>().Count() <= 1);
        Assert.True(play.All<SentAgain>().Count() <= 1);
        Assert.Equal(overturned, play.All<SentAgain>().Count(sent => sent.Cause == FollowCause.Overturned));
        Assert.All(play.All<ContestVoted>(), vote => Assert.Contains(vote.By, play.Only<ContestEscalated>().Heads));
        Assert.True(play.Lead.Contest is not { State: ContestState.Asked } || play.Lead.Status == LeadStatus.Erased);
        Assert.True(overturned == 0 || !LeadRow.Of(play.Lead).CountsAgainstMarketing);
    });
}
