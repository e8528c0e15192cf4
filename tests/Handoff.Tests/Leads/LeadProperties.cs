using System.Globalization;
using CsCheck;
using Handoff.Agreements;
using Handoff.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Leads;

/// <summary>
/// The promises of design section 3 for any sequence of commands and times; HANDOFF_LIVES says how many lives are played.
/// </summary>
public sealed class LeadProperties
{
    internal static readonly long Lives =
        long.TryParse(Environment.GetEnvironmentVariable("HANDOFF_LIVES"), CultureInfo.InvariantCulture, out var lives) ? lives : 200;

    [Fact]
    public void A_lead_is_in_one_status_with_the_owner_of_the_table() => AfterEach((lead, play, _) =>
    {
        var owner = lead.Status switch
        {
            LeadStatus.Qualified => OwnerKind.ManagerQueue,
            LeadStatus.Offered => lead.Offer!.IsClaim ? OwnerKind.ManagerQueue : OwnerKind.Person,
            LeadStatus.Accepted or LeadStatus.Contacted or LeadStatus.SalesQualified => OwnerKind.Person,
            LeadStatus.Nurture => OwnerKind.Marketing,
            _ => OwnerKind.Nobody,
        };
        Assert.Equal(owner, lead.Owner.Kind);
        Assert.Equal(lead.Status == LeadStatus.Offered, lead.Offer is not null);
        Assert.Equal(lead.HasClocks ? 1 : 0, lead.Clocks.Count(clock => clock.IsUnmet && clock.Name != ClockName.Confirm));
        var confirms = lead.Clocks.Count(clock => clock.IsUnmet && clock.Name == ClockName.Confirm);
        Assert.InRange(confirms, 0, lead is { HasClocks: true, Acceptance: not null } && play.Company.ConfirmWithin is not null ? 1 : 0);
        var isPromised = lead.Status == LeadStatus.SalesQualified && play.Company.OutcomeWithin is not null;
        Assert.Equal(lead.Status.HasClocks() || isPromised, lead.HasClocks);
        Assert.True(!lead.AwaitsRouting || lead.Status == LeadStatus.Qualified);
        Assert.True(lead.Status != LeadStatus.Accepted || lead.Acceptance is not null);
    });

    [Fact]
    public void An_open_lead_has_a_wake_up_which_after_a_turn_is_to_come_and_a_second_turn_does_nothing() =>
        After((play, _, command, decision, now) =>
    {
        Assert.True(decision.Lead.NextWakeUp is not null || !decision.Lead.HasClocks);
        if (command is not TakeTurn)
            return;
        Assert.True(play.Deliverable().Length > 0 || decision.Lead.NextWakeUp is null || decision.Lead.NextWakeUp > now);
        Assert.Empty(LeadDecider.Decide(decision.Lead, command, play.Company.World(play.Rotas["italy"]), now).Events);
    });

    [Fact]
    public void At_most_one_acceptance_stands() => After((_, before, _, decision, _) =>
    {
        var standing = before.Acceptance is not null;
        foreach (var happened in decision.Events)
        {
            Assert.False(standing && happened is OfferAccepted or Offered, "Somebody has accepted.");
            standing = happened switch { OfferAccepted => true, AcceptanceUndone => false, _ => standing };
        }
    });

    [Fact]
    public void Every_rung_is_passed_once_in_order_and_at_once_when_due() => After((_, before, command, decision, now) =>
    {
        foreach (var passed in decision.Events.OfType<RungPassed>().GroupBy(rung => rung.Clock))
        {
            var first = before.Unmet(passed.Key)?.RungsPassed ?? before.Clocks.Last(clock => clock.Name == passed.Key).RungsPassed;
            Assert.Equal(Enumerable.Range(first, passed.Count()), passed.Select(rung => rung.Index));
            Assert.All(passed, rung => Assert.True(rung.DueAt <= rung.At));
        }

        if (command is TakeTurn && decision.Lead.UnmetClock is { PausedAt: null } clock)
        {
            Assert.All(clock.Plan.Rungs.Skip(clock.RungsPassed), due => Assert.True(due > now));
            Assert.Equal(clock.Plan.Due <= now, clock.BreachedAt is not null);
            Assert.True(clock.RungsPassed < clock.Plan.Rungs.Length || clock.RepeatAt > now);
            Assert.True(clock.Plan.Rungs.SequenceEqual(clock.Plan.Rungs.Order()), "Rungs rise.");
        }
    });

    [Fact]
    public void Clocks_never_restart_and_move_only_by_an_event_that_says_why() => After((_, before, _, decision, _) =>
    {
        for (var i = 0; i < before.Clocks.Length; i++)
        {
            var (was, now) = (before.Clocks[i], decision.Lead.Clocks[i]);
            var moved = decision.Events.Any(
                happened => happened is ClockReplanned r && r.Clock == was.Name || happened is ClockPaused p && p.Clock == was.Name);
            Assert.Equal((was.Name, was.StartedAt), (now.Name, now.StartedAt));
            Assert.True(moved || was.Plan == now.Plan, "The plan moved without an event.");
            Assert.True(was.BreachedAt is null || now.BreachedAt == was.BreachedAt);
            if (!was.IsUnmet && !decision.Events.Any(happened => happened is ClockReopened reopened && reopened.Clock == was.Name))
                Assert.Equal(Dump.Of(was), Dump.Of(now));
        }
    });

