using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Figures.Statistics;
using Handoff.Leads;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;
using Period = Handoff.Agreements.Period;

namespace Handoff.Tests.Figures;

/// <summary>What the two sides would disagree about: a real difference is found, and chance is not told as one.</summary>
public sealed class DisagreementTests
{
    private const int Seeds = 100;

    private static readonly Company Company = new();
    private static readonly DateTimeZone Rome = Company.Agreement.TimeZone;
    private static readonly FigurePeriod WeekOf = FigurePeriod.At(Period.Week, Week.At("mon 12:00"), Rome, 1);
    private static readonly ImmutableArray<string> Dimensions = ["source", "team", "tier", "country", "daypart", "campaign"];
    private static readonly ImmutableArray<(string, Fault)> Reasons =
        [.. Company.Agreement.Reasons.Select(one => (one.Code, one.Fault))];
    [Theory]
    [InlineData(3, 4, 1, 4, 0.4857)]
    [InlineData(4, 4, 0, 4, 0.0286)]
    [InlineData(1, 12, 9, 12, 0.00276)]
    [InlineData(10, 13, 2, 17, 0.00054)]
    [InlineData(0, 20, 0, 30, 1)]
    [InlineData(20, 20, 30, 30, 1)]
    public void The_chance_of_a_gap_is_that_of_Fishers_exact_test(int good, int all, int otherGood, int others, double chance) =>
        Assert.Equal(chance, FisherExact.Chance(good, all, otherGood, others), 0.00005);

    [Fact]
    public void A_campaign_of_40_leads_of_which_35_percent_are_accepted_and_80_of_160_others_is_found_in_95_of_100_weeks()
    {
        var found = Enumerable.Range(0, Seeds).Count(seed =>
            Sharpest(Leads(seed, bad: "fair", rate: 0.35)).Any(one => one.Value == "fair"));

        Assert.True(found >= 95, $"found in {found} of {Seeds}");
    }

    [Fact]
    public void Of_100_weeks_without_a_difference_10_at_most_claim_one()
    {
        var claimed = Enumerable.Range(0, Seeds).Count(seed => !Sharpest(Leads(seed, bad: null, rate: 0.8)).IsEmpty);

        Assert.True(claimed <= 10, $"claimed in {claimed} of {Seeds}");
    }

    [Fact]
    public void A_slice_of_fewer_than_10_leads_is_not_asked() =>
        Assert.DoesNotContain(Found(Some(9, "tiny", accepted: 0).Concat(Some(200, "web", accepted: 200))), one => one.Value == "tiny");

    [Fact]
    public void A_slice_is_compared_with_the_rest_and_not_with_the_whole()
    {
        var one = Found(Some(20, "fair", accepted: 2).Concat(Some(50, "web", accepted: 45)))
            .First(one => one is { Value: "fair", Question: "acceptance_rate" });

        Assert.Equal((2, 20, 45, 50), (one.Slice.S, one.Slice.N, one.Rest.S, one.Rest.N));
        Assert.Equal(Side.Marketing, one.Against);
    }

    [Fact]
    public void What_another_explains_is_told_once()
    {
        // All leads of the campaign came from one country, so the country stands out as well.
        var leads = Some(30, "fair", accepted: 3, country: "CH").Concat(Some(100, "web", accepted: 90, country: "IT"));

        Assert.Single(Sharpest(leads));
    }

    [Fact]
    public void What_stands_out_again_says_for_how_many_weeks_and_not_at_all_while_it_becomes_smaller()
    {
        var before = Found(Some(30, "fair", accepted: 3).Concat(Some(100, "web", accepted: 90)));
        var worse = Fold(Some(40, "fair", accepted: 3).Concat(Some(100, "web", accepted: 90)));
        var better = Fold(Some(30, "fair", accepted: 9).Concat(Some(100, "web", accepted: 90)));

        var again = SharpestDisagreements.InARow(worse.Build(), before);
        Assert.Equal(2, again.First(one => one.Value == "fair").InARow);
        Assert.NotEmpty(SharpestDisagreements.Of(again, before, worse.Within));
        Assert.Empty(SharpestDisagreements.Of(SharpestDisagreements.InARow(better.Build(), before), before, better.Within));
    }

    [Fact]
    public void What_stood_out_and_was_not_told_is_told_although_it_became_smaller()
    {
        var before = Found(Some(30, "fair", accepted: 3).Concat(Some(100, "web", accepted: 90)));
        var better = Fold(Some(30, "fair", accepted: 9).Concat(Some(100, "web", accepted: 90)));

        Assert.NotEmpty(SharpestDisagreements.Of(SharpestDisagreements.InARow(better.Build(), before), [], better.Within));
    }

    [Fact]
    public void No_more_than_two_speak_against_a_side_and_three_are_told()
    {
        var leads = Some(30, "a", accepted: 3).Concat(Some(30, "b", accepted: 3)).Concat(Some(30, "c", accepted: 3))
            .Concat(Some(300, "web", accepted: 290));

        Assert.Equal(2, Sharpest(leads).Length);
    }

    private static IEnumerable<LeadFact> Leads(int seed, string? bad, double rate)
    {
        var random = new Random(seed);
        foreach (var campaign in (string[])["spring", "webinar", "search", "fair", "news"])
        {
            for (var i = 0; i < 40; i++)
            {
                yield return Lead(
                    random, campaign, random.NextDouble() < (campaign == bad ? rate : 0.8), random.Next(2) == 0 ? "IT" : "DE");
            }
        }
    }

    private static List<LeadFact> Some(int count, string campaign, int accepted, string country = "IT")
    {
        var random = new Random(campaign.Length);
        return Enumerable.Range(0, count).Select(i => Lead(random, campaign, i < accepted, country)).ToList();
    }

    private static LeadFact Lead(Random random, string campaign, bool isAccepted, string country)
    {
        var qualified = Minute.Of(WeekOf.Start + Duration.FromMinutes(random.Next(5 * 24 * 60)));
        var lead = new LeadFact
        {
            Traits = Traits(campaign, country, random.Next(2) == 0 ? "italy" : "world", random.Next(2) == 0 ? "hot" : "warm"),
            Status = isAccepted ? LeadStatus.Accepted : LeadStatus.Returned,
            ReceivedAt = qualified,
            QualifiedAt = qualified,
        };
        return isAccepted
            ? lead with { AcceptedAt = qualified.Plus(10) }
            : lead with { EndedAt = qualified.Plus(10), End = new("not_a_fit", ReasonEffect.Return, Fault.Marketing) };
    }

    private static LeadTraits Traits(string campaign, string country, string team, string tier) => new()
    {
        Source = "website",
        Team = team,
        Tier = tier,
        Agreement = "2026-11",
        Country = country,
        Dimensions = ImmutableSortedDictionary<string, string>.Empty.Add("campaign", campaign),
    };

    private static DisagreementFold Fold(IEnumerable<LeadFact> leads)
    {
        var fold = new DisagreementFold(WeekOf, Dimensions, Reasons, Company.Staff);
        foreach (var lead in leads)
            fold.Add(lead);
        return fold;
    }

    private static ImmutableArray<Disagreement> Found(IEnumerable<LeadFact> leads) => Fold(leads).Build();

    private static ImmutableArray<Disagreement> Sharpest(IEnumerable<LeadFact> leads)
    {
        var fold = Fold(leads);
        return SharpestDisagreements.Of(fold.Build(), [], fold.Within);
    }
}
