using Handoff.News;
using Handoff.People;
using NodaTime;
using Xunit;

namespace Handoff.Tests.News;

/// <summary>What a queue to a CRM does beside those of other channels.</summary>
public sealed class CrmChannelTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 30, 9, 0);
    private static readonly ChannelWorld World = new(Exists: true, [new PersonId("head-of-sales")]);

    private ChannelState _state = ChannelState.Empty;
    private Instant _now = Start;

    [Fact]
    public void What_is_in_a_write_already_is_not_sent_and_what_came_after_waits_ten_seconds()
    {
        Ask(new ChannelCommand.Take([News(1), News(2), News(3)]));
        Ask(Written(position: 1, through: 2));
        Assert.Equal((true, false), (_state.Covers(News(2)), _state.Covers(News(3))));
        Ask(new ChannelCommand.Cover(2, "lead-a"));
        Assert.Equal(_now + CrmChannel.Pause, _state.RestsUntil("lead-a", _now));
        Ask(new ChannelCommand.Rest(3, "lead-a", _now + CrmChannel.Pause));
        Assert.Equal((_now + CrmChannel.Pause, 1, 2), (_state.DueAt, _state.Owed, _state.Arrived));
        _now += CrmChannel.Pause;
        Assert.Equal((3L, (Instant?)null), (_state.DueAgain(_now)!.Positions[0], _state.RestsUntil("lead-a", _now)));
        Ask(Written(position: 3, through: 7));
        Assert.Equal((0, 0, 3), (_state.Owed, _state.Failures, _state.Arrived));
    }

    [Fact]
    public void What_is_asked_for_again_is_written_again_however_long_ago_it_was_and_only_of_that_lead()
    {
        Ask(new ChannelCommand.Take([News(1), News(1, "lead-b")]));
        Ask(Written(position: 1, through: 2));
        Ask(Written(position: 2, through: 2) with { Of = "lead-b" });
        Ask(new ChannelCommand.Take([News(1), News(2)], IsReplay: true));
        Assert.Equal((false, true), (_state.Covers(News(1)), _state.Covers(News(1, "lead-b"))));
        // It is still not written twice in ten seconds, and the first of what is replayed holds the rest.
        Assert.Equal(_now + CrmChannel.Pause, _state.RestsUntil("lead-a", _now));
        Ask(Written(position: 3, through: 2));
        Assert.True(_state.Covers(News(2)));
    }

    [Fact]
    public void Another_lead_does_not_wait_and_a_rest_is_no_failure()
    {
        Ask(new ChannelCommand.Take([News(1), News(2), News(1, "lead-b")]));
        Ask(Written(position: 1, through: 1));
        Ask(new ChannelCommand.Rest(2, "lead-a", _now + CrmChannel.Pause));
        Assert.True(_state.ReadsOn);
        Assert.Null(_state.RestsUntil("lead-b", _now));
        Assert.Equal(0, _state.Failures);
    }

    [Fact]
    public void A_deal_that_is_told_again_while_it_is_read_is_read_again()
    {
        Ask(new ChannelCommand.TakeDeals(["7"]));
        var first = _state.DueDeal(_now)!;
        Ask(new ChannelCommand.TakeDeals(["7"]));
        Ask(Read(first, NewsResult.Arrived));
        var second = Assert.Single(_state.Deals);
        Ask(Read(second, NewsResult.Arrived));
        Assert.Empty(_state.Deals);
        Assert.Null(_state.DueAt);
    }

    [Fact]
    public void A_deal_is_asked_for_over_a_month_and_no_longer_and_holds_up_no_lead()
    {
        Ask(new ChannelCommand.TakeDeals(["7"]));
        var attempts = 0;
        while (_state.Deals is [var deal])
        {
            Ask(Read(deal, NewsResult.Failed));
            Assert.True(++attempts < 100);
            _now = _state.DueAt ?? _now;
        }

        Assert.InRange((_now - Start).TotalDays, 28, 30);
        Assert.Equal((1, (ChannelStop?)null, 0), (_state.GivenUp, _state.Stop, _state.Failures));
    }

    [Fact]
    public void A_deal_that_is_refused_stops_the_channel_once_and_waits_for_it()
    {
        Ask(new ChannelCommand.TakeDeals(["7", "8"]));
        Ask(Read(_state.Deals[0], NewsResult.Refused));
        Ask(Read(_state.Deals[0], NewsResult.Refused));
        Assert.Equal((ChannelStop.Refused, 2, (Instant?)null), (_state.Stop, _state.Deals.Length, _state.DueAt));
        Assert.Single(_state.Letters.Owed);
        Ask(new ChannelCommand.Resume());
        Assert.Equal(_now, _state.DueAt);
    }

    [Fact]
    public void Too_many_deals_are_not_taken()
    {
        for (var number = 0; number < CrmChannel.MostDeals; number += 100)
            Ask(new ChannelCommand.TakeDeals([.. Enumerable.Range(number, 100).Select(deal => $"{deal}")]));
        Ask(new ChannelCommand.TakeDeals(["more"]));
        Assert.DoesNotContain(_state.Deals, deal => deal.Deal == "more");
    }

    private static NewsRef News(long sequence, string of = "lead-a") => new(of, sequence, NewsKind.LeadAccepted);

    private static ChannelCommand.Record Written(long position, long through) =>
        new(position, "lead-a", NewsResult.Arrived, Duration.Zero, "", null) { Through = through };

    private static ChannelCommand.RecordDeal Read(WaitingDeal deal, NewsResult result) =>
        new(deal.Deal, deal.Number, result, null, "as it was", null);

    private void Ask(ChannelCommand command) => _state = ChannelDecider.In(World, _now).Decide(_state, command).State;
}
