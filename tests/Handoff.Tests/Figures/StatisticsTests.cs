using Handoff.Figures;
using Handoff.Figures.Statistics;
using Xunit;

namespace Handoff.Tests.Figures;

/// <summary>Intervals, forecasts and times against published numbers.</summary>
public sealed class StatisticsTests
{
    /// <summary>The 21 children of Freireich et al. 1963 who were given 6-MP: weeks of remission; negative: it went on.</summary>
    private static readonly int[] Treated =
        [6, 6, 6, 7, 10, 13, 16, 22, 23, -6, -9, -10, -11, -17, -19, -20, -25, -32, -32, -34, -35];

    private static readonly int[] Untreated = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

    [Fact]
    public void The_interval_of_12_of_15_is_that_of_Jeffreys()
    {
        var share = ShareFigure.Of(12, 15);

        Assert.Equal((0.5564, 0.9402), (Math.Round(share.Low, 4), Math.Round(share.High, 4)));
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(20, 20)]
    [InlineData(0, 0)]
    public void None_and_all_reach_the_end_of_the_scale(int good, int all)
    {
        var share = ShareFigure.Of(good, all);

        Assert.Equal(good == 0, share.Low == 0);
        Assert.Equal(good == all, share.High == 1);
        Assert.Equal(all == 0 ? null : (double)good / all, share.Rate);
    }

    [Fact]
    public void Forty_leads_in_9_of_21_days_will_be_94_and_hardly_120()
    {
        var forecast = new CountForecast(40, 9, 12, null, 1).For(120, isMost: false);

        Assert.Equal((80, 93, 109), (forecast.Low, forecast.Mid, forecast.High));
        Assert.Equal(94, new CountForecast(40, 9, 12, null, 1).Expected, 9);
        Assert.Equal(0.018, forecast.Kept, 3);
        Assert.Equal(1, forecast.Kept + new CountForecast(40, 9, 12, null, 1).For(119, isMost: true).Kept, 9);
    }

    [Fact]
    public void A_count_has_no_doubt_left_when_no_day_is_left() =>
        Assert.Equal(new Forecast(40, 40, 40, 0), new CountForecast(40, 21, 0, 2, 3).For(41, isMost: false));

    [Fact]
    public void Bursts_widen_the_forecast()
    {
        var (even, bursts) = (new CountForecast(40, 9, 12, 4, 1).For(100, false), new CountForecast(40, 9, 12, 4, 4).For(100, false));

        Assert.True(bursts.Low < even.Low && bursts.High > even.High);
        Assert.Equal(1, CountForecast.BurstOf([2, 2, 2, 2]));
        Assert.Equal(40, CountForecast.BurstOf([0, 0, 0, 40]), 9);
    }

    [Fact]
    public void The_next_clock_is_kept_as_likely_as_those_before()
    {
        // Of one more, (s + 1/2) / (n + 1).
        var forecast = new ShareForecast(8, 10, 1).For(80, isMost: false);

        Assert.Equal(8.5 / 11, forecast.Kept, 9);
        Assert.Equal(100.0 * 8 / 11, forecast.Low, 9);
        Assert.Equal(100.0 * 9 / 11, forecast.High, 9);
    }

    [Fact]
    public void A_share_that_nobody_can_change_is_what_it_is() =>
        Assert.Equal(new Forecast(80, 80, 80, 1), new ShareForecast(8, 10, 0).For(80, isMost: false));

    [Fact]
    public void Remission_lasted_23_weeks_with_6_MP_and_8_without()
    {
        Assert.Equal((23, 8), (Of(Treated).Quantile(0.5), Of(Untreated).Quantile(0.5)));
        Assert.Equal((21, 12), (Of(Treated).Count, Of(Treated).Censored));
    }

    [Theory]
    [InlineData(0.14, 6)]    // 18 of 21 are left after week 6: 0.857
    [InlineData(0.19, 7)]    // 0.807
    [InlineData(0.24, 10)]   // 0.753
    [InlineData(0.30, 13)]   // 0.690
    [InlineData(0.37, 16)]   // 0.627
    [InlineData(0.46, 22)]   // 0.538
    [InlineData(0.55, 23)]   // 0.448
    public void The_curve_of_6_MP_is_that_of_the_textbooks(double ended, int week) => Assert.Equal(week, Of(Treated).Quantile(ended));

    [Fact]
    public void What_too_few_have_reached_is_not_known() => Assert.Null(Of(Treated).Quantile(0.9));

    private static KaplanMeier Of(int[] weeks)
    {
        var times = new KaplanMeier();
        foreach (var week in weeks)
            times.Add(Math.Abs(week), week > 0);
        return times;
    }
}
