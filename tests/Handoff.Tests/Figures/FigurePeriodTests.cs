using Handoff.Figures;
using NodaTime;
using Xunit;
using Period = Handoff.Agreements.Period;

namespace Handoff.Tests.Figures;

/// <summary>Weeks, months and quarters of the organisation's zone.</summary>
public sealed class FigurePeriodTests
{
    private static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    [Theory]
    [InlineData("2026-11-29T22:59:59Z", "2026-W48", "2026-11", "2026-Q4")]
    [InlineData("2026-11-29T23:00:00Z", "2026-W49", "2026-11", "2026-Q4")]
    [InlineData("2026-12-31T23:00:00Z", "2026-W53", "2027-01", "2027-Q1")]
    [InlineData("2027-01-03T23:00:00Z", "2027-W01", "2027-01", "2027-Q1")]
    public void An_instant_lies_in_one_week_month_and_quarter_of_the_local_calendar(string at, params string[] names)
    {
        var instant = NodaTime.Text.InstantPattern.General.Parse(at).Value;

        Assert.Equal(names, Enum.GetValues<Period>().Select(kind => FigurePeriod.At(kind, instant, Rome, 1).Name));
    }

    [Fact]
    public void A_period_begins_and_ends_at_local_midnights_across_a_change_of_the_clocks()
    {
        var march = FigurePeriod.Named("2026-03", Rome, 1)!;

        Assert.Equal(Instant.FromUtc(2026, 2, 28, 23, 0), march.Start);
        Assert.Equal(Instant.FromUtc(2026, 3, 31, 22, 0), march.End);
        Assert.True(march.Contains(march.Start) && !march.Contains(march.End));
    }

    [Theory]
    [InlineData(4, 2026, 4, "2026-Q1")]
    [InlineData(4, 2026, 3, "2025-Q4")]
    [InlineData(11, 2026, 1, "2025-Q1")]
    [InlineData(2, 2026, 1, "2025-Q4")]
    public void Quarters_begin_with_the_organisations_year(int yearStarts, int year, int month, string name) =>
        Assert.Equal(name, FigurePeriod.Of(Period.Quarter, new(year, month, 15), Rome, yearStarts).Name);

    [Fact]
    public void Periods_follow_each_other_without_a_gap_and_are_found_by_their_names()
    {
        foreach (var kind in Enum.GetValues<Period>())
        {
            for (var yearStarts = 1; yearStarts <= 12; yearStarts++)
            {
                var period = FigurePeriod.Of(kind, new(2019, 12, 28), Rome, yearStarts);
                for (var i = 0; i < 120; i++, period = period.After)
                {
                    Assert.Equal(period, FigurePeriod.Named(period.Name, Rome, yearStarts) ?? (period.First.Year < 2000 ? period : null));
                    Assert.Equal((period.End, period), (period.After.Start, period.After.Before));
                }
            }
        }
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-Q5")]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-1")]
    [InlineData("0000-01")]
    [InlineData("")]
    public void What_names_no_period_is_none(string name) => Assert.Null(FigurePeriod.Named(name, Rome, 1));
}
