using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.People;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Meetings;

/// <summary>What is said of the figure by which a decision is judged, before and after it.</summary>
public sealed class DecisionFateTests
{
    private static readonly Commitment Rate =
        new(Side.Marketing, "acceptance_rate", 80, IsPercent: true, Handoff.Agreements.Period.Month, Reported: false);

    private static readonly DecisionFate Decided = new(
        1, "Call within the hour", new PersonId("paolo"), new LocalDate(2026, 12, 15), true, Rate.Metric, 90, null, null);

    [Fact]
    public void It_is_too_early_until_a_period_that_began_after_it_is_over()
    {
        var fate = Decided.Judged(Rate, Share(30, 60), null, periods: 0);

        Assert.Equal((50m, null, false), (fate.Before, fate.After, fate.IsJudged));
    }

    [Fact]
    public void A_period_with_twenty_leads_tells_what_came_of_it()
    {
        Assert.Equal((75m, null, true), After(15, 20, periods: 1));
        Assert.Equal((null, null, false), After(15, 19, periods: 2));
    }

    [Fact]
    public void The_third_period_is_told_however_few_its_leads_are()
    {
        Assert.Equal((75m, 4, true), After(3, 4, periods: 3));
        Assert.Equal((null, 0, true), After(0, 0, periods: 3));
    }

    private static (decimal?, int?, bool) After(int good, int all, int periods) =>
        Decided.Judged(Rate, Share(1, 2), Share(good, all), periods) is var fate ? (fate.After, fate.AfterOfFew, fate.IsJudged) : default;

    private static Figure.Share Share(int good, int all) => new(ShareFigure.Of(good, all), 0, 0);
}
