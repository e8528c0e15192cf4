using System.Globalization;
using Handoff.Calendars;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

public sealed class DeadlineTextTests
{
    [Fact]
    public void A_start_outside_hours_says_until_when_it_is_closed() => Says(
        "1h from Saturday 2026-11-21 15:00 on office (Europe/Rome): closed until Monday 2026-11-23 09:00, then 1h of open time, "
        + "so due Monday 2026-11-23 10:00 (CET, +01:00).",
        Office, InRome("2026-11-21 15:00"), "1h");

    [Fact]
    public void A_start_in_open_time_says_the_length_alone() => Says(
        "30m from Monday 2026-11-23 16:30 on office (Europe/Rome): 30m of open time, so due Monday 2026-11-23 17:00 (CET, +01:00).",
        Office, InRome("2026-11-23 16:30"), "30m");

    [Fact]
    public void A_break_is_shown_with_the_time_before_and_after_it() => Says(
        "1h from Monday 2026-11-23 12:30 on split (Europe/Rome): 30m of open time until 13:00, closed until 14:00, then 30m, "
        + "so due Monday 2026-11-23 14:30 (CET, +01:00).",
        SplitOffice, InRome("2026-11-23 12:30"), "1h");

    [Fact]
    public void A_long_way_is_summed_up_and_its_holidays_named() => Says(
        "40h from Friday 2026-12-04 17:30 on split (Europe/Rome): closed until Monday 2026-12-07 09:00, then 40h of open time in "
        + "11 stretches, the last of them 1h from Tuesday 2026-12-15 09:00, passing over the holiday Tuesday 2026-12-08, "
        + "so due Tuesday 2026-12-15 10:00 (CET, +01:00).",
        SplitOffice, InRome("2026-12-04 17:30"), "40h");

    [Fact]
    public void Closed_dates_in_a_row_are_one_spell() => Says(
        "1h from Friday 2026-08-07 16:30 on split (Europe/Rome): 30m of open time until 17:00, closed until Monday 2026-08-24 09:00, "
        + "then 30m, passing over the closed days from Monday 2026-08-10 to Friday 2026-08-21, "
        + "so due Monday 2026-08-24 09:30 (CEST, +02:00).",
        SplitOffice, InRome("2026-08-07 16:30"), "1h");

    [Fact]
    public void A_change_of_the_clocks_on_the_way_is_said() => Says(
        "1h from Friday 2026-03-27 16:30 on office (Europe/Rome): 30m of open time until 17:00, closed until Monday 2026-03-30 09:00, "
        + "then 30m, the clocks going forward 1h on Sunday 2026-03-29, so due Monday 2026-03-30 09:30 (CEST, +02:00).",
        Office, InRome("2026-03-27 16:30"), "1h");

    [Fact]
    public void Working_days_are_counted_at_the_same_local_time() => Says(
        "1d from Friday 2026-11-20 16:00 on office (Europe/Rome): 1 working day on at 16:00 (8h of open time), "
        + "so due Monday 2026-11-23 16:00 (CET, +01:00).",
        Office, InRome("2026-11-20 16:00"), "1d");

    [Fact]
    public void A_working_day_that_is_over_at_that_time_names_the_closing() => Says(
        "1d from Friday 2026-11-27 20:00 on phone_desk (Europe/Rome): 1 working day on at 20:00 (8h of open time), "
        + "closed at that time on Saturday 2026-11-28, which takes the closing before it, so due Saturday 2026-11-28 12:30 (CET, +01:00).",
        PhoneDesk, InRome("2026-11-27 20:00"), "1d");

    [Fact]
    public void A_working_day_that_has_not_begun_at_that_time_names_the_opening() => Says(
        "1d from Saturday 2026-11-28 10:00 on phone_desk (Europe/Rome): 1 working day on at 10:00 (2h30m of open time), "
        + "closed at that time on Monday 2026-11-30, which takes the day's first opening, so due Monday 2026-11-30 16:00 (CET, +01:00).",
        PhoneDesk, InRome("2026-11-28 10:00"), "1d");

    [Fact]
    public void An_elapsed_clock_says_that_all_time_counts() => Says(
        "1d from Friday 2026-11-20 16:00 on office (Europe/Rome): elapsed time, 24h whether open or closed, "
        + "so due Saturday 2026-11-21 16:00 (CET, +01:00).",
        Office, InRome("2026-11-20 16:00"), "1d", ClockMode.Elapsed);

    [Fact]
    public void An_always_open_calendar_says_so() => Says(
        "1h from Friday 2026-11-20 16:00 on always (UTC): always open, 1h on, so due Friday 2026-11-20 17:00 (UTC, +00:00).",
        Always, At("2026-11-20 16:00 +00"), "1h");

    [Fact]
    public void A_zone_without_an_abbreviation_shows_its_offset_alone() => Says(
        "1h from Monday 2026-11-23 10:00 on office (Asia/Dubai): 1h of open time, so due Monday 2026-11-23 11:00 (+04:00).",
        Calendar(Zone("Asia/Dubai"), "mon-fri 09:00-17:00"), At("2026-11-23 10:00 +04"), "1h");

    [Fact]
    public void The_sentence_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
            A_start_outside_hours_says_until_when_it_is_closed();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Says(
        string sentence, BusinessCalendar calendar, Instant from, string within, ClockMode mode = ClockMode.Business) =>
        Assert.Equal(sentence, DeadlineText.Explain(calendar, from, Length(within), mode));
}
