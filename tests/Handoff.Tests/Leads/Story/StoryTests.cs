using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.Tests.Routing;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;
using static Handoff.Tests.Leads.Story.Told;

namespace Handoff.Tests.Leads.Story;

public sealed class StoryTests
{
    private static readonly string[] HourRungs = ["23 09:30", "23 09:48", "23 10:00", "23 10:30", "23 11:00"];

    [Fact]
    public void A_reception_tells_the_points_the_completeness_and_the_team() => Assert.Equal(
        "Received from pricing page: 90 points: 60 asked for a demo or a price, 20 company of 50 people or more, "
        + "10 business e-mail address; qualified from 40; tier warm; 75 % of the agreed fields given; team italy: since the country is IT.",
        Says(new LeadReceived(On("23 09:00"), EveryEvent.Reception)));

    [Fact]
    public void A_later_event_of_a_message_says_which_one_it_means()
    {
        var owed = EveryEvent.All.OfType<MessageOwed>()
            .First(one => one.Message is { Kind: MessageKind.Reminder, IsHeld: false }).Message with
        { To = Anna };
        var reader = Reader.Of([new MessageOwed(On("23 09:00"), owed)]);

        Assert.Equal(
            $"Message {owed.Number} (the reminder to {Reader.Name(owed.To)}) was sent.",
            Handoff.Leads.Story.LeadStory.Says(new MessageSent(On("23 09:00"), owed.Number), reader));
        Assert.Equal(
            $"Message {owed.Number + 1} was sent.",
            Handoff.Leads.Story.LeadStory.Says(new MessageSent(On("23 09:00"), owed.Number + 1), reader));
    }

    [Fact]
    public void A_qualification_names_the_version_and_its_points() => Assert.Equal(
        "The handoff to sales begins: the lead is qualified by agreement 2026-11, which asks for 40 points.",
        Says(new LeadQualified(On("23 09:00"))));

    [Fact]
    public void A_booked_or_released_lead_below_the_points_is_not_said_to_have_them()
    {
        var below = EveryEvent.Reception with { Qualifies = false };
        var qualified = new LeadQualified(On("23 09:00"));

        Assert.Equal(
            "The handoff to sales begins without the 40 points that agreement 2026-11 asks for.",
            Handoff.Leads.Story.LeadStory.Says(qualified, Reader.Of([new LeadReceived(On("23 09:00"), below), qualified])));
    }

    [Fact]
    public void A_clock_tells_its_length_its_calendar_its_deadline_and_its_rungs() => Assert.Equal(
        "Accept clock started: 1 h of open time on office and phone desk from Mon 23 Nov 09:00, so due Mon 23 Nov 10:00; "
        + "rungs at 09:30 (50 %), 09:48 (80 %), 10:00 (100 %), 10:30 (150 %), 11:00 (200 %).",
        Says(Started("23 09:00", "1h", ClockMode.Business, "normal")));

    [Fact]
    public void A_clock_that_begins_while_closed_tells_the_next_opening() => Assert.Equal(
        "Accept clock started: 1 h of open time on office and phone desk from Mon 23 Nov 09:00, the next opening, so due Mon 23 Nov 10:00; "
        + "rungs at 09:30, 09:48, 10:00, 10:30, 11:00.",
        Says(Started("21 15:00", "1h", ClockMode.Business, "a ladder the agreement has no more")));

    [Fact]
    public void A_clock_in_days_names_each_day_of_its_rungs_once() => Assert.Equal(
        "Feedback clock started for Anna Greco: 2 working days (16 h of open time) on office and phone desk from Mon 23 Nov 09:00, "
        + "so due Wed 25 Nov 09:00; rungs at Mon 23 Nov 17:00, Tue 24 Nov 10:00, 15:24.",
        Says(new ClockStarted(On("23 09:00"), ClockName.Feedback, Length("2d"), ClockMode.Business, "normal", Anna,
            Plan("23 09:00", "25 09:00", "16h", "23 17:00", "24 10:00", "24 15:24"))));

    [Fact]
    public void An_elapsed_clock_says_so() => Assert.StartsWith(
        "Accept clock started: 1 h, open or closed, from Mon 23 Nov 09:00, so due Mon 23 Nov 10:00;",
        Says(Started("23 09:00", "1h", ClockMode.Elapsed, "normal")), StringComparison.Ordinal);

    [Fact]
    public void A_long_ladder_is_cut() => Assert.EndsWith(
        "; rungs at 09:01, 09:02, 09:03, 09:04, 09:05, 09:06, and 3 more.",
        Says(new ClockStarted(On("23 09:00"), ClockName.Accept, Length("1h"), ClockMode.Business, "long", Holder: null,
            Plan("23 09:00", "23 10:00", "1h", [.. Enumerable.Range(1, 9).Select(minute => $"23 09:0{minute}")]))),
                StringComparison.Ordinal);

