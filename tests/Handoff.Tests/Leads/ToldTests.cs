using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using NodaTime;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>Nobody is charged for time before the mail could reach them (design section 5): until then the team holds the lead.</summary>
public sealed class ToldTests
{
    /// <summary>Anna is away, Bruno is at work, Carla comes at 14:00.</summary>
    private static readonly Company Shifts = (WithReps("anna", "bruno", "carla") with
    {
        TeamCalendar = BusinessCalendar.AnyOf("office, late", [Office, Late]),
        Deputy = null,
    }).Work("carla", Late).Absent("anna", "mon 00:00", "wed 00:00");

    /// <summary>A team that works while none of its people does: the mails wait, the clock runs.</summary>
    private static readonly Company Around = WithReps("anna", "bruno") with { TeamCalendar = Always, Deputy = null };

    private static Play Undone(Company company) =>
        Play.Of("mon 10:00", company).At("mon 10:01", new AcceptOffer(Id("bruno"), 1)).At("mon 10:06", new UndoAccept(Id("bruno")));

    [Fact]
    public void With_nobody_on_shift_the_lead_waits_with_the_manager_who_is_at_work_and_not_for_a_rep_who_comes_later()
    {
        var story = Undone(Shifts).Until("mon 11:00");

        Assert.Equal((LeadStatus.Qualified, "ManagerQueue"), (story.Lead.Status, story.OwnerName));
        Assert.Equal(["mon 10:06 NobodyEligible", "mon 11:00 Breach 100%"], story.MailTo("marta"));
        Assert.Equal([null, Id("bruno")], story.Only<ClockBreached>().Charges.Select(charge => charge.Who).Order());
        Assert.Equal(["mon 14:00 Offer"], story.Until("mon 14:01").MailTo("carla"));
    }

    [Fact]
    public void The_manager_can_act_meanwhile() =>
        Assert.Equal("marta", Undone(Shifts).At("mon 10:30", new TakeLead(Id("marta"))).Until("mon 15:00").OwnerName);

    [Fact]
    public void The_deputy_at_work_keeps_the_queue_as_well()
    {
        var story = Undone((Shifts with { Deputy = "luca" }).Absent("marta", "mon 00:00", "fri 00:00"));

        Assert.Equal("ManagerQueue", story.OwnerName);
        Assert.Equal(["mon 10:06 NobodyEligible"], story.MailTo("luca"));
    }

    [Fact]
    public void While_the_manager_is_away_whoever_is_next_on_shift_has_the_lead_and_the_team_its_clock()
    {
        var company = Shifts.Absent("marta", "mon 00:00", "wed 00:00").Work("luca", Late);
        var story = Undone(company).Until("mon 14:01");

        Assert.Equal("carla", story.OwnerName);
        Assert.Equal(["mon 14:00 Offer"], story.MailTo("carla"));
        Assert.Equal(
            [new Charge(null, Duration.FromMinutes(54), 90), new Charge(Id("bruno"), Duration.FromMinutes(6), 10)],
            story.Only<ClockBreached>().Charges.OrderByDescending(charge => charge.Percent));
    }

    [Fact]
    public void A_manager_who_opens_when_the_reps_do_leaves_the_lead_to_them() =>
        Assert.Equal("anna", Play.Of("sun 20:00", Around).Until("sun 20:01").OwnerName);

    [Fact]
    public void A_manager_who_opens_a_minute_earlier_has_it_first()
    {
        var early = BusinessCalendar.Create("early", Office.Zone, Handoff.Tests.Calendars.Given.Hours("mon-fri 08:59-17:00"), [], [], []);
        var story = Play.Of("sun 20:00", Around.Work("marta", early), "standard").Until("sun 20:01");

        Assert.Equal("ManagerQueue", story.OwnerName);
        Assert.Equal("anna", story.Until("mon2 09:01").OwnerName);
        Assert.Equal(["mon2 08:59 NobodyEligible"], story.MailTo("marta").Take(1));
    }

    [Fact]
    public void The_charge_begins_when_the_mail_can_go()
    {
        var story = Play.Of("mon 08:30", Around).Until("mon 09:30");

        Assert.Equal(["mon 09:00 Offer"], story.MailTo("anna").Take(1));
        Assert.Equal(
            [new Charge(null, Duration.FromMinutes(30), 50), new Charge(Id("anna"), Duration.FromMinutes(30), 50)],
            story.Only<ClockBreached>().Charges.AsEnumerable());
    }

    [Fact]
    public void A_rep_who_falls_ill_before_the_mail_could_go_is_not_charged_at_all()
    {
        // Not over the deadline of a day, so the offer stands.
        var story = Play.Of("mon 08:30", Around, "standard")
            .Changes("mon 08:45", company => company.Absent("anna", "mon 08:00", "tue 08:00")).Until("tue 08:31");

        Assert.Equal((null, 100), (story.Only<ClockBreached>().Charges.Single().Who, story.Only<ClockBreached>().Charges.Single().Percent));
    }

