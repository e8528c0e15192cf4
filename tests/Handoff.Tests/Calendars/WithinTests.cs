using Handoff.Calendars;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Calendars;

public sealed class WithinTests
{
    [Theory]
    [InlineData("5m", 5)]
    [InlineData("1h", 60)]
    [InlineData("90m", 90)]
    [InlineData("1h30m", 90)]
    [InlineData("2h05m", 125)]
    [InlineData("0h5m", 5)]
    [InlineData("8784h", 366 * 24 * 60)]
    public void Minutes_and_hours_are_measured_time(string text, int minutes)
    {
        Assert.True(Within.TryParse(text, out var within));
        Assert.Equal(Within.OfDuration(Duration.FromMinutes(minutes)), within);
        Assert.False(within.IsDays);
    }

    [Theory]
    [InlineData("1d", 1)]
    [InlineData("366d", 366)]
    public void Days_are_working_days(string text, int days)
    {
        Assert.True(Within.TryParse(text, out var within));
        Assert.Equal(Within.OfDays(days), within);
        Assert.True(within.IsDays);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("0m")]
    [InlineData("0d")]
    [InlineData("0h0m")]
    [InlineData("-5m")]
    [InlineData("+5m")]
    [InlineData("5 m")]
    [InlineData(" 5m")]
    [InlineData("5M")]
    [InlineData("1.5h")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("1d4h")]
    [InlineData("2w")]
    [InlineData("5s")]
    [InlineData("367d")]
    [InlineData("8784h1m")]
    [InlineData("99999999999999999999m")]
    [InlineData("2147483647h2147483647m")]
    [InlineData("٥m")]
    public void Anything_else_is_no_length(string? text) => Assert.False(Within.TryParse(text, out _));

    [Theory]
    [InlineData("5m", "5m")]
    [InlineData("60m", "1h")]
    [InlineData("90m", "90m")]
    [InlineData("120m", "2h")]
    [InlineData("150m", "2h30m")]
    [InlineData("3d", "3d")]
    public void The_text_form_is_the_usual_one_and_reads_back(string text, string usual)
    {
        Assert.True(Within.TryParse(text, out var within));
        Assert.Equal(usual, within.ToString());
        Assert.True(Within.TryParse(usual, out var again));
        Assert.Equal(within, again);
    }

    [Fact]
    public void A_day_is_not_24_hours() =>
        Assert.NotEqual(Within.OfDays(1), Within.OfDuration(Duration.FromHours(24)));

    [Fact]
    public void Lengths_that_are_not_allowed_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Within.OfDays(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Within.OfDays(367));
        Assert.Throws<ArgumentOutOfRangeException>(() => Within.OfDuration(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Within.OfDuration(Duration.FromSeconds(90)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Within.OfDuration(Duration.FromDays(366) + Duration.FromMinutes(1)));
    }
}