    [Fact]
    public void A_plan_never_counts_more_time_as_run_than_the_clock_has_until_its_deadline_has_passed() => AfterEach((lead, play, now) =>
    {
        foreach (var clock in lead.Clocks)
            Assert.True(clock.Plan.Ran <= clock.Plan.Total || clock.BreachedAt is not null || clock.Plan.Due <= now || clock.Within.IsDays);
    });

    [Fact]
    public void Replaying_the_events_gives_the_state() =>
        InTheEnd(play => Assert.Equal(Dump.Of(play.Lead), Dump.Of(LeadEvolution.Replay(play.Events))));

    [Fact]
    public void The_rotas_count_a_lead_once_for_whoever_holds_it() => After((play, _, _, decision, _) =>
    {
        foreach (var (team, rota) in play.Rotas)
        {
            foreach (var (rep, entry) in rota.Entries)
                Assert.Equal(decision.Lead.Hold is { } hold && hold.Rep == rep && hold.Team == team ? 1 : 0, entry.Load);
        }

        Assert.True(
            decision.Lead.Hold is null || decision.Lead.Status is LeadStatus.Offered or LeadStatus.Accepted or LeadStatus.Contacted);
    });

    [Fact]
    public void Credits_of_a_rota_add_up_to_nothing() =>
        InTheEnd(play => Assert.All(play.Rotas.Values, rota => Assert.Equal(0, rota.Entries.Values.Sum(entry => entry.Credit))));

    [Fact]
    public void Every_message_has_a_number_of_its_own_and_ends_once_or_is_still_owed() => InTheEnd(play =>
    {
        var owed = play.All<MessageOwed>().Select(happened => happened.Message.Number).ToList();
        var ended = play.Events.Select(happened => happened switch
        {
            MessageSent e => e.Number,
            MessageOvertaken e => e.Number,
            // A bounce ends a message too, or is reported after the provider took it.
            MessageParked e => e.Number,
            MessageBounced e => e.Number,
            _ => 0,
        }).Where(number => number > 0).Distinct();
        Assert.Equal(Enumerable.Range(1, owed.Count), owed);
        Assert.Equal(owed, ended.Concat(play.Lead.Outbox.Select(message => message.Number)).Order());
    });

    [Fact]
    public void An_erased_lead_owes_nothing_and_a_lead_that_has_ended_waits_for_nothing() => AfterEach((lead, _, _) =>
    {
        if (lead.Status == LeadStatus.Erased)
            Assert.Empty(lead.Outbox);
        if (!lead.HasClocks)
            Assert.True(lead.ReviewAt is null && lead.Hold is null && lead.Clocks.All(clock => !clock.IsUnmet));
    });

    [Fact]
    public void Nobody_is_written_to_while_closed_or_away_unless_the_clock_is_elapsed_or_they_have_just_acted() =>
        After((play, _, _, decision, now) =>
    {
        var owed = decision.Events.OfType<MessageOwed>().Select(happened => happened.Message).ToList();
        var released = decision.Events.OfType<MessageReleased>()
            .Select(happened => decision.Lead.Outbox.First(message => message.Number == happened.Number));
        foreach (var message in owed.Where(message => !message.IsHeld && !message.AtAnyHour).Concat(released))
        {
            var person = play.Company.Staff.Find(message.To)!;
            var atClosing = decision.Events.OfType<RungPassed>().Any(rung => person.Calendar.IsClosing(rung.DueAt));
            Assert.True(
                person.AbsenceAt(now) is null && (person.Calendar.IsOpen(now) || atClosing), $"{message.Kind} to {message.To} at {now}");
        }
    });

    [Fact]
    public void What_the_provider_tells_twice_changes_nothing() => After((play, _, command, decision, now) =>
    {
        if (command is ReportMail)
            Assert.Empty(LeadDecider.Decide(decision.Lead, command, play.Company.World(play.Rotas["italy"]), now).Events);
    });

    [Fact]
    public void Nobody_stands_in_for_a_stand_in() => InTheEnd(play =>
    {
        var alerts = play.All<MessageOwed>().Where(owed => owed.Message.IsAlert).ToList();
        Assert.All(alerts, owed => Assert.NotEqual(owed.Message.To, owed.Message.About.InsteadOf));
        foreach (var bounced in play.All<MessageBounced>()
            .Where(bounced => alerts.Any(owed => owed.Message.Number == bounced.Number && owed.Message.About.InsteadOf is not null)))
            Assert.DoesNotContain(
                play.All<MessageOwed>(), owed =>
                owed.At == bounced.At && owed.Message.About.InsteadOf == bounced.To && owed.Message.IsAlert);
    });

    [Fact]
    public void Charges_of_a_breach_add_up_to_the_whole() => After((_, _, _, decision, _) =>
    {
        foreach (var breach in decision.Events.OfType<ClockBreached>())
            Assert.InRange(breach.Charges.Sum(charge => charge.Percent), 98, 102);
    });

    internal static void AfterEach(Action<Lead, Play, Instant> holds) =>
        After((play, _, _, decision, now) => holds(decision.Lead, play, now));

    private static void After(Action<Play, Lead, LeadCommand, Decision, Instant> holds) =>
        AnyLife.Any.Sample(life => { AnyLife.Tell(life, holds); }, iter: Lives, print: Dump.Of);

    internal static void InTheEnd(Action<Play> holds) =>
        AnyLife.Any.Sample(life => holds(AnyLife.Tell(life, (_, _, _, _, _) => { })), iter: Lives, print: Dump.Of);
}
