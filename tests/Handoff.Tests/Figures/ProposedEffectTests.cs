using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Figures;

/// <summary>What a proposal would have changed is told by the times that people took.</summary>
public sealed class ProposedEffectTests
{
    private static readonly Agreement InForce = Qualification.Given.Acme;

    [Fact]
    public void A_changed_length_judges_the_past_clocks_of_its_tier_again()
    {
        var fold = new ClockEffectFold(InForce, With(Within.OfDuration(Duration.FromMinutes(30))), Minute.None);
        foreach (var (state, isMet, ran) in new[]
        {
            (ClockState.Met, true, 20), (ClockState.Met, true, 45), (ClockState.Breached, true, 80), (ClockState.Breached, false, 0),
            (ClockState.Running, false, 0), (ClockState.Cancelled, false, 10),
        })
            fold.Add(Lead(Tier, new(state, Minute.Of(Week.At("mon 10:00")), isMet, ran)));
        fold.Add(Lead("another", new(ClockState.Met, Minute.Of(Week.At("mon 10:00")), true, 5)));

        var effect = Assert.Single(fold.Build());
        Assert.Equal((Tier, ClockName.Accept), (effect.Tier, effect.Clock));
        Assert.Equal((2, 1, 4), (effect.Now.S, effect.Then.S, effect.Then.N));
        Assert.Equal(7, fold.Qualified);
    }

    [Fact]
    public void Working_days_are_not_compared_with_minutes() =>
        Assert.Empty(Built(With(Within.OfDays(1))));

    [Fact]
    public void What_does_not_change_has_no_effect() => Assert.Empty(Built(InForce));

    [Fact]
    public void A_promise_whose_figure_alone_changes_is_compared()
    {
        Commitment[] all =
        [
            new(Side.Sales, "accepted_in_time", 90, true, Handoff.Agreements.Period.Week, false),
            new(Side.Sales, "feedback_in_time", 90, true, Handoff.Agreements.Period.Week, false),
        ];
        var before = InForce with { Commitments = [.. all] };
        var after = InForce with { Commitments = [all[0] with { AtLeast = 80 }, all[1] with { Per = Handoff.Agreements.Period.Month }] };

        Assert.Equal((all[0], all[0] with { AtLeast = 80 }), Assert.Single(ProposedEffect.ChangedPromises(before, after)));
    }

    private static string Tier => InForce.Tiers[0].Name;

    private static ImmutableArray<ClockEffect> Built(Agreement proposed)
    {
        var fold = new ClockEffectFold(InForce, proposed, Minute.None);
        fold.Add(Lead(Tier, new(ClockState.Met, Minute.Of(Week.At("mon 10:00")), true, 5)));
        return fold.Build();
    }

    private static Agreement With(Within accept) => InForce with
    {
        Tiers = InForce.Tiers.SetItem(0, InForce.Tiers[0] with { Accept = InForce.Tiers[0].Accept with { Within = accept } }),
    };

    private static LeadFact Lead(string tier, ClockFact accept) => new()
    {
        Traits = new()
        {
            Source = "website",
            Team = "italy",
            Tier = tier,
            Agreement = "1",
            Country = "none",
            Dimensions = ImmutableSortedDictionary<string, string>.Empty,
        },
        QualifiedAt = Minute.Of(Week.At("mon 09:00")),
        Accept = accept,
    };
}
