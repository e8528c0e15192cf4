using Handoff.Agreements;
using Handoff.Leads;
using Xunit;

namespace Handoff.Tests.Leads;

public sealed class OfferTests
{
    [Fact]
    public void A_qualified_lead_is_offered_to_one_rep_at_once()
    {
        var story = Story.Of("mon 10:00").Until("mon 10:01");

        Assert.Equal(LeadStatus.Offered, story.Lead.Status);
        Assert.Equal("anna", story.OwnerName);
        Assert.Equal("mon 11:00", story.Due(ClockName.Accept));
        Assert.Equal(["mon 10:00 Offer anna"], story.Mail);
        Assert.Equal(1, story.Load("anna"));
    }
}
