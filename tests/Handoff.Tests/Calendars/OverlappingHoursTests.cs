using Handoff.Calendars;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

public sealed class OverlappingHoursTests
{
    [Theory]
    [InlineData("mon-mon 09:00-13:00", "mon-mon 12:59-17:00")]
    [InlineData("mon-mon 09:00-17:00", "mon-mon 10:00-11:00")]
    [InlineData("mon-mon 09:00-17:00", "mon-mon 09:00-17:00")]
    [InlineData("mon-mon 22:00-06:00", "tue-tue 05:00-08:00")]
    [InlineData("mon-mon 00:00-24:00", "mon-mon 23:00-01:00")]
    [InlineData("sun-sun 22:00-06:00", "mon-mon 05:59-12:00")]
    public void Intervals_that_share_time_overlap(string one, string other)
    {
        var hours = Hours(one, other);

        Assert.Equal([(hours[0], hours[1])], OpenHours.Overlaps(hours));
        Assert.Equal([(hours[1], hours[0])], OpenHours.Overlaps(hours.Reverse()));
    }

    [Theory]
    [InlineData("mon-mon 09:00-13:00", "mon-mon 13:00-17:00")]
    [InlineData("mon-mon 09:00-17:00", "tue-tue 09:00-17:00")]
    [InlineData("mon-mon 22:00-06:00", "tue-tue 06:00-08:00")]
    [InlineData("mon-mon 00:00-24:00", "tue-tue 00:00-24:00")]
    [InlineData("sun-sun 22:00-06:00", "mon-mon 06:00-12:00")]
    [InlineData("sun-sun 00:00-24:00", "mon-mon 00:00-24:00")]
    public void Intervals_that_only_touch_do_not(string one, string other) =>
        Assert.Empty(OpenHours.Overlaps(Hours(one, other)));

    [Fact]
    public void Every_pair_is_named()
    {
        var hours = Hours("mon-mon 09:00-13:00", "mon-mon 12:00-17:00", "mon-mon 16:00-20:00", "fri-fri 09:00-10:00");

        Assert.Equal([(hours[0], hours[1]), (hours[1], hours[2])], OpenHours.Overlaps(hours));
    }

    [Fact]
    public void The_sample_weeks_have_none() =>
        Assert.Empty(OpenHours.Overlaps(Hours("mon-fri 16:00-00:30", "sat-sat 09:00-12:30")));
}
