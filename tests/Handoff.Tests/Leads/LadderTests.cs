using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using NodaTime;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class LadderTests
{
    [Fact]
    public void An_unanswered_offer_climbs_the_ladder()
    {
        var story = Play.Of("mon 10:00").Until("tue 12:30");

        Assert.Equal(
            [
                "mon 10:00 Offer anna", "mon 10:30 Reminder 50% anna", "mon 10:48 Reminder 80% anna", "mon 11:00 Breach 100% marta",
                "mon 11:30 Breach 150% marta", "mon 11:30 MovedOn anna", "mon 11:30 Offer bruno",
                "mon 12:00 Breach 200% paolo", "tue 12:00 Breach 200% paolo",
            ],
            story.Mail);
    }

    [Fact]
    public void First_contact_and_feedback_have_ladders_of_their_own()
    {
        var story = Play.Of("mon 09:00").At("mon 09:00", new AcceptOffer(Id("anna"), 1)).Until("mon 13:30")
            .At("mon 13:30", new RecordContact(Id("anna"), ContactWay.Called)).Until("tue3 10:00");

        Assert.Equal(
            [
                "mon 09:00 Offer", "mon 09:00 Accepted", "mon 11:00 Reminder 50%", "mon 12:12 Reminder 80%", "mon 13:30 GiveFeedback",
                "fri 13:30 Reminder 80%", "mon2 13:30 Reminder 100%",
            ],
            story.MailTo("anna"));
        Assert.Equal(["mon 13:00 Breach 100%", "mon2 13:30 Breach 100%", "tue2 13:30 Breach 100%"], story.MailTo("marta").Take(3));
    }

    [Fact]
    public void A_missed_turn_carries_out_every_rung_once_and_records_how_late_it_was()
    {
        var story = Play.Of("mon 10:00").Until("mon 10:01").Jump("mon 10:50").Decide(new TakeTurn());

        Assert.Equal([50, 80], story.All<RungPassed>().Select(rung => rung.Percent));
        Assert.Equal([20.0, 2.0], story.All<RungPassed>().Select(rung => (rung.At - rung.DueAt).TotalMinutes));
        Assert.Empty(LeadDecider.Decide(story.Lead, new TakeTurn(), story.Company.World(story.Rotas["italy"]), story.Now).Events);
    }

    [Fact]
    public void A_rep_who_got_the_lead_in_a_late_turn_does_not_lose_it_in_the_same()
    {
        var ladder = new Ladder("normal", [Agreed.Reassign(100), Agreed.Reassign(150)]);
        var story = Play.Of("mon 10:00", WithReps("anna", "bruno", "carla") with { Ladders = Agreed.Ladders.SetItem("normal", ladder) })
            .Until("mon 10:01").Jump("mon 12:00").Decide(new TakeTurn());

        Assert.Equal([100, 150], story.All<RungPassed>().Select(rung => rung.Percent));
        Assert.Equal("bruno", story.OwnerName);
    }

    [Fact]
    public void A_breach_is_charged_by_shares_of_the_time()
    {
        var story = Play.Of("mon 10:00").At("mon 10:45", new DeclineOffer(Id("anna"), 1, "no_capacity")).Until("mon 11:00");

        Assert.Equal(
            [new Charge(Id("anna"), Duration.FromMinutes(45), 75), new Charge(Id("bruno"), Duration.FromMinutes(15), 25)],
            story.Only<ClockBreached>().Charges.AsEnumerable());
    }

    [Fact]
    public void A_rung_exactly_at_the_closing_is_still_sent_then()
    {
        var story = Play.Of("mon 16:30").Until("mon 20:00");

        Assert.Equal(["mon 16:30 Offer", "mon 17:00 Reminder 50%"], story.MailTo("anna"));
    }

    [Fact]
    public void Nobody_is_written_to_while_closed_and_a_held_message_goes_at_the_opening()
    {
        var company = new Company { TeamCalendar = Always };
        var story = Play.Of("mon 16:50", company).Until("tue 09:00");

        // Breached at 17:50, held for the manager until morning.
        Assert.Equal(["tue 09:00 Breach 100%", "tue 09:00 Breach 150%"], story.MailTo("marta"));
    }

    [Fact]
    public void A_held_message_that_is_overtaken_is_not_sent()
    {
        var story = Play.Of("mon 16:50", new Company { TeamCalendar = Always }).Until("mon 17:55")
            .At("mon 20:00", new TakeLead(Id("luca"))).Until("tue 09:30");

        Assert.Empty(story.MailTo("marta"));
        Assert.NotEmpty(story.All<MessageOvertaken>());
    }

    [Fact]
    public void An_elapsed_clock_writes_at_any_hour()
    {
        var story = Play.Of("sat 22:00", new Company { Mode = ClockMode.Elapsed }).Until("sat 23:10");

        Assert.Equal(
            ["sat 22:00 Offer anna", "sat 22:30 Reminder 50% anna", "sat 22:48 Reminder 80% anna", "sat 23:00 Breach 100% marta"],
                story.Mail);
    }

    [Fact]
    public void A_ladder_that_ends_in_a_reminder_repeats_it_until_the_breach_and_then_tells_the_manager()
    {
        var ladders = Agreed.Ladders.SetItem("normal", new("normal", [Agreed.Remind(50)]));
        var story = Play.Of("mon 10:00", new Company { Ladders = ladders }, "standard").Until("wed 15:00");

        // 1d: due tue 10:00; half of it has run at 14:00.
        Assert.Equal(["mon 14:00 Reminder 50% anna", "tue 14:00 Breach 50% marta", "wed 14:00 Breach 50% marta"], story.Mail.Skip(1));
    }

    [Fact]
    public void A_lead_in_the_last_owners_hands_after_the_deadline_still_counts_as_breached_when_it_ends()
    {
        var story = Play.Of("mon 10:00").Until("mon 11:10").At("mon 11:10", new DeclineOffer(Id("anna"), 1, "not_a_fit"));

        Assert.Equal(ClockState.Breached, story.Clock(ClockName.Accept).State);
    }
}
