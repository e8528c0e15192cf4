using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>
/// Whoever sent a lead is asked whether somebody has called: only who agreed to be contacted, unless the agreement states another basis,
/// once, and no clock knows of it.
/// </summary>
public sealed class AskTests
{
    private static readonly Company Asks = new() { AsksAfter = Within.OfDays(1) };

    private static Play Accepted(bool? consents, Company? company = null, bool isTest = false) => Play.In(company ?? Asks)
        .Late("mon 10:00", new Receive(Request() with { Consents = consents, IsTest = isTest }, ReceptionVerdict.Qualified))
        .Until("mon 10:05")
        .At("mon 10:10", new AcceptOffer(Id("anna"), 1));

    private static int Questions(Play story) => story.Mail.Count(line => line.Contains("AskLead", StringComparison.Ordinal));

    [Fact]
    public void A_working_day_after_acceptance_the_person_is_asked_once()
    {
        var story = Accepted(consents: true).Until("fri 10:00");

        Assert.Equal(["tue 10:10 AskLead nobody"], story.Mail.Where(line => line.Contains("Ask", StringComparison.Ordinal)));
        Assert.Equal(Week.At("tue 10:10"), story.Lead.Ask!.AskedAt);
    }

    [Theory]
    [InlineData(null, false, 0)]
    [InlineData(false, false, 0)]
    [InlineData(false, true, 0)]
    [InlineData(null, true, 1)]
    [InlineData(true, true, 1)]
    public void Who_did_not_agree_is_asked_only_where_the_agreement_states_another_basis_and_who_refused_never(
        bool? consents, bool asService, int questions) =>
        Assert.Equal(questions, Questions(Accepted(consents, Asks with { AsksAsService = asService }).Until("fri 10:00")));

    [Fact]
    public void Nobody_is_asked_where_the_agreement_does_not_say_so() =>
        Assert.Equal(0, Questions(Accepted(consents: true, new()).Until("fri 10:00")));

    [Fact]
    public void A_test_is_of_nobody() => Assert.Equal(0, Questions(Accepted(consents: true, isTest: true).Until("fri 10:00")));

    [Fact]
    public void A_recorded_meeting_leaves_nothing_to_ask() =>
        Assert.Equal(0, Questions(Accepted(true).At("mon 15:00", new RecordContact(Id("anna"), ContactWay.Meeting)).Until("fri 10:00")));

    [Fact]
    public void A_recorded_call_is_what_is_asked_about() =>
        Assert.Equal(1, Questions(Accepted(true).At("mon 15:00", new RecordContact(Id("anna"), ContactWay.Called)).Until("fri 10:00")));

    [Fact]
    public void A_lead_that_has_ended_or_was_qualified_is_not_asked_about() => Assert.All(
        new[] { "not_a_fit", null },
        reason => Assert.Equal(0, Questions(Accepted(true).At("mon 15:00", new GiveFeedback(Id("anna"), reason)).Until("fri 10:00"))));

    [Fact]
    public void An_acceptance_that_is_undone_asks_nothing() =>
        Assert.Null(Accepted(true).At("mon 10:15", new UndoAccept(Id("anna"))).Lead.Ask);

    [Theory]
    [InlineData(AskObstacle.AskedBefore)]
    [InlineData(AskObstacle.RoleAddress)]
    [InlineData(AskObstacle.NoAddress)]
    [InlineData(AskObstacle.Demonstration)]
    public void What_stands_in_the_way_is_told_and_nothing_is_sent(AskObstacle obstacle)
    {
        var story = Accepted(true, Asks with { Asked = new(obstacle) }).Until("fri 10:00");

        Assert.Equal(0, Questions(story));
        Assert.Equal(obstacle, story.Only<AskDropped>().Because);
    }

    [Fact]
    public void The_first_no_alerts_the_manager_and_changes_no_clock()
    {
        var story = Accepted(true).Until("tue 11:00");
        var before = Dump.Of(story.Lead.Clocks);

        story.At("tue 11:00", new AnswerAsk(Called: false));

        Assert.Equal(["tue 11:00 LeadSaysNo"], story.MailTo("marta").Where(mail => mail.EndsWith("No", StringComparison.Ordinal)));
        Assert.Equal(before, Dump.Of(story.Lead.Clocks));
        Assert.False(story.Lead.Ask!.Called);
        Assert.IsType<Answer.AlreadyDone>(story.Decide(new AnswerAsk(Called: false)).Answer);
    }

    [Fact]
    public void The_last_answer_counts_and_a_second_no_alerts_nobody()
    {
        var story = Accepted(true).At("tue 11:00", new AnswerAsk(false)).At("tue 11:05", new AnswerAsk(true))
            .At("tue 11:10", new AnswerAsk(false));

        Assert.Single(story.All<MessageOwed>(), owed => owed.Message.Kind == MessageKind.LeadSaysNo);
        Assert.False(story.Lead.Ask!.Called);
    }

    [Fact]
    public void A_yes_alerts_nobody()
    {
        var story = Accepted(true).At("tue 11:00", new AnswerAsk(true));

        Assert.DoesNotContain(story.All<MessageOwed>(), owed => owed.Message.Kind == MessageKind.LeadSaysNo);
        Assert.True(story.Lead.Ask!.Called);
    }

    [Fact]
    public void A_question_that_comes_back_is_a_fact_and_no_colleague_is_alerted()
    {
        var story = Accepted(true).Until("tue 11:00");
        var number = story.Lead.Ask!.Message;

        story.Report(number).Deliver();

        Assert.Null(story.Lead.Ask!.AskedAt);
        Assert.DoesNotContain(story.All<MessageOwed>(), owed => owed.Message.Kind == MessageKind.DeliveryFailing);
    }

    [Fact]
    public void What_is_heard_more_than_a_fortnight_after_the_mail_changes_nothing_that_was_told()
    {
        var story = Accepted(true).At("tue 11:00", new AnswerAsk(false)).Until("tue3 10:09");
        Assert.IsType<Answer.Done>(story.Decide(new AnswerAsk(true)).Answer);

        story.Until("tue3 10:10");
        Assert.IsType<Answer.TooLate>(story.Decide(new AnswerAsk(false)).Answer);
        story.Report(story.Lead.Ask!.Message).Deliver();

        Assert.Equal((true, Week.At("tue 10:10")), (story.Lead.Ask!.Called, story.Lead.Ask.AskedAt));
    }

    [Fact]
    public void What_was_not_asked_cannot_be_answered_and_an_erased_lead_neither()
    {
        Assert.IsType<Answer.TooLate>(Accepted(true).Decide(new AnswerAsk(true)).Answer);
        Assert.IsType<Answer.TooLate>(Accepted(true).Until("tue 11:00").Decide(new EraseLead()).Decide(new AnswerAsk(false)).Answer);
    }

    [Fact]
    public void A_withdrawn_consent_stops_what_is_still_owed()
    {
        var story = Accepted(true);
        story.Courier = message => message.Kind == MessageKind.AskLead ? DeliveryResult.Failed : DeliveryResult.Sent;

        story.Until("tue 10:12").Decide(new WithdrawConsent(ByPerson: true));

        Assert.True(story.Lead.Ask!.IsWithdrawn);
        Assert.DoesNotContain(story.Lead.Outbox, message => message.Kind == MessageKind.AskLead);
    }
}
