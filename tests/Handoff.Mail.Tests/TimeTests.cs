using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Mail.Tests;

/// <summary>Times are those of the reader's zone, and deadlines say how far they are where that is known.</summary>
public sealed class TimeTests
{
    [Fact]
    public async Task Each_reader_is_told_the_time_on_the_own_wall()
    {
        var rome = await Mails.RenderAsync(Given.Mail(MessageKind.Offer));
        var newYork = await Mails.RenderAsync(Given.Mail(MessageKind.Offer, zone: Given.NewYork));

        Assert.EndsWith("accept by 15:20", rome.Subject, StringComparison.Ordinal);
        Assert.EndsWith("accept by 09:20", newYork.Subject, StringComparison.Ordinal);
        Assert.Contains("Times are those of America/New_York.", newYork.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(24, 17, "by 18:00", "entro le 18:00")]
    [InlineData(25, 8, "by 09:00 tomorrow", "entro le 09:00 di domani")]
    [InlineData(26, 8, "by 09:00 on Thursday 26 November", "entro le 09:00 di giovedì 26 novembre")]
    public async Task A_deadline_of_another_day_names_the_day(int day, int hourUtc, string english, string italian)
    {
        var item = With(Given.Clock(ClockName.Accept, "3d", due: Instant.FromUtc(2026, 11, day, hourUtc, 0)));

        Assert.EndsWith($"accept {english}", (await Mails.RenderAsync(Given.Of(item))).Subject, StringComparison.Ordinal);
        Assert.EndsWith($"accetta {italian}", (await Mails.RenderAsync(Given.Of(item, Language.It))).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_is_the_readers_day_not_that_of_UTC()
    {
        // 23:30 UTC on Tuesday is Wednesday 00:30 in Rome and still Tuesday 18:30 in New York.
        var mail = Given.Of(With(Given.Clock(ClockName.Accept, "3d", due: Instant.FromUtc(2026, 11, 24, 23, 30))));

        Assert.EndsWith("by 00:30 tomorrow", (await Mails.RenderAsync(mail)).Subject, StringComparison.Ordinal);
        Assert.EndsWith(
            "by 18:30", (await Mails.RenderAsync(mail with { Reader = Given.Reader(Language.En, Given.NewYork) })).Subject,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_of_another_year_names_the_year()
    {
        var item = With(Given.Clock(ClockName.Accept, "30d", due: Instant.FromUtc(2027, 1, 8, 8, 0)));

        Assert.EndsWith("by 09:00 on Friday 8 January 2027", (await Mails.RenderAsync(Given.Of(item))).Subject, StringComparison.Ordinal);
        Assert.EndsWith(
            "entro le 09:00 di venerdì 8 gennaio 2027", (await Mails.RenderAsync(Given.Of(item, Language.It))).Subject,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_that_has_passed_says_so_and_since_when()
    {
        var late = Given.Mail(MessageKind.Reminder) with { Now = Instant.FromUtc(2026, 11, 24, 14, 32) };
        var breach = Given.Mail(MessageKind.Breach) with { Now = Instant.FromUtc(2026, 11, 25, 8, 0) };

        var reminder = await Mails.RenderAsync(late);
        Assert.Equal("Reminder: Ada Lovelace, Analytical Engines: accept now, it was due at 15:20", reminder.Subject);
        Assert.Contains("Please accept now: it was due at 15:20 (12 minutes ago).", reminder.Text, StringComparison.Ordinal);
        Assert.Contains(
            "scadeva alle 15:20 (12 minuti fa)", (await Mails.RenderAsync(late with { Reader = Given.Reader(Language.It) })).Text,
            StringComparison.Ordinal);
        Assert.Equal(
            "Ada Lovelace, Analytical Engines: not accepted, was due at 15:20 yesterday, act now",
            (await Mails.RenderAsync(breach)).Subject);
        Assert.Equal(
            "Ada Lovelace, Analytical Engines: non accettato, scadeva ieri alle 15:20, intervieni ora",
            (await Mails.RenderAsync(breach with { Reader = Given.Reader(Language.It) })).Subject);
    }

    [Fact]
    public async Task Working_time_left_is_counted_on_the_calendar_of_the_clock()
    {
        // 17:30 to 18:00 today and 09:00 to 09:30 tomorrow: an hour.
        var clock = Given.Clock(ClockName.Accept, "2h", Instant.FromUtc(2026, 11, 24, 15, 30), Instant.FromUtc(2026, 11, 25, 8, 30));
        var mail = Given.Of(With(clock)) with { Now = Instant.FromUtc(2026, 11, 24, 16, 30) };

        Assert.Contains("by 09:30 tomorrow (in 1 hour of working time)", (await Mails.RenderAsync(mail)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Working_time_left_on_an_unknown_calendar_is_not_guessed()
    {
        var clock = Given.Clock(ClockName.Accept, "2h", Instant.FromUtc(2026, 11, 24, 15, 30), Instant.FromUtc(2026, 11, 25, 8, 30));
        clock = clock with { Plan = clock.Plan with { Calendar = "phone_desk" } };
        var mail = await Mails.RenderAsync(Given.Of(With(clock)) with { Now = Instant.FromUtc(2026, 11, 24, 16, 30) });

        Assert.Contains("Please accept or decline by 09:30 tomorrow.", mail.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Acceptance within 2 hours of working time: from 16:30 to 09:30 tomorrow, calendar phone desk", mail.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_on_which_a_time_begins_and_ends_is_said_once()
    {
        var tomorrow = Given.Clock(ClockName.Accept, "30m", Instant.FromUtc(2026, 11, 25, 8, 0), Instant.FromUtc(2026, 11, 25, 8, 30));
        var friday = Given.Clock(ClockName.Accept, "30m", Instant.FromUtc(2026, 11, 27, 8, 0), Instant.FromUtc(2026, 11, 27, 8, 30));

        Assert.Contains(": from 09:00 to 09:30 tomorrow, calendar", await SaysAsync(tomorrow, Language.En), StringComparison.Ordinal);
        Assert.Contains(": domani dalle 09:00 alle 09:30, ", await SaysAsync(tomorrow, Language.It), StringComparison.Ordinal);
        Assert.Contains(
            ": from 09:00 to 09:30 on Friday 27 November, calendar", await SaysAsync(friday, Language.En), StringComparison.Ordinal);
        Assert.Contains(": venerdì 27 novembre dalle 09:00 alle 09:30, ", await SaysAsync(friday, Language.It), StringComparison.Ordinal);

        static async Task<string> SaysAsync(ClockRun clock, Language language) => (await Mails.RenderAsync(
            Given.Of(With(clock)) with { Now = Instant.FromUtc(2026, 11, 24, 16, 30), Reader = Given.Reader(language) })).Text;
    }

    [Fact]
    public async Task An_elapsed_clock_speaks_of_no_working_time()
    {
        var mail = await Mails.RenderAsync(Given.Of(With(Given.Clock(ClockName.Accept, mode: ClockMode.Elapsed))));

        Assert.Contains("by 15:20 (in 5 minutes).", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("working", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_clock_has_no_deadline_to_name()
    {
        var clock = Given.Clock(ClockName.Feedback, "5d") with { PausedAt = Given.Start };
        var mail = await Mails.RenderAsync(Given.Of(Given.Item(MessageKind.GiveFeedback) with { Clock = clock }));

        Assert.EndsWith(": give feedback", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Feedback within 5 working days; the clock stands still", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_clock_the_deadline_is_that_of_the_message()
    {
        var item = Given.Item(MessageKind.Offer);
        var mail = await Mails.RenderAsync(Given.Of(item with { Clock = null, Lead = item.Lead with { Clocks = [] } }));

        Assert.EndsWith(": accept by 15:20", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_undo_link_goes_when_its_ten_minutes_are_over()
    {
        var accepted = Given.Mail(MessageKind.Accepted);
        var before = await Mails.RenderAsync(accepted with { Now = Instant.FromUtc(2026, 11, 24, 14, 29) });
        var after = await Mails.RenderAsync(accepted with { Now = Instant.FromUtc(2026, 11, 24, 14, 30) });

        Assert.Contains($"By mistake? Undo until 15:30:\n{Given.Site}r/undo\n", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("r/undo", after.Html + after.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ClockName.Accept, "r/offer")]
    [InlineData(ClockName.FirstContact, "r/contacted")]
    [InlineData(ClockName.Feedback, "r/feedback")]
    [InlineData(ClockName.Outcome, "r/outcome")]
    [InlineData(ClockName.Confirm, "r/confirm")]
    public async Task A_reminder_has_the_link_of_its_clock(ClockName name, string path)
    {
        var item = Given.Item(MessageKind.Reminder);
        var clock = Given.Clock(name);
        var mail = await Mails.RenderAsync(Given.Of(item with { Clock = clock, About = item.About with { Clock = name } }));

        Assert.Equal(Given.Site + path, mail.Links()[0]);
    }

    [Fact]
    public async Task An_assigned_lead_that_was_contacted_before_asks_for_feedback()
    {
        var item = Given.Item(MessageKind.Assigned);
        var clock = Given.Clock(ClockName.Feedback, "5d");
        var mail = await Mails.RenderAsync(Given.Of(item with { Clock = clock, About = item.About with { Clock = null } }));

        Assert.Equal($"{Given.Site}r/feedback", mail.Links()[0]);
    }

    [Fact]
    public async Task An_assigned_lead_that_is_to_be_confirmed_asks_for_both()
    {
        var item = Given.Item(MessageKind.Assigned);
        var confirm = Given.Clock(ClockName.Confirm, "30m");
        var mail = await Mails.RenderAsync(
            Given.Of(item with { Lead = item.Lead with { Clocks = [.. item.Lead.Clocks, confirm] } }));

        Assert.Equal([$"{Given.Site}r/contacted", $"{Given.Site}r/confirm"], mail.Links().Take(2));
        Assert.Contains("that you have it", mail.Text, StringComparison.Ordinal);
    }

    private static MailItem With(ClockRun clock) => Given.Item(MessageKind.Offer) with { Clock = clock };
}
