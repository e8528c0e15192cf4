using CsCheck;
using Handoff.Board;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Board;

/// <summary>Which leads a list shows.</summary>
public sealed class LeadFilterTests
{
    private static readonly LeadRow Row = LeadRow.Of(Play.Of("mon 10:00").At("mon 10:05", new AcceptOffer(Id("anna"), 1)).Lead);

    public static TheoryData<LeadFilter, bool> Filters => new()
    {
        { new(), true },
        { new(Status: LeadStatus.Accepted), true },
        { new(Status: LeadStatus.Returned), false },
        { new(Source: Row.Source, Team: Row.Team, Tier: Row.Tier), true },
        { new(Source: "elsewhere"), false },
        { new(Tier: "none"), false },
        { new(Owner: Row.OwnerKey), true },
        { new(Owner: LeadRow.Queue), false },
        { new(Dimension: "campaign", Value: "none"), true },
        { new(Dimension: "campaign", Value: "spring"), false },
        { new(ReceivedFrom: Row.ReceivedAt, ReceivedBefore: Row.ReceivedAt + Duration.Epsilon), true },
        { new(ReceivedFrom: Row.ReceivedAt + Duration.Epsilon), false },
        { new(ReceivedBefore: Row.ReceivedAt), false },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_lead_is_listed_that_has_all_that_is_asked(LeadFilter filter, bool matches) => Assert.Equal(matches, filter.Matches(Row));

    [Fact]
    public void Of_a_lead_that_ended_the_owner_is_who_had_it_last()
    {
        var ended = LeadRow.Of(
            Play.Of("mon 10:00").At("mon 10:05", new AcceptOffer(Id("anna"), 1))
                .At("mon 11:00", new GiveFeedback(Id("anna"), "not_a_fit")).Lead);

        Assert.True(new LeadFilter(Owner: Row.OwnerKey).Matches(ended));
    }

    [Fact]
    public void The_shelves_that_are_read_hold_every_lead_of_the_status() => AnyLife.Any.Sample(
        life => AnyLife.Tell(life, (_, _, _, decision, _) =>
        {
            var row = LeadRow.Of(decision.Lead);
            Assert.Contains(row.Shelf, new LeadFilter(Status: row.Status).Shelves);
        }), iter: 100);
}
