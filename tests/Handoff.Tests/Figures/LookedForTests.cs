using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Figures;

/// <summary>The customer that both sides look for: told of enough leads, of no few, and without a cause.</summary>
public sealed class LookedForTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 15, 12, 0);

    [Fact]
    public void Below_30_won_or_accepted_leads_it_is_said_how_many_are_missing()
    {
        var told = Read([.. Leads(20, "spring", Accepted), .. Leads(9, "fair", Won), .. Leads(40, "cold", Returned)]);

        Assert.Equal((29, 69, 1, 0), (told.Wanted.S, told.Wanted.N, told.Missing, told.Tables.Length));
        Assert.Equal(0, Read([.. Leads(21, "spring", Accepted), .. Leads(9, "fair", Won)]).Missing);
    }

    [Fact]
    public void A_value_that_was_won_or_accepted_more_often_than_the_others_is_told_with_both_intervals()
    {
        var told = Read(
        [
            .. Leads(30, "spring", Accepted), .. Leads(3, "spring", Returned),
            .. Leads(6, "cold", Won), .. Leads(20, "cold", Returned),
        ]);

        var campaign = told.Tables.Single(table => table.Dimension == "campaign");
        Assert.Equal(
            [("spring", LookedForDifference.MoreOften), ("cold", LookedForDifference.LessOften)],
            campaign.Slices.Select(slice => (slice.Value, slice.Difference)));
        Assert.Equal((ShareFigure.Of(30, 33), ShareFigure.Of(6, 26)), (campaign.Slices[0].Wanted, campaign.Slices[0].Others));
    }

    [Fact]
    public void What_may_be_chance_is_no_difference()
    {
        var told = Read(
        [
            .. Leads(30, "spring", Accepted), .. Leads(3, "spring", Returned),
            .. Leads(20, "cold", Accepted), .. Leads(4, "cold", Returned),
        ]);

        Assert.All(told.Tables.SelectMany(table => table.Slices), slice => Assert.Equal(LookedForDifference.None, slice.Difference));
    }

    [Fact]
    public void A_value_with_fewer_than_5_leads_is_not_shown_and_the_team_is_no_property_of_a_customer()
    {
        var told = Read([.. Leads(40, "spring", Accepted), .. Leads(4, "tiny", Returned), .. Leads(5, "small", Returned)]);

        Assert.Equal(["spring", "small"], told.Tables.Single(table => table.Dimension == "campaign").Slices.Select(slice => slice.Value));
        Assert.Equal(["source", "country", "campaign"], told.Tables.Select(table => table.Dimension));
    }

    [Fact]
    public void Who_ended_by_nobodys_fault_or_is_undecided_is_in_neither_number()
    {
        var told = Read([.. Leads(7, "spring", Nobodys), .. Leads(7, "spring", lead => lead)]);

        Assert.Equal(0, told.Wanted.N);
    }

    private static LookedFor Read(ImmutableArray<LeadFact> leads)
    {
        var company = new Company();
        var fold = new ScorecardFold(new()
        {
            Now = Now,
            Period = FigurePeriod.At(Handoff.Agreements.Period.Month, Now, DateTimeZone.Utc, 1),
            Promises = [],
            Dimensions = ["campaign"],
            Staff = company.Staff,
            Pace = ScorecardQuestion.PaceOf(company.Agreement, company.Staff),
        });
        foreach (var lead in leads)
            fold.Add(lead);
        return fold.Build().LookedFor;
    }

    private static ImmutableArray<LeadFact> Leads(int number, string campaign, Func<LeadFact, LeadFact> became) =>
    [
        .. Enumerable.Range(0, number).Select(_ => became(new LeadFact
        {
            Traits = new()
            {
                Source = "website",
                Team = "italy",
                Tier = "hot",
                Agreement = "2026-11",
                Country = "IT",
                Dimensions = ImmutableSortedDictionary<string, string>.Empty.Add("campaign", campaign),
            },
            Status = LeadStatus.Offered,
            QualifiedAt = Minute.Of(Now - Duration.FromDays(2)),
        })),
    ];

    private static LeadFact Accepted(LeadFact lead) => lead with { AcceptedAt = lead.QualifiedAt.Plus(5), Status = LeadStatus.Accepted };

    private static LeadFact Won(LeadFact lead) => lead with { Outcome = Outcome.Won, OutcomeAt = lead.QualifiedAt.Plus(9) };

    private static LeadFact Returned(LeadFact lead) => Ended(lead, Fault.Marketing);

    private static LeadFact Nobodys(LeadFact lead) => Ended(lead, Fault.Nobody);

    private static LeadFact Ended(LeadFact lead, Fault fault) => lead with
    {
        EndedAt = lead.QualifiedAt.Plus(5),
        End = new("not_a_fit", ReasonEffect.Return, fault),
        Status = LeadStatus.Returned,
    };
}
