using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Alerts;
using Handoff.Leads;
using Handoff.People;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Alerts;

public sealed class AlertGroupingTests
{
    private static readonly Duration Window = Duration.FromMinutes(5);

    private static readonly Person Marta = new Company().Staff.Find(Company.Id("marta"))!;

    private sealed class Box
    {
        public AlertBox State { get; private set; } = AlertBox.Empty;

        public Func<Alert, bool> StillTrue { get; set; } = _ => true;

        public List<AlertEvent> Events { get; } = [];

        public Box Raise(string at, int lead, bool atAnyHour = false) =>
            Add(AlertDecider.Raise(State, Marta.Id, Alert(at, lead, atAnyHour), Window, Week.At(at)));

        public Box Turn(string at) => Add(AlertDecider.TakeTurn(State, StillTrue, Marta, Window, Week.At(at)));

        public Box Delivery(string at, int number, DeliveryResult result, Duration? retryAfter = null) =>
            Add(AlertDecider.RecordDelivery(State, new RecordDelivery(number, result, retryAfter), Week.At(at)));

        public Box Report(string at, int number, MailFate fate) =>
            Add(AlertMailReports.Report(State, number, fate, "SendGrid 5.1.1", Week.At(at)));

        /// <summary>The mails owed so far: the leads that each lists.</summary>
        public IEnumerable<string> Mails =>
            Events.OfType<AlertMailOwed>()
                .Select(mail => $"{Week.Say(mail.At)}: {string.Join(' ', mail.Alerts.Select(alert => alert.Lead))}");

        public string? Wakes => State.NextWakeUp is { } next ? Week.Say(next) : null;

        private Box Add(ImmutableArray<AlertEvent> events)
        {
            Events.AddRange(events);
            State = events.Aggregate(State, AlertDecider.Evolve);
            return this;
        }

        private static Alert Alert(string at, int lead, bool atAnyHour) =>
            new(new LeadId($"lead-{lead}"), 3, MessageKind.Breach, new() { Clock = ClockName.Accept }, Week.At(at), atAnyHour);
    }

    [Fact]
    public void The_first_alert_goes_at_once_and_what_follows_within_the_window_goes_as_one()
    {
        var box = new Box().Raise("mon 10:00", 1).Raise("mon 10:01", 2).Raise("mon 10:04", 3).Turn("mon 10:05");

        Assert.Equal(["mon 10:00: lead-1", "mon 10:05: lead-2 lead-3"], box.Mails);
        Assert.Equal(Week.At("mon 10:10"), box.State.WindowEndsAt);
    }

    [Fact]
    public void A_window_with_nothing_new_closes_and_the_next_alert_goes_at_once() => Assert.Equal(
        ["mon 10:00: lead-1", "mon 10:06: lead-2"], new Box().Raise("mon 10:00", 1).Turn("mon 10:05").Raise("mon 10:06", 2).Mails);

    [Fact]
    public void What_is_no_longer_true_at_the_windows_end_is_dropped()
    {
        var box = new Box().Raise("mon 10:00", 1).Raise("mon 10:01", 2).Raise("mon 10:02", 3);
        box.StillTrue = alert => alert.Lead != new LeadId("lead-2");
        box.Turn("mon 10:05");

        Assert.Equal(["mon 10:00: lead-1", "mon 10:05: lead-3"], box.Mails);
        Assert.Equal(1, box.Events.OfType<AlertMailOwed>().Last().Overtaken);
    }

    [Fact]
    public void A_window_in_which_nothing_stayed_true_opens_no_other()
    {
        var box = new Box().Raise("mon 10:00", 1).Delivery("mon 10:00", 1, DeliveryResult.Sent).Raise("mon 10:01", 2);
        box.StillTrue = _ => false;

        Assert.Null(box.Turn("mon 10:05").Wakes);
        Assert.Empty(box.State.Waiting);
    }

    [Fact]
    public void A_turn_before_the_windows_end_does_nothing() =>
        Assert.Single(new Box().Raise("mon 10:00", 1).Raise("mon 10:01", 2).Turn("mon 10:04").Mails);

    [Fact]
    public void A_window_that_ends_while_closed_waits_for_the_opening()
    {
        var box = new Box().Raise("mon 16:58", 1).Raise("mon 16:59", 2).Turn("mon 17:03");
        Assert.Equal(Week.At("tue 09:00"), box.State.WindowEndsAt);

        Assert.Equal(["mon 16:58: lead-1", "tue 09:00: lead-2 lead-3"], box.Raise("mon 20:00", 3).Turn("tue 09:00").Mails);
    }

