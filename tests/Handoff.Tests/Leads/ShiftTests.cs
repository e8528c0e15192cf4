using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class ShiftTests
{
    private static readonly Company TwoShifts = (WithReps("anna", "carla") with
    {
        TeamCalendar = BusinessCalendar.AnyOf("office, late", [Office, Late]),
    }).Work("carla", Late);

    [Fact]
    public void An_offer_unanswered_at_the_end_of_the_shift_goes_to_whoever_is_on_shift_without_fault()
    {
        var story = Play.Of("mon 16:50", TwoShifts).Until("mon 17:01");

        Assert.Equal("carla", story.OwnerName);
        Assert.Equal((MoveCause.ShiftEnded, true), (story.Only<OfferLapsed>().Cause, story.Only<OfferLapsed>().CreditBack));
        Assert.Equal(["mon 17:00 Offer"], story.MailTo("carla"));
        Assert.Equal("mon 17:50", story.Due(ClockName.Accept));
    }

    [Fact]
    public void If_nobody_is_on_shift_the_offer_stands()
    {
        var story = Play.Of("mon 16:50").Until("tue 09:05");

        Assert.Equal("anna", story.OwnerName);
        Assert.Empty(story.All<OfferLapsed>());
        Assert.Equal("tue 09:50", story.Due(ClockName.Accept));
    }

    [Fact]
    public void An_offer_made_before_the_shift_does_not_lapse_before_it()
    {
        var story = Play.Of("sun 23:00", TwoShifts).Until("mon2 09:01");

        Assert.Equal("anna", story.OwnerName);
        Assert.Empty(story.All<OfferLapsed>());
    }

    [Fact]
    public void An_accepted_lead_stays_with_its_owner_over_the_end_of_the_shift() =>
        Assert.Equal("anna", Play.Of("mon 16:50", TwoShifts).At("mon 16:55", new AcceptOffer(Id("anna"), 1)).Until("mon 20:00").OwnerName);
}
