using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Qualification.Quality;
using Handoff.Rows;
using NodaTime;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>What is authentic and cannot be used is held back, until marketing or time says what becomes of it.</summary>
public sealed class QuarantineTests
{
    private static readonly LeadId Other = new("lead-0");
    private static readonly PersonId Giulia = Id("giulia");

    private static Play Held(string at = "mon 10:00") =>
        Play.In(new()).Late(at, new Receive(Request(), ReceptionVerdict.Quarantined, Held: QuarantineCause.NoContact));

    [Fact]
    public void A_lead_that_is_held_back_is_marketings_and_runs_no_clock()
    {
        var story = Held().Until("fri 10:00");

        Assert.Equal((LeadStatus.Quarantined, OwnerKind.Marketing), (story.Lead.Status, story.Lead.Owner.Kind));
        Assert.False(story.Lead.Status.IsOpen());
        Assert.Empty(story.Lead.Clocks);
        Assert.Null(story.Lead.Milestones.QualifiedAt);
        Assert.Equal(LeadShelf.Returned, LeadRow.Of(story.Lead).Shelf);
    }

    [Fact]
    public void The_days_mail_tells_marketing_of_it() =>
        Assert.Equal(["giulia"], Held().Lead.Outbox.Select(message => Name(message.To)));

    [Fact]
    public void A_release_qualifies_it_at_that_instant()
    {
        var story = Held().At("tue 10:00", new ReleaseHeld(Giulia, Of: null));

        Assert.Equal("tue 10:00", Week.Say(story.Lead.Milestones.QualifiedAt!.Value));
        Assert.Equal("tue 11:00", story.Due(ClockName.Accept));
        Assert.Equal(Giulia, story.Lead.Quarantine!.ReleasedBy);
        Assert.Equal("mon 10:00", Week.Say(story.Lead.ReceivedAt));
    }

    [Fact]
    public void A_release_joins_the_open_handoff_of_the_same_person()
    {
        var story = Held().Late("tue 10:00", new ReleaseHeld(Giulia, Other));

        Assert.Equal((LeadStatus.Duplicate, Other), (story.Lead.Status, story.Lead.DuplicateOf));
        Assert.Contains(story.Lead.Outbox, message => message.Kind == MessageKind.Touch && message.About.Lead == Other);
    }

    [Fact]
    public void A_second_release_changes_nothing()
    {
        var story = Held().At("tue 10:00", new ReleaseHeld(Giulia, Of: null)).At("tue 10:05", new ReleaseHeld(Giulia, Of: null));

        Assert.IsType<Answer.AlreadyDone>(story.Answer);
        Assert.Single(story.All<Released>());
    }

    [Fact]
    public void A_discarded_lead_cannot_be_released_and_the_mail_of_it_does_not_go()
    {
        var story = Held().Decide(new DiscardHeld(Giulia));

        Assert.Equal(LeadStatus.Discarded, story.Lead.Status);
        Assert.Empty(story.Lead.Outbox);
        Assert.Null(story.Lead.NextWakeUp);
        Assert.IsType<Answer.AlreadyDone>(story.Decide(new DiscardHeld(Giulia)).Answer);
        Assert.IsType<Answer.TooLate>(story.Decide(new ReleaseHeld(Giulia, Of: null)).Answer);
    }

    [Fact]
    public void Nobody_acts_for_thirty_days_and_it_is_discarded()
    {
        var story = Held();
        var end = story.Now + Duration.FromDays(30);

        Assert.Equal(LeadStatus.Quarantined, story.Until(end - Duration.FromSeconds(1)).Lead.Status);
        Assert.Equal(LeadStatus.Discarded, story.Until(end).Lead.Status);
        Assert.Null(story.Only<HeldDiscarded>().By);
    }

    [Fact]
    public void A_suspect_is_held_back_in_its_first_turn_as_if_it_had_never_been_an_MQL()
    {
        var story = Play.In(new()).Late("mon 10:00", new Receive(Request(), ReceptionVerdict.Qualified))
            .Decide(new HoldSuspect([Suspicion.Disposable]));

        Assert.Equal((LeadStatus.Quarantined, OwnerKind.Marketing), (story.Lead.Status, story.Lead.Owner.Kind));
        Assert.Equal(Suspicion.Disposable, Assert.Single(story.Lead.Quarantine!.Reasons));
        Assert.Null(story.Lead.Milestones.QualifiedAt);
        Assert.Null(story.Lead.UnmetClock);
        Assert.Equal(["giulia"], story.Lead.Outbox.Select(message => Name(message.To)));
        story = story.At("tue 10:00", new ReleaseHeld(Giulia, Of: null));
        Assert.Equal("tue 11:00", story.Due(ClockName.Accept));
        Assert.False(story.Lead.AwaitsChecks);
    }

    [Fact]
    public void A_suspect_below_the_points_is_held_back_too_and_its_score_stays()
    {
        var story = Play.In(new()).Late("mon 10:00", new Receive(Request() with { Qualifies = false }, ReceptionVerdict.BelowThePoints));
        Assert.True(story.Lead.AwaitsChecks);
        Assert.Null(story.Lead.NextWakeUp);

        story = story.Decide(new HoldSuspect([Suspicion.Disposable]));

        Assert.Equal((LeadStatus.Quarantined, Request().Score), (story.Lead.Status, story.Lead.Known.Score));
        Assert.Equal(Suspicion.Disposable, Assert.Single(story.Lead.Quarantine!.Reasons));
        Assert.Empty(story.All<ClockCancelled>());
    }

    [Fact]
    public void What_marketing_has_for_another_reason_is_looked_at_no_more()
    {
        var story = Play.In(new()).Late("mon 10:00", new Receive(Request(), ReceptionVerdict.BelowThePoints))
            .At("mon 10:05", new WithdrawConsent(ByPerson: true));

        Assert.IsType<Answer.TooLate>(story.Decide(new HoldSuspect([Suspicion.NoMail])).Answer);
    }

    [Fact]
    public void A_lead_that_somebody_was_asked_to_take_is_held_back_no_more()
    {
        var story = Play.Of("mon 10:00").Decide(new TakeTurn());

        Assert.IsType<Answer.TooLate>(story.Decide(new HoldSuspect([Suspicion.NoMail])).Answer);
        Assert.Equal(LeadStatus.Offered, story.Lead.Status);
    }

    [Fact]
    public void A_lead_that_was_never_held_back_can_be_neither_released_nor_discarded()
    {
        Assert.IsType<Answer.TooLate>(Play.Of("mon 10:00").Decide(new ReleaseHeld(Giulia, Of: null)).Answer);
        Assert.IsType<Answer.TooLate>(Play.Of("mon 10:00").Decide(new DiscardHeld(Giulia)).Answer);
    }
}