    [Fact]
    public void Of_a_lead_that_the_manager_assigns_by_hand_the_team_has_the_clock_until_the_rep_is_told()
    {
        var story = Play.Of("mon 13:40", Shifts).At("mon 13:40", new AssignLead(Id("marta"), Id("carla"))).Until("mon 14:40");

        Assert.Equal(
            [new Charge(null, Duration.FromMinutes(20), 33), new Charge(Id("carla"), Duration.FromMinutes(40), 67)],
            story.Only<ClockBreached>().Charges.AsEnumerable());
    }

    [Fact]
    public void Who_left_the_files_before_the_mail_could_go_is_not_charged_when_they_come_back()
    {
        // Anna has the lead, and the mail that was to tell her waited for Thursday, when she was not in the files.
        var story = Play.Of("mon 10:00", WithReps("anna", "bruno").Absent("anna", "mon 00:00", "thu 00:00"))
            .At("mon 10:01", new AcceptOffer(Id("bruno"), 1))
            .At("mon 10:05", new RecordContact(Id("bruno"), ContactWay.Called))
            .At("mon 10:10", new AssignLead(Id("marta"), Id("anna")))
            .Changes("wed 10:00", company => company.Leaves("anna"))
            .Changes("fri 09:00", company => company with { Gone = [] })
            .Until("mon3 17:00");

        Assert.Contains(story.All<MessageOvertaken>(), one => Week.Say(one.At) == "thu 09:00");
        Assert.Equal("anna", story.OwnerName);
        var breach = story.Only<ClockBreached>();
        Assert.Equal(ClockName.Feedback, breach.Clock);
        Assert.DoesNotContain(Id("anna"), breach.Charges.Select(charge => charge.Who ?? PersonId.Nobody));
    }

    [Fact]
    public void A_mail_that_cannot_be_delivered_for_a_while_is_not_the_reps_time()
    {
        var story = Play.Of("mon 10:00");
        story.Courier = message => message.Kind == MessageKind.Offer && story.Now < Week.At("mon 10:20") ? DeliveryResult.Failed
            : DeliveryResult.Sent;
        var charges = story.Until("mon 11:00").Only<ClockBreached>().Charges;

        Assert.InRange(charges.Single(charge => charge.Who is null).Ran, Duration.FromMinutes(20), Duration.FromMinutes(40));
        Assert.Equal(Duration.FromHours(1), charges.Aggregate(Duration.Zero, (sum, charge) => sum + charge.Ran));
    }

    [Fact]
    public void Whose_mail_comes_back_was_never_told()
    {
        var story = Play.Of("mon 10:00").Bounces("mon 10:30", "anna", MessageKind.Offer).Until("mon 11:00");

        Assert.Equal(
            [new Charge(null, Duration.FromMinutes(30), 50), new Charge(Id("bruno"), Duration.FromMinutes(30), 50)],
            story.Only<ClockBreached>().Charges.AsEnumerable());
    }

    [Fact]
    public void Who_is_yet_to_be_told_of_the_lead_is_not_reminded_of_it() =>
        Assert.Equal(["mon 09:00 Offer", "mon 09:08 Reminder 80%"], Play.Of("mon 08:20", Around).Until("mon 09:15").MailTo("anna"));

    [Fact]
    public void Nobody_loses_a_lead_that_they_are_yet_to_be_told_of_unless_somebody_can_take_it_sooner()
    {
        // The lead is due at 08:00 and moves on at 08:30; both open at 09:00.
        var story = Play.Of("mon 07:00", Around).Until("mon 09:01");

        Assert.Equal("anna", story.OwnerName);
        Assert.Empty(story.All<OfferLapsed>());
        Assert.Equal(["mon 09:00 Offer"], story.MailTo("anna"));
    }

    [Fact]
    public void A_clock_that_always_runs_writes_to_the_rep_at_once_unless_the_manager_is_at_work()
    {
        var always = Shifts with { Mode = ClockMode.Elapsed };

        Assert.Equal(["mon 08:00 Offer"], Play.Of("mon 08:00", always.Absent("bruno", "mon 00:00", "wed 00:00")).Until("mon 08:01")
            .MailTo("carla"));
        Assert.Equal("ManagerQueue", Play.Of("mon 10:00", always.Absent("bruno", "mon 00:00", "wed 00:00")).Until("mon 10:01").OwnerName);
    }

    [Fact]
    public void In_claim_mode_the_queue_goes_before_those_who_come_later_too()
    {
        var claim = Shifts with { Strategy = Strategy.Claim };
        var story = Play.Of("mon 10:00", claim.Absent("bruno", "mon 00:00", "wed 00:00")).Until("mon 10:01");

        Assert.Equal(LeadStatus.Qualified, story.Lead.Status);
        Assert.Equal([Id("carla")], story.Until("mon 14:01").Lead.Offer!.To.AsEnumerable());
    }
}
