using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using NodaTime;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>The optional promise to confirm an accepted lead that a manager gave: in 30 minutes, on the ladder <c>patient</c>.</summary>
public sealed class ConfirmClockTests
{
    private static readonly Company Agreed = new() { ConfirmWithin = Within.OfDuration(Duration.FromMinutes(30)) };

    private static readonly ConfirmLead Bruno = new(Id("bruno"));

    [Fact]
    public void Who_gets_an_accepted_lead_by_hand_is_to_confirm_it_beside_the_clock_that_runs_on()
    {
        var story = Given();

        Assert.Equal((LeadStatus.Accepted, "bruno"), (story.Lead.Status, story.OwnerName));
        Assert.Equal(("mon 11:30", "mon 14:10"), (story.Due(ClockName.Confirm), story.Due(ClockName.FirstContact)));
        Assert.Equal(ClockName.FirstContact, story.Lead.UnmetClock?.Name);
    }

    [Fact]
    public void Without_the_key_nothing_is_to_be_confirmed()
    {
        var story = Given(new());

        Assert.DoesNotContain(story.Lead.Clocks, clock => clock.Name == ClockName.Confirm);
        Assert.Equal(new Answer.TooLate(LateCause.Ended), story.At("mon 11:10", Bruno).Answer);
    }

    [Fact]
    public void They_are_reminded_and_then_the_manager_hears_once_and_again_each_working_day()
    {
        var story = Accepted().At("mon 10:30", new RecordContact(Id("anna"), ContactWay.Called))
            .At("mon 11:00", new AssignLead(Id("marta"), Id("bruno"))).Until("tue 12:00");

        Assert.Equal(
            ["mon 11:00 Assigned", "mon 11:24 Reminder 80%", "mon 11:30 Reminder 100%"], story.MailTo("bruno"));
        Assert.Equal(["mon 11:30 Breach 100%", "tue 11:30 Breach 100%"], story.MailTo("marta"));
        var breach = Assert.Single(story.All<ClockBreached>());
        Assert.Equal(ClockName.Confirm, breach.Clock);
        Assert.Equal(Id("bruno"), breach.Charges.Single().Who);
    }

    [Fact]
    public void Who_confirms_is_left_alone_and_the_first_contact_stays_due()
    {
        var story = Given().At("mon 11:10", Bruno);

        Assert.IsType<Answer.Done>(story.Answer);
        Assert.Equal(ClockState.Met, story.Clock(ClockName.Confirm).State);
        Assert.Empty(story.Until("mon 12:00").MailTo("marta"));
        Assert.IsType<Answer.AlreadyDone>(story.At("mon 12:01", Bruno).Answer);
        Assert.Equal(ClockState.Breached, story.Until("mon 14:11").Clock(ClockName.FirstContact).State);
    }

    [Theory]
    [InlineData("an attempt")]
    [InlineData("a contact")]
    [InlineData("a return")]
    [InlineData("an opportunity")]
    public void Whatever_else_they_tell_of_it_confirms_it_too(string told)
    {
        var story = Given().At("mon 11:10", told switch
        {
            "an attempt" => new RecordContact(Bruno.By, ContactWay.Voicemail),
            "a contact" => new RecordContact(Bruno.By, ContactWay.Called),
            "a return" => new GiveFeedback(Bruno.By, "not_a_fit"),
            _ => new GiveFeedback(Bruno.By, null),
        });

        Assert.Equal(ClockState.Met, story.Clock(ClockName.Confirm).State);
        Assert.DoesNotContain(story.Until("tue 12:00").Events, one => one is ClockBreached { Clock: ClockName.Confirm });
    }

    [Fact]
    public void Late_word_leaves_it_broken_and_stops_the_alerts()
    {
        var story = Given().At("mon 12:00", Bruno).Until("wed 12:00");

        Assert.Equal(ClockState.Breached, story.Clock(ClockName.Confirm).State);
        Assert.Single(story.MailTo("marta"), mail => mail == "mon 11:30 Breach 100%");
        Assert.DoesNotContain("tue 11:30 Breach 100%", story.MailTo("marta"));
    }

    [Fact]
    public void Only_the_one_who_has_it_confirms_it() =>
        Assert.Equal(new Answer.TooLate(LateCause.NotYours), Given().At("mon 11:10", new ConfirmLead(Id("anna"))).Answer);

    [Fact]
    public void Given_to_another_it_is_theirs_to_confirm_and_taken_by_the_manager_nobodys()
    {
        var again = Given().At("mon 11:10", new AssignLead(Id("marta"), Id("anna")));
        Assert.Equal(
            [ClockState.Cancelled, ClockState.Running],
            again.Lead.Clocks.Where(clock => clock.Name == ClockName.Confirm).Select(clock => clock.State));
        Assert.Equal("mon 11:40", again.Due(ClockName.Confirm));

        Assert.Null(again.At("mon 11:20", new TakeLead(Id("marta"))).Lead.Unmet(ClockName.Confirm));
    }

    [Fact]
    public void What_the_ladder_or_an_absence_passes_on_is_not_to_be_confirmed()
    {
        var company = Agreed.Absent("anna", "mon 12:00", "wed 00:00");
        var story = Accepted(company).Until("mon 12:30");

        Assert.Equal("bruno", story.OwnerName);
        Assert.DoesNotContain(story.Lead.Clocks, clock => clock.Name == ClockName.Confirm);
    }

    [Fact]
    public void An_offer_by_hand_is_confirmed_by_accepting_it()
    {
        var story = Play.Of("mon 10:00", Agreed).At("mon 10:05", new AssignLead(Id("marta"), Id("bruno")));

        Assert.DoesNotContain(story.Lead.Clocks, clock => clock.Name == ClockName.Confirm);
        Assert.Equal(LeadStatus.Accepted, story.At("mon 10:10", new AcceptOffer(Id("bruno"), 2)).Lead.Status);
    }

    [Fact]
    public void The_crm_that_ends_the_lead_ends_it_too()
    {
        var story = Given().At("mon 11:10", new RecordOutcome(Outcome.Lost, null, null, false));

        Assert.Equal(ClockState.Cancelled, story.Clock(ClockName.Confirm).State);
        Assert.Null(story.Lead.NextWakeUp);
    }

    private static Play Accepted(Company? company = null) =>
        Play.Of("mon 10:00", company ?? Agreed).At("mon 10:10", new AcceptOffer(Id("anna"), 1));

    private static Play Given(Company? company = null) => Accepted(company).At("mon 11:00", new AssignLead(Id("marta"), Id("bruno")));
}
