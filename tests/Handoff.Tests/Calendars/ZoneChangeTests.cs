using Handoff.Calendars;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

/// <summary>Rome's clocks go from 02:00 to 03:00 on 2026-03-29, and from 03:00 back to 02:00 on 2026-10-25.</summary>
public sealed class ZoneChangeTests
{
    [Theory]
    [InlineData("sat-sat 22:00-06:00", "2026-03-28 22:00 +01", "2026-03-29 06:00 +02", 7 * 60)]
    [InlineData("sat-sat 22:00-06:00", "2026-10-24 22:00 +02", "2026-10-25 06:00 +01", 9 * 60)]
    public void A_shift_over_a_change_counts_the_physical_time(string hours, string opens, string closes, int minutes) =>
        OpensAndCloses(Calendar(Rome, hours), opens, closes, minutes);

    [Fact]
    public void An_opening_that_does_not_exist_moves_forward_by_the_gap() =>
        OpensAndCloses(Calendar(Rome, "sun-sun 02:30-05:00"), "2026-03-29 03:30 +02", "2026-03-29 05:00 +02", 90);

    [Fact]
    public void A_closing_that_does_not_exist_moves_forward_by_the_gap() =>
        OpensAndCloses(Calendar(Rome, "sun-sun 01:00-02:30"), "2026-03-29 01:00 +01", "2026-03-29 03:30 +02", 90);

    [Fact]
    public void An_interval_inside_the_gap_moves_forward_whole() =>
        OpensAndCloses(Calendar(Rome, "sun-sun 02:15-02:45"), "2026-03-29 03:15 +02", "2026-03-29 03:45 +02", 30);

    [Fact]
    public void An_ambiguous_opening_takes_the_earlier() =>
        OpensAndCloses(Calendar(Rome, "sun-sun 02:30-05:00"), "2026-10-25 02:30 +02", "2026-10-25 05:00 +01", 210);

    [Fact]
    public void An_ambiguous_closing_takes_the_later() =>
        OpensAndCloses(Calendar(Rome, "sun-sun 00:00-02:30"), "2026-10-25 00:00 +02", "2026-10-25 02:30 +01", 210);

    [Fact]
    public void Intervals_that_a_change_makes_overlap_count_once() =>
        OpensAndCloses(Calendar(Rome, "sun-sun 01:00-02:30", "sun-sun 02:30-04:00"), "2026-10-25 01:00 +02", "2026-10-25 04:00 +01", 240);

    [Fact]
    public void An_interval_whose_opening_moves_past_its_closing_is_left_out()
    {
        var calendar = Calendar(Rome, "sun-sun 02:30-03:15");

        Assert.False(calendar.IsWorkingDay(new LocalDate(2026, 3, 29)));
        Assert.Equal(At("2026-04-05 02:30 +02"), calendar.NextOpening(At("2026-03-28 12:00 +01")));
    }

    [Fact]
    public void A_change_at_midnight_leaves_the_closing_at_24_where_it_is() =>
        OpensAndCloses(
            Calendar(Zone("America/Santiago"), "sat-sat 20:00-24:00"), "2026-09-05 20:00 -04", "2026-09-06 01:00 -03", 240);

    [Fact]
    public void A_change_at_midnight_moves_the_opening_at_00() =>
        OpensAndCloses(
            Calendar(Zone("America/Santiago"), "sun-sun 00:00-04:00"), "2026-09-06 01:00 -03", "2026-09-06 04:00 -03", 180);

    [Fact]
    public void A_change_of_half_an_hour_counts_half_an_hour() =>
        OpensAndCloses(
            Calendar(Zone("Australia/Lord_Howe"), "sat-sat 22:00-06:00"), "2026-10-03 22:00 +10:30", "2026-10-04 06:00 +11", 450);

    [Fact]
    public void A_day_deadline_that_does_not_exist_moves_forward_by_the_gap() =>
        Assert.Equal(
            At("2026-03-29 03:30 +02"), Due(Calendar(Rome, "sat-sun 00:00-24:00"), At("2026-03-28 02:30 +01"), "1d"));

    [Fact]
    public void An_ambiguous_day_deadline_takes_the_earlier() =>
        Assert.Equal(
            At("2026-10-25 02:30 +02"), Due(Calendar(Rome, "sat-sun 00:00-24:00"), At("2026-10-24 02:30 +02"), "1d"));

    [Fact]
    public void A_length_over_a_change_at_night_ends_by_physical_time() =>
        Assert.Equal(
            At("2026-03-29 04:00 +02"), Due(Calendar(Rome, "sat-sat 22:00-06:00"), At("2026-03-28 23:00 +01"), "4h"));

    private static void OpensAndCloses(BusinessCalendar calendar, string opens, string closes, int minutes)
    {
        var opening = calendar.NextOpening(At(opens) - Duration.FromHours(12));

        Assert.Equal(At(opens), opening);
        Assert.Equal(At(closes), calendar.NextClosing(At(opens)));
        Assert.Equal(
            Duration.FromMinutes(minutes),
            calendar.OpenBetween(At(opens) - Duration.FromHours(12), At(closes) + Duration.FromHours(12)));
    }
}
