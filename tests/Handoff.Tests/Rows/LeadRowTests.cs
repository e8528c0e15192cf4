using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Tests.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Rows;

/// <summary>What lists and figures know of a lead: its steps, its clocks and whose they were, and the shelf on which it is found.</summary>
public sealed class LeadRowTests
{
    private static Play Contacted() => Play.Of("mon 10:00")
        .At("mon 10:05", new AcceptOffer(Id("anna"), 1))
        .At("mon 10:30", new RecordContact(Id("anna"), ContactWay.Called));

    private static LeadRow RowOf(Play play) => LeadRow.Of(play.Lead);

    [Fact]
    public void Every_step_of_a_life_stands_in_the_row_with_its_instant()
    {
        var row = RowOf(
            Contacted().At("mon 11:00", new GiveFeedback(Id("anna"), null))
            .At("tue 12:00", new RecordOutcome(Outcome.Won, 1200m, "EUR", false)));

        Assert.Equal(
            ("mon 10:00", "mon 10:00", "mon 10:05", "mon 10:30", "mon 11:00", "tue 12:00"),
            (Say(row.Milestones.QualifiedAt), Say(row.Milestones.FirstOfferedAt), Say(row.AcceptedAt), Say(row.Milestones.ContactedAt),
                Say(row.Milestones.FeedbackAt), Say(row.Milestones.OutcomeAt)));
        Assert.Equal((LeadStatus.Won, Outcome.Won, 1200m, "EUR", "anna"),
            (row.Status, row.Outcome, row.Milestones.Amount, row.Milestones.Currency, Name(row.LastOwner!.Value)));
        Assert.Equal(
            [(ClockName.Accept, ClockState.Met), (ClockName.FirstContact, ClockState.Met), (ClockName.Feedback, ClockState.Met)],
            row.Clocks.Select(clock => (clock.Name, clock.State)));
    }

    [Fact]
    public void A_return_says_the_reason_where_the_lead_went_and_whose_fault_it_is()
    {
        var row = RowOf(Contacted().At("mon 11:00", new GiveFeedback(Id("anna"), "not_a_fit")));

        Assert.Equal(
            new LeadEnding(
                Week.At("mon 11:00"), Id("anna"), "not_a_fit", ReasonEffect.Return, Fault.Marketing, ContestUntil: Week.At("mon2 11:00")),
            row.Milestones.Ending);
    }

    [Theory]
    [InlineData(ReplyKind.Contact)]
    [InlineData(ReplyKind.Feedback)]
    [InlineData(ReplyKind.Decline)]
    public void What_is_taken_back_is_as_if_it_had_never_been(ReplyKind kind)
    {
        var before = kind switch
        {
            ReplyKind.Decline => Play.Of("mon 10:00").Until("mon 10:10"),
            ReplyKind.Contact => Play.Of("mon 10:00").At("mon 10:05", new AcceptOffer(Id("anna"), 1)),
            _ => Contacted(),
        };
        var milestones = RowOf(before).Milestones;

        var after = (kind switch
        {
            ReplyKind.Decline => before.At("mon 10:40", new DeclineOffer(Id("anna"), 1, "not_a_fit")),
            ReplyKind.Contact => before.At("mon 10:40", new RecordContact(Id("anna"), ContactWay.Called)),
            _ => before.At("mon 10:40", new GiveFeedback(Id("anna"), "not_a_fit")),
        }).At("mon 10:45", new UndoReply(Id("anna"), kind));

        Assert.Equal(milestones, RowOf(after).Milestones);
    }

    [Fact]
    public void Feedback_that_recorded_the_contact_too_takes_both_back()
    {
        var row = RowOf(Play.Of("mon 10:00").At("mon 10:05", new AcceptOffer(Id("anna"), 1))
            .At("mon 10:40", new GiveFeedback(Id("anna"), null)).At("mon 10:45", new UndoReply(Id("anna"), ReplyKind.Feedback)));

        Assert.Equal((LeadStatus.Accepted, null, null), (row.Status, row.Milestones.ContactedAt, row.Milestones.FeedbackAt));
    }

    [Fact]
    public void A_breach_says_whose_it_was()
    {
        var clock = Assert.Single(RowOf(Play.Of("mon 10:00").Until("mon 12:00")).Clocks);

        Assert.Equal(ClockState.Breached, clock.State);
        Assert.Equal(100, clock.Charges.Sum(charge => charge.Percent));
        Assert.Contains(clock.Charges, charge => charge.Who == Id("anna"));
    }

    [Fact]
    public void In_every_life_the_steps_agree_with_the_status() => LeadProperties.AfterEach((lead, _, _) =>
    {
        var row = LeadRow.Of(lead);
        var steps = row.Milestones;
        Assert.Equal(lead.HasClocks, LeadShelves.WithClocks.Contains(row.Shelf));
        Assert.Equal(lead.HasClocks, row.Clock is not null);
        Assert.True(lead.Status is not LeadStatus.Offered || steps.FirstOfferedAt is not null);
        Assert.True(lead.Status is not LeadStatus.Accepted || (row.AcceptedAt is not null && steps.ContactedAt is null));
        Assert.True(lead.Status is not LeadStatus.Contacted || steps.ContactedAt is not null);
        Assert.True(lead.Status is not LeadStatus.SalesQualified || row.Outcome is not null || steps.FeedbackAt is not null);
        Assert.True(!lead.Status.HasClocks() || (steps.Ending is null && steps.FeedbackAt is null));
        Assert.True(lead.Status is not LeadStatus.Returned || steps.Ending is { Effect: ReasonEffect.Return });
        Assert.True(lead.Status is not (LeadStatus.Won or LeadStatus.Lost) || steps.OutcomeAt is not null);
        Assert.All(
            row.Clocks, clock =>
            Assert.Equal(clock.State == ClockState.Breached, !clock.Charges.IsEmpty && clock.State != ClockState.Cancelled));
    });

    private static string Say(NodaTime.Instant? at) => at is { } some ? Week.Say(some) : "";
}