    [Fact]
    public void A_new_plan_tells_what_ran_and_what_is_left() => Assert.Equal(
        "The feedback clock was planned anew because the lead changed hands: 10 h (1 whole working day) of 16 h had run, "
        + "leaving 6 h on office and phone desk from Tue 24 Nov 09:00, so due Tue 24 Nov 15:00; rungs to come at 15:00.",
        Says(new ClockReplanned(On("24 08:00"), ClockName.Feedback, ReplanCause.ChangedHands,
            Plan("24 09:00", "24 15:00", "16h", "23 17:00", "24 15:00") with { Ran = Duration.FromHours(10), DaysRun = 1 })));

    [Fact]
    public void A_new_plan_after_the_breach_leaves_the_deadline() => Assert.Equal(
        "The first-contact clock was planned anew because the lead changed hands: 2 h of 1 h had run, and the deadline is Mon 23 Nov " +
        "10:00.",
        Says(new ClockReplanned(On("23 11:00"), ClockName.FirstContact, ReplanCause.ChangedHands,
            Plan("23 11:00", "23 10:00", "1h", "23 10:00") with { Ran = Duration.FromHours(2) })));

    [Fact]
    public void A_pause_tells_what_ran_why_and_for_how_long_at_most() => Assert.Equal(
        "The feedback clock stands still after 1 h 30 min, as the owner is away since Mon 23 Nov 10:30, at most until Mon 7 Dec 10:30.",
        Says(new ClockPaused(On("23 10:30"), ClockName.Feedback, On("23 10:30"), On("2026-12-07 10:30"), Duration.FromMinutes(90), 0)));

    [Fact]
    public void Somebody_who_left_the_files_is_absent_since_no_time_that_could_be_told() => Assert.Contains(
        "as the owner is no longer in the files,",
        Says(new ClockPaused(On("23 10:30"), ClockName.Feedback, Instant.MinValue, On("24 10:30"), Duration.Zero, 0)),
            StringComparison.Ordinal);

    [Fact]
    public void A_rung_tells_when_it_was_due_and_how_late_it_was() => Assert.Equal(
        "80 % of the accept clock passed (due 14:48, carried out 2 s later).",
        Says(new RungPassed(
            On("23 14:48") + Duration.FromSeconds(2), ClockName.Accept, 1, 80, On("23 14:48"), Overtaken: false, RepeatAt: null)));

    [Fact]
    public void A_rung_of_another_day_names_the_day() => Assert.Equal(
        "200 % of the accept clock passed (due Mon 23 Nov 14:48, carried out 19 h 12 min later), but what it was to do was no longer " +
        "needed; "
        + "its alert is repeated Wed 25 Nov 10:00 unless somebody acts.",
        Says(new RungPassed(On("24 10:00"), ClockName.Accept, 4, 200, On("23 14:48"), Overtaken: true, On("25 10:00"))));

    [Fact]
    public void A_breach_is_charged_by_shares_of_the_time() => Assert.Equal(
        "The accept clock was breached at Mon 23 Nov 10:00; charged to Anna Greco 75 % (45 min), Bruno Riva 25 % (15 min).",
        Says(new ClockBreached(On("23 10:00"), ClockName.Accept, On("23 10:00"),
            [new(Anna, Duration.FromMinutes(45), 75), new(Bruno, Duration.FromMinutes(15), 25)])));

    [Fact]
    public void A_breach_recorded_late_says_so_and_a_team_is_charged_as_one() => Assert.Equal(
        "The accept clock was breached at Mon 23 Nov 10:00 (recorded 3 min later); charged to the team 100 % (1 h).",
        Says(new ClockBreached(On("23 10:03"), ClockName.Accept, On("23 10:00"), [new(null, Duration.FromHours(1), 100)])));

    [Fact]
    public void Of_many_who_are_charged_the_last_are_told_together() => Assert.EndsWith(
        "Anna Greco 10 % (6 min), 5 others 50 % (30 min).",
        Says(new ClockBreached(On("23 10:00"), ClockName.Accept, On("23 10:00"),
            [.. Enumerable.Repeat(new Charge(Anna, Duration.FromMinutes(6), 10), 10)])), StringComparison.Ordinal);

    [Fact]
    public void An_offer_tells_why_this_rep_and_in_the_readers_time_why_not_the_others() => Assert.Equal(
        "Offer 1, in the rota of italy: Zoe Neri gets the lead: nobody else can take it. Not asked: Zoe Neri (off shift until Mon 23 " +
        "Nov 14:00).",
        Says(new Offered(On("23 10:00"), 1, [Desk.Id("Ugo")], IsClaim: false, "italy", By: null,
            Desk.Of(new Desk.Member("Ugo"), new Desk.Member("Dora") { Calendar = Desk.Afternoon }).Choose(), ReviewAt: null)));

    [Fact]
    public void A_manager_who_named_the_rep_is_named() => Assert.Equal(
        "Offer 2, in the rota of italy: Marta Rossi named Bruno Riva.",
        Says(new Offered(On("23 10:00"), 2, [Bruno], IsClaim: false, "italy", Marta, Choice: null, ReviewAt: null)));

