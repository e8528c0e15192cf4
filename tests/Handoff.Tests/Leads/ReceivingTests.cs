using Handoff.Agreements;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class ReceivingTests
{
    private static readonly LeadId Other = new("lead-0");

    [Fact]
    public void A_qualified_lead_is_in_the_managers_queue_until_the_first_turn_which_is_owed_now()
    {
        var story = Play.Of("mon 10:00");

        Assert.Equal((LeadStatus.Qualified, OwnerKind.ManagerQueue), (story.Lead.Status, story.Lead.Owner.Kind));
        Assert.True(story.Lead.NextWakeUp <= story.Now);
        Assert.Equal("mon 11:00", story.Due(ClockName.Accept));
    }

    [Fact]
    public void A_lead_that_arrives_while_closed_starts_its_clock_at_the_next_opening()
    {
        var story = Play.Of("sat 15:00");

        Assert.Equal("mon2 10:00", story.Due(ClockName.Accept));
        Assert.Equal("sat 15:00", Week.Say(story.Clock(ClockName.Accept).StartedAt));
    }

    [Fact]
    public void A_lead_below_the_points_stays_with_marketing_and_never_wakes()
    {
        var story = Play.In(new()).Late("mon 10:00", new Receive(Request(), ReceptionVerdict.BelowThePoints));

        Assert.Equal((LeadStatus.Nurture, OwnerKind.Marketing), (story.Lead.Status, story.Lead.Owner.Kind));
        Assert.Null(story.Lead.NextWakeUp);
        Assert.Equal(40, story.Only<LeftWithMarketing>().QualifiedAt);
    }

    [Fact]
    public void Spam_is_discarded_and_tells_nobody()
    {
        var story = Play.In(new()).Late("mon 10:00", new Receive(Request(), ReceptionVerdict.Spam)).Until("tue 10:00");

        Assert.Equal((LeadStatus.Discarded, OwnerKind.Nobody), (story.Lead.Status, story.Lead.Owner.Kind));
        Assert.Empty(story.Mail);
    }

    [Fact]
    public void A_duplicate_owes_a_touch_to_the_open_handoff()
    {
        var story = Play.In(new()).Late("mon 10:00", new Receive(Request(), ReceptionVerdict.Duplicate, Other));

        Assert.Equal((LeadStatus.Duplicate, Other), (story.Lead.Status, story.Lead.DuplicateOf));
        Assert.Equal((MessageKind.Touch, Other), (Assert.Single(story.Lead.Outbox).Kind, story.Lead.Outbox[0].About.Lead));
        Assert.Null(story.Deliver().Lead.NextWakeUp);
    }

    [Fact]
    public void A_duplicate_whose_handoff_has_ended_by_then_begins_after_all()
    {
        var story = Play.In(new()).Late("mon 10:00", new Receive(Request(), ReceptionVerdict.Duplicate, Other));
        story.Courier = message => message.Kind == MessageKind.Touch ? DeliveryResult.Refused : DeliveryResult.Sent;

        story.Until("mon 10:01");

        Assert.Equal((LeadStatus.Offered, null), (story.Lead.Status, story.Lead.DuplicateOf));
        Assert.Equal(["mon 10:00 Offer anna"], story.Mail);
        Assert.Equal("mon 11:00", story.Due(ClockName.Accept));
    }

    [Fact]
    public void A_duplicate_below_the_points_whose_handoff_has_ended_stays_with_marketing()
    {
        var story = Play.In(new()).Late("mon 10:00", new Receive(Request() with { Qualifies = false }, ReceptionVerdict.Duplicate, Other));
        story.Courier = _ => DeliveryResult.Refused;

        Assert.Equal(LeadStatus.Nurture, story.Until("mon 10:01").Lead.Status);
    }

    [Fact]
    public void A_touch_on_an_open_handoff_is_told_to_the_rep_once()
    {
        var story = Play.Of("mon 10:00").At("mon 10:10", new AddTouch(Other)).At("mon 10:11", new AddTouch(Other));

        Assert.IsType<Answer.AlreadyDone>(story.Answer);
        Assert.Equal(["mon 10:00 Offer", "mon 10:10 CameBack"], story.MailTo("anna"));
        Assert.Equal([Other], story.Lead.Touches.AsEnumerable());
    }

    [Fact]
    public void Whoever_asks_again_and_again_is_counted_and_the_rep_is_written_to_once_in_ten_minutes()
    {
        var story = Play.Of("mon 10:00");
        for (var request = 1; request <= 300; request++)
            story.At($"mon 10:{request * 12 / 300 + 10}", new AddTouch(new($"request {request}")));

        story.Until("mon 10:40");

        Assert.Equal(["mon 10:00 Offer", "mon 10:10 CameBack", "mon 10:20 CameBack", "mon 10:30 CameBack"], story.MailTo("anna").Take(4));
        Assert.Equal(300, story.Lead.TouchCount);
        Assert.Equal(300, story.Events.OfType<TouchAdded>().Select(touch => touch.From).Distinct().Count());
        Assert.Equal(Enumerable.Range(251, 50).Select(request => new LeadId($"request {request}")), story.Lead.Touches);
    }

    [Fact]
    public void A_touch_on_a_handoff_that_has_ended_is_too_late()
    {
        var story = Play.Of("mon 10:00").At("mon 10:10", new DeclineOffer(Id("anna"), 1, "not_a_fit")).At("mon 10:20", new AddTouch(Other));

        Assert.Equal(new Answer.TooLate(LateCause.Ended), story.Answer);
        Assert.Empty(story.Lead.Touches);
    }

    [Fact]
    public void A_lead_is_received_once_and_before_anything_else()
    {
        Assert.Throws<InvalidOperationException>(
            () => Play.Of("mon 10:00").Late("mon 10:01", new Receive(Request(), ReceptionVerdict.Qualified)));
        Assert.Throws<InvalidOperationException>(() => Play.In(new()).Late("mon 10:00", new TakeTurn()));
    }
}