    [Fact]
    public void An_alert_of_an_elapsed_clock_does_not_wait_in_a_held_window()
    {
        var box = new Box().Raise("mon 16:58", 1).Raise("mon 16:59", 2).Turn("mon 17:03").Raise("mon 20:00", 3, atAnyHour: true);
        Assert.Equal(Week.At("mon 20:00"), box.State.WindowEndsAt);

        Assert.Equal(["mon 16:58: lead-1", "mon 20:00: lead-2 lead-3"], box.Turn("mon 20:00").Mails);
    }

    [Fact]
    public void The_same_alert_counts_once() => Assert.Equal(
        2, new Box().Raise("mon 10:00", 1).Raise("mon 10:00", 1).Raise("mon 10:01", 2)
        .Raise("mon 10:01", 2).Events.OfType<AlertRaised>().Count());

    [Fact]
    public void A_failed_mail_is_tried_again_and_parked_after_a_day()
    {
        var box = new Box().Raise("mon 10:00", 1).Delivery("mon 10:00", 1, DeliveryResult.Failed, Duration.FromDays(3)).Turn("mon 10:05");
        Assert.Equal("tue 10:00", box.Wakes);

        box.Delivery("tue 10:00", 1, DeliveryResult.Failed);
        Assert.Equal((1, (string?)null), (box.State.Parked, box.Wakes));
    }

    [Fact]
    public void What_became_of_a_mail_is_a_fact_once()
    {
        var box = new Box().Raise("mon 10:00", 1).Delivery("mon 10:00", 1, DeliveryResult.Sent)
            .Report("mon 10:01", 1, MailFate.Deferred).Report("mon 10:02", 1, MailFate.Bounced).Report("mon 10:03", 1, MailFate.Bounced);

        Assert.Equal(2, box.Events.Count(happened => happened is AlertMailDeferred or AlertMailBounced));
        Assert.Equal(1, box.State.Bounced);
        Assert.Equal([new AlertName(new("lead-1"), 3)], AlertMailReports.AlertsOf(box.State, 1).AsEnumerable());
        Assert.Empty(AlertMailReports.Report(box.State, 9, MailFate.Bounced, "", Week.At("mon 10:04")));
    }

    [Fact]
    public void A_bounce_that_is_told_before_the_sending_is_recorded_ends_the_mail()
    {
        var box = new Box().Raise("mon 10:00", 1).Report("mon 10:00", 1, MailFate.Bounced).Delivery("mon 10:01", 1, DeliveryResult.Sent);

        Assert.Empty(box.State.Outbox);
        Assert.Empty(box.Events.OfType<AlertMailSent>());
    }

    [Fact]
    public void A_mail_is_remembered_for_some_days()
    {
        var box = new Box().Raise("mon 10:00", 1).Delivery("mon 10:00", 1, DeliveryResult.Sent).Turn("mon 10:05")
            .Raise("mon2 10:00", 2).Delivery("mon2 10:00", 2, DeliveryResult.Sent);

        Assert.Empty(AlertMailReports.AlertsOf(box.State, 1));
        Assert.Single(AlertMailReports.AlertsOf(box.State, 2));
    }

    [Fact]
    public void Replaying_the_events_gives_the_state()
    {
        var box = new Box().Raise("mon 16:58", 1).Raise("mon 16:59", 2).Turn("mon 17:03").Delivery("mon 17:04", 1, DeliveryResult.Failed)
            .Report("mon 17:05", 1, MailFate.Deferred).Delivery("mon 17:06", 1, DeliveryResult.Sent).Report("mon 17:07", 1, MailFate.Spam);

        Assert.Equal(Dump.Of(box.State), Dump.Of(AlertDecider.Replay(box.Events)));
    }

    [Fact]
    public void A_silenced_lead_is_not_in_the_mail()
    {
        var lead = Play.Of("mon 10:00").Until("mon 11:00").Lead;
        var alert = new Alert(lead.Id, 4, MessageKind.Breach, new() { Clock = ClockName.Accept }, Week.At("mon 11:00"), false);
        var snoozed = lead with { Snoozes = [new(Marta.Id, Week.At("mon 12:00"))] };

        Assert.True(AlertTruth.StillTrue(lead, alert, Marta.Id, Week.At("mon 11:30")));
        Assert.False(AlertTruth.StillTrue(snoozed, alert, Marta.Id, Week.At("mon 11:30")));
        Assert.True(AlertTruth.StillTrue(snoozed, alert, Marta.Id, Week.At("mon 12:00")));
    }
}
