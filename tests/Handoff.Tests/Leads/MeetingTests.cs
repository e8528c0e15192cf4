using Handoff.Agreements;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>A meeting with the person is booked, moved or cancelled; first contact is promised within 4 hours.</summary>
public sealed class MeetingTests
{
    private static readonly LeadId Other = new("lead-0");

    private static readonly AddTouch Cancelled = new(Other, new MeetingNews(Ends: null));

    private static readonly RecordContact Met = new(Id("anna"), ContactWay.Meeting);

    /// <summary>Anna has it since Monday 10:00, and meets the person on Wednesday until 10:30.</summary>
    private static Play Booked() => Play.Of("mon 10:00").Decide(new TakeLead(Id("anna"), Week.At("wed 10:30"))).Deliver();

    [Fact]
    public void While_a_meeting_stands_the_first_contact_is_promised_from_its_end_on()
    {
        var story = Booked();

        Assert.Equal(("wed 14:30", ClockState.Met), (story.Due(ClockName.FirstContact), story.Clock(ClockName.Accept).State));
        story.Until("wed 10:29");
        Assert.DoesNotContain(story.MailTo("anna"), mail => mail.Contains("Reminder", StringComparison.Ordinal));
        Assert.Equal(ClockState.Running, story.Clock(ClockName.FirstContact).State);
        Assert.Equal(ClockState.Breached, story.Until("wed 14:31").Clock(ClockName.FirstContact).State);
    }

    [Fact]
    public void A_meeting_that_was_held_keeps_the_promise()
    {
        var story = Booked().At("wed 10:31", Met);

        Assert.Equal((LeadStatus.Contacted, ClockState.Met), (story.Lead.Status, story.Clock(ClockName.FirstContact).State));
    }

    [Fact]
    public void A_cancelled_meeting_reopens_the_clock_from_then_on()
    {
        var story = Booked().At("tue 10:00", Cancelled);

        Assert.Equal(("tue 14:00", ClockState.Running), (story.Due(ClockName.FirstContact), story.Clock(ClockName.FirstContact).State));
        Assert.Equal("tue 10:00", Week.Say(story.Clock(ClockName.FirstContact).StartedAt));
        Assert.Equal(
            [ClockState.Cancelled, ClockState.Running],
            story.Lead.Clocks.Where(clock => clock.Name == ClockName.FirstContact).Select(clock => clock.State));
        Assert.Contains("tue 10:00 CameBack", story.MailTo("anna"));
        Assert.Equal(ClockState.Breached, story.Until("tue 14:01").Clock(ClockName.FirstContact).State);
    }

    [Fact]
    public void A_cancellation_that_is_told_again_changes_nothing()
    {
        var story = Booked().At("tue 10:00", Cancelled).At("tue 11:00", Cancelled);

        Assert.IsType<Answer.AlreadyDone>(story.Answer);
        Assert.Equal("tue 14:00", story.Due(ClockName.FirstContact));

        story.At("tue 12:00", Cancelled with { From = new("lead-9") });

        Assert.Equal("tue 14:00", story.Due(ClockName.FirstContact));
    }

    [Fact]
    public void After_a_contact_a_cancellation_changes_no_clock()
    {
        var story = Booked().At("tue 09:30", new RecordContact(Id("anna"), ContactWay.Called));
        var clocks = story.Lead.Clocks;

        story.At("tue 10:00", Cancelled);

        Assert.Equal(clocks, story.Lead.Clocks);
        Assert.Equal(LeadStatus.Contacted, story.Lead.Status);
    }

    [Fact]
    public void A_meeting_that_is_moved_moves_the_promise()
    {
        var story = Booked().At("tue 10:00", new MoveMeeting(Week.At("thu 11:00")));

        Assert.Equal("thu 15:00", story.Due(ClockName.FirstContact));
        Assert.Empty(story.All<MeetingMoved>());
    }

    [Fact]
    public void A_move_that_changes_no_promise_is_told()
    {
        var story = Booked().At("tue 10:00", new RecordContact(Id("anna"), ContactWay.Called));

        var clocks = story.Lead.Clocks;
        story = story.At("tue 11:00", new MoveMeeting(Week.At("thu 11:00")));

        Assert.Equal(clocks, story.Lead.Clocks);
        Assert.Equal(Week.At("thu 11:00"), story.Only<MeetingMoved>().Ends);
    }

    [Fact]
    public void Who_books_again_has_the_promise_wait_again()
    {
        var story = Booked().At("tue 10:00", Cancelled).At("tue 11:00", new AddTouch(new("lead-9"), new(Week.At("fri 10:00"))));

        Assert.Equal("fri 14:00", story.Due(ClockName.FirstContact));
    }

    [Fact]
    public void A_promise_that_was_missed_stays_missed_whatever_is_booked_then()
    {
        var story = Play.Of("mon 10:00").Decide(new TakeLead(Id("anna"))).Deliver().Until("mon 14:30");

        story.At("mon 15:00", new AddTouch(Other, new(Week.At("fri 10:00"))));

        Assert.Equal((ClockState.Breached, "mon 14:00"), (
            story.Clock(ClockName.FirstContact).State, story.Due(ClockName.FirstContact)));
    }

    [Fact]
    public void A_meeting_that_is_over_when_it_is_told_changes_nothing()
    {
        var story = Play.Of("mon 10:00").Decide(new TakeLead(Id("anna"), Week.At("mon 09:00"))).Deliver();

        Assert.Equal("mon 14:00", story.Due(ClockName.FirstContact));
    }
}
