using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.News;
using Handoff.Tests.Leads;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.News;

/// <summary>A reply that is taken back names exactly what was told of it.</summary>
public sealed class UndoneNewsTests
{
    private static readonly Company Agreed = new() { OutcomeWithin = Within.OfDuration(NodaTime.Duration.FromHours(4)) };

    [Fact]
    public void An_acceptance() => Assert.Equal(
        "lead.accepted", Undone(Offered().At("mon 10:01", new AcceptOffer(Id("anna"), 1)).At("mon 10:06", new UndoAccept(Id("anna")))));

    [Theory]
    [InlineData("not_my_territory", "lead.declined")]
    [InlineData("not_a_fit", "lead.declined lead.returned")]
    public void A_decline_that_asks_another_and_one_that_returns_the_lead(string reason, string undone) => Assert.Equal(
        undone,
        Undone(Offered().At("mon 10:01", new DeclineOffer(Id("anna"), 1, reason))
            .At("mon 10:06", new UndoReply(Id("anna"), ReplyKind.Decline))));

    [Fact]
    public void A_contact_and_a_feedback_each_by_itself()
    {
        var story = Accepted().At("mon 10:20", new RecordContact(Id("anna"), ContactWay.Called));

        Assert.Equal("lead.contacted", Undone(story.At("mon 10:21", new UndoReply(Id("anna"), ReplyKind.Contact))));
        story = Accepted().At("mon 10:20", new RecordContact(Id("anna"), ContactWay.Called))
            .At("mon 10:25", new GiveFeedback(Id("anna"), null));
        Assert.Equal("lead.feedback", Undone(story.At("mon 10:26", new UndoReply(Id("anna"), ReplyKind.Feedback))));
    }

    [Fact]
    public void A_feedback_that_told_the_contact_too_and_what_follows_names_no_earlier_one()
    {
        var story = Accepted().At("mon 10:25", new GiveFeedback(Id("anna"), null))
            .At("mon 10:26", new UndoReply(Id("anna"), ReplyKind.Feedback));

        Assert.Equal("lead.contacted lead.feedback", Undone(story));
        story.At("mon 10:30", new GiveFeedback(Id("anna"), "not_a_fit")).At("mon 10:31", new UndoReply(Id("anna"), ReplyKind.Feedback));
        Assert.Equal("lead.returned", Undone(story));
    }

    [Theory]
    [InlineData(Outcome.Won, "lead.won")]
    [InlineData(Outcome.Lost, "lead.lost")]
    public void An_outcome(Outcome outcome, string undone) => Assert.Equal(
        undone,
        Undone(Accepted().At("mon 10:25", new GiveFeedback(Id("anna"), null)).At("mon 14:00", new TellOutcome(Id("anna"), outcome))
            .At("mon 14:09", new UndoReply(Id("anna"), ReplyKind.Outcome))));

    [Fact]
    public void What_takes_nothing_back_names_nothing() =>
        Assert.Empty(UndoneNews.In("lead", Accepted().Events));

    private static Play Offered() => Play.Of("mon 10:00", Agreed);

    private static Play Accepted() => Offered().At("mon 10:10", new AcceptOffer(Id("anna"), 1));

    /// <summary>What the latest fact that takes something back names.</summary>
    private static string Undone(Play story)
    {
        var last = story.Events.ToList().FindLastIndex(happened => NewsKinds.Of(happened) == NewsKind.LeadUndone);
        var undone = UndoneNews.In("lead", [.. story.Events.Take(last + 1)]);
        Assert.All(undone, news => Assert.Equal(news.Kind, NewsKinds.Of(story.Events[(int)news.Sequence - 1])));
        return string.Join(' ', undone.Select(news => news.Kind.Word()));
    }
}
