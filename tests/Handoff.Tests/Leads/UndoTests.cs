using Handoff.Agreements;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class UndoTests
{
    private static readonly UndoAccept Undo = new(Id("anna"));

    private static Play Accepted(string at = "mon 10:10") => Play.Of("mon 10:00").At(at, new AcceptOffer(Id("anna"), 1));

    [Fact]
    public void Undo_gives_the_lead_to_another_rep_and_the_accept_clock_runs_on()
    {
        var story = Accepted().At("mon 10:15", Undo);

        Assert.Equal((LeadStatus.Offered, "bruno"), (story.Lead.Status, story.OwnerName));
        Assert.Null(story.Lead.Acceptance);
        Assert.Equal(ClockState.Cancelled, story.Clock(ClockName.FirstContact).State);
        Assert.Equal((ClockState.Running, "mon 11:00"), (story.Clock(ClockName.Accept).State, story.Due(ClockName.Accept)));
        Assert.Equal((0, 1), (story.Load("anna"), story.Load("bruno")));
    }

    [Fact]
    public void Undo_is_over_after_ten_minutes() =>
        Assert.Equal(new Answer.TooLate(LateCause.UndoOver), Accepted().At("mon 10:20", Undo).Answer);

    [Fact]
    public void Only_the_one_who_accepted_can_undo() =>
        Assert.Equal(new Answer.TooLate(LateCause.NotYours), Accepted().At("mon 10:15", new UndoAccept(Id("bruno"))).Answer);

    [Fact]
    public void After_the_first_contact_there_is_no_undo() => Assert.Equal(
        new Answer.TooLate(LateCause.UndoOver),
        Accepted().At("mon 10:12", new RecordContact(Id("anna"), ContactWay.Called)).At("mon 10:15", Undo).Answer);

    [Fact]
    public void Whoever_has_been_relieved_of_the_lead_cannot_undo() => Assert.Equal(
        new Answer.TooLate(LateCause.NotYours),
        Accepted().At("mon 10:12", new AssignLead(Id("marta"), Id("bruno"))).At("mon 10:15", Undo).Answer);

    [Fact]
    public void A_second_undo_changes_nothing() =>
        Assert.IsType<Answer.AlreadyDone>(Accepted().At("mon 10:15", Undo).At("mon 10:16", Undo).Answer);

    [Fact]
    public void Rungs_passed_meanwhile_fall_due_now()
    {
        var story = Accepted("mon 10:55").At("mon 11:02", Undo);

        Assert.Equal([50, 80, 100], story.All<RungPassed>().Select(rung => rung.Percent));
        Assert.Equal(["mon 11:02 Breach 100%"], story.MailTo("marta"));
        Assert.Equal("bruno", story.OwnerName);
        Assert.Equal([new Charge(Id("anna"), NodaTime.Duration.FromHours(1), 100)], story.Only<ClockBreached>().Charges.AsEnumerable());
    }

    [Fact]
    public void With_nobody_else_an_undone_lead_is_in_the_managers_queue_and_no_longer_charged_to_the_rep()
    {
        var story = Play.Of("mon 10:00", WithReps("anna")).At("mon 10:10", new AcceptOffer(Id("anna"), 1)).At("mon 10:15", Undo)
            .Until("mon 11:00");

        Assert.Equal("ManagerQueue", story.OwnerName);
        Assert.Equal([75, 25], story.Only<ClockBreached>().Charges.Select(charge => charge.Percent));
        Assert.Equal([null, Id("anna")], story.Only<ClockBreached>().Charges.Select(charge => charge.Who));
    }

    [Fact]
    public void A_first_contact_that_was_breached_and_is_undone_counts_as_cancelled()
    {
        var company = new Company { Tiers = [Agreed.Tier("warm", "1h", "5m", "5d", "normal")] };
        var story = Play.Of("mon 10:00", company).At("mon 10:10", new AcceptOffer(Id("anna"), 1)).At("mon 10:16", Undo);

        Assert.NotNull(story.Clock(ClockName.FirstContact).BreachedAt);
        Assert.Equal(ClockState.Cancelled, story.Clock(ClockName.FirstContact).State);
    }

    [Fact]
    public void Undo_in_claim_mode_asks_the_others_again()
    {
        var story = Play.Claim("mon 10:00", "anna", "bruno", "carla").At("mon 10:10", new AcceptOffer(Id("anna"), 1)).At("mon 10:15", Undo);

        Assert.Equal([Id("bruno"), Id("carla")], story.Lead.Offer!.To.AsEnumerable());
    }
}