    [Fact]
    public void A_decline_tells_the_reason_in_words_and_whose_fault_it_is() => Assert.Equal(
        "Anna Greco declined offer 2: Not my territory (the routing's fault, so the turn is credited back).",
        Says(new OfferDeclined(On("23 10:00"), 2, Anna, "not_my_territory", Fault.Routing, CreditBack: true)));

    [Fact]
    public void A_lapse_names_a_few_and_counts_the_others() => Assert.Equal(
        "Offer 1 to Anna Greco, Anna Greco, Anna Greco, Anna Greco, Anna Greco and 35 others ended unanswered because the ladder passes " +
        "it on "
        + "at this share of the clock; the turn is not credited back.",
        Says(new OfferLapsed(On("23 10:00"), 1, [.. Enumerable.Repeat(Anna, 40)], MoveCause.Reassigned, CreditBack: false)));

    [Fact]
    public void The_managers_queue_tells_why_nobody_is_asked() => Assert.Equal(
        "The lead is in the manager's queue after leaving its last holder because the rep declined it: "
        + "nobody can take the lead: Zoe Neri (has declined it or let it lapse).",
        Says(new Queued(
            On("23 10:00"), MoveCause.Declined, Desk.Of("Ugo").Choose(request => request with { Excluded = [Desk.Id("Ugo")] }))));

    [Fact]
    public void An_acceptance_names_the_offer_and_a_manager_needs_none()
    {
        Assert.Equal("Anna Greco accepted offer 2.", Says(new OfferAccepted(On("23 10:00"), Anna, 2, ReviewAt: null)));
        Assert.Equal(
            "Marta Rossi took the lead as a manager, without an offer.", Says(new OfferAccepted(On("23 10:00"), Marta, 0, ReviewAt: null)));
    }

    [Fact]
    public void A_change_of_hands_tells_from_whom_to_whom_and_why() => Assert.Equal(
        "The lead went from Anna Greco to Marta Rossi because a manager took it; it counts in no rota, since a manager has it.",
        Says(new Assigned(On("23 10:00"), Anna, Marta, MoveCause.Taken, Team: null, Choice: null, ReviewAt: null, CreditBack: false)));

    [Fact]
    public void A_return_tells_the_reason_in_words() => Assert.Equal(
        "Anna Greco returned the lead to marketing: Not a fit (marketing's fault, so the turn is credited back).",
        Says(new LeadReturned(On("23 10:00"), Anna, "not_a_fit", ReasonEffect.Return, Fault.Marketing, CreditBack: true)));

    [Fact]
    public void An_outcome_tells_what_it_is_worth() => Assert.Equal(
        "The CRM reports that the customer bought, worth 12,500.5 EUR, and gave a reason.",
        Says(new OutcomeRecorded(On("23 10:00"), Outcome.Won, 12500.50m, "EUR", HasReason: true)));

    [Fact]
    public void A_message_tells_to_whom_about_what_and_until_when_it_waits() => Assert.Equal(
        "Message 3 is owed to Anna Greco: a reminder at 80 % of the accept clock, due Tue 24 Nov 09:06; "
        + "it waits until Tue 24 Nov 09:00, when they are next at work.",
        Says(new MessageOwed(On("23 17:30"), new()
        {
            Number = 3,
            Kind = MessageKind.Reminder,
            To = Anna,
            OwedAt = On("23 17:30"),
            NotBefore = On("24 09:00"),
            IsHeld = true,
            About = new() { Clock = ClockName.Accept, Percent = 80, Due = On("24 09:06") },
        })));

    [Fact]
    public void A_failed_delivery_tells_what_the_provider_said_and_when_it_is_tried_again() => Assert.Equal(
        "Message 3 could not be delivered (503 Service Unavailable), and is tried again in 5 min, at 10:05.",
        Says(new MessageFailed(On("23 10:00"), 3, On("23 10:05"), "503 Service\nUnavailable.")));

    [Fact]
    public void A_provider_that_says_much_is_cut() => Assert.InRange(
        Says(new MessageParked(On("23 10:00"), 3, Refused: true, new string('x', 5000))).Length, 150, 250);

    [Fact]
    public void A_clock_that_counts_from_a_meetings_end_says_so() => Assert.Contains(
        "from Mon 23 Nov 09:00, after the meeting, so due",
        Says(Started("20 09:00", "1h", ClockMode.Business, "normal") with { MeetingEnds = On("23 09:00") }), StringComparison.Ordinal);

    [Fact]
    public void Times_are_the_readers() => Assert.Equal(
        "The accept clock was met at Mon 23 Nov 04:40.",
        Handoff.Leads.Story.LeadStory.Says(
            new ClockMet(On("23 10:40"), ClockName.Accept), Reader with { Zone = Zone("America/New_York") }));

    private static ClockStarted Started(string at, string within, ClockMode mode, string ladder) =>
        new(On(at), ClockName.Accept, Length(within), mode, ladder, Holder: null, Plan("23 09:00", "23 10:00", "1h", HourRungs));
}
