using CsCheck;
using Handoff.News;
using Handoff.People;
using Handoff.Processes;
using NodaTime;
using Xunit;

namespace Handoff.Tests.News;

/// <summary>A channel's queue, without a store and without a receiver.</summary>
public sealed class ChannelQueueTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 30, 9, 0);
    private static readonly ChannelWorld World = new(Exists: true, [new PersonId("head-of-sales")]);

    private readonly List<(long Position, string Of)> _taken = [];
    private readonly List<string> _arrived = [];
    private ChannelState _state = ChannelState.Empty;
    private Instant _now = Start;

    [Fact]
    public void Ten_attempts_take_three_days_and_then_the_channel_stops_and_tells_the_heads_once()
    {
        Take("lead-a", 1);
        List<Duration> attempts = [];
        while (_state.Stop is null)
        {
            attempts.Add(_now - Start);
            Send(NewsResult.Failed);
            _now = Instant.Max(_now, _state.DueAt ?? _now);
        }

        Assert.Equal(10, attempts.Count);
        Assert.InRange(attempts[^1].TotalHours, 75.5, 75.6 * 1.1);
        Assert.Equal(ChannelStop.Dead, _state.Stop);
        Assert.Equal(1, _state.Owed);
        Assert.Single(_state.Letters.Owed, letter => letter.Kind == LetterKind.ChannelStopped);
    }

    [Fact]
    public void What_a_receiver_refuses_for_good_stops_the_channel_at_once_and_nothing_is_lost()
    {
        Take("lead-a", 1);
        Take("lead-b", 1);
        Send(NewsResult.Refused);
        Assert.Equal((ChannelStop.Refused, 2, (Instant?)null), (_state.Stop, _state.Owed, _state.DueAt));
        Ask(new ChannelCommand.Resume());
        Drain();
        Assert.Equal(["lead-a.1", "lead-b.1"], _arrived);
    }

    [Fact]
    public void A_receiver_that_asks_for_a_pause_gets_it_up_to_a_day()
    {
        Take("lead-a", 1);
        Send(NewsResult.Failed, Duration.FromHours(3));
        Assert.Equal(Start + Duration.FromHours(3), _state.DueAt);
        _now = _state.DueAt!.Value;
        Send(NewsResult.Failed, Duration.FromDays(9));
        Assert.Equal(_now + Duration.FromDays(1), _state.DueAt);
    }

    [Fact]
    public void One_lead_that_fails_holds_back_its_own_events_and_no_others()
    {
        Take("lead-a", 1);
        Send(NewsResult.Failed);
        Take("lead-a", 2);
        Take("lead-b", 1);
        Drain(until: _now);
        Assert.Equal(["lead-b.1"], _arrived);
        _now = _state.DueAt!.Value;
        Drain(until: _now);
        Assert.Equal(["lead-b.1", "lead-a.1", "lead-a.2"], _arrived);
    }

    [Fact]
    public void A_receiver_that_takes_nothing_is_tried_with_five_leads_and_the_others_wait()
    {
        for (var lead = 0; lead < 100; lead++)
            Take($"lead-{lead}", 1);
        var sent = 0;
        while (_state.DueAt <= _now)
        {
            Send(NewsResult.Failed);
            sent++;
        }

        Assert.Equal((5, 100), (sent, _state.Owed));
    }

    [Fact]
    public void After_a_long_silence_whatever_waits_goes_at_once()
    {
        for (var lead = 0; lead < 20; lead++)
            Take($"lead-{lead}", 1);
        while (_state.DueAt <= _now)
            Send(NewsResult.Failed);
        _now = Start + Duration.FromHours(6);
        while (_state.DueAt <= _now && _arrived.Count == 0)
            Send(NewsResult.Arrived);
        Drain(until: _now);
        Assert.Equal(20, _arrived.Count);
    }

    [Fact]
    public void One_event_that_never_arrives_is_given_up_while_others_do_and_the_channel_goes_on()
    {
        Take("poison", 1);
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            Send(NewsResult.Failed);
            Take($"lead-{attempt}", 1);
            Send(NewsResult.Arrived);
            _now = _state.DueAt ?? _now;
        }

        Assert.Equal((1, 0, null), (_state.GivenUp, _state.Owed, _state.Stop));
    }

    [Fact]
    public void Whatever_fails_each_event_arrives_once_and_in_the_order_of_its_lead() =>
        Gen.Select(Gen.Int[0, 3].Array[1, 30], Gen.Int[0, 9].Array[40, 200]).Sample((leads, luck) =>
        {
            var test = new ChannelQueueTests();
            var sequences = new Dictionary<int, int>();
            foreach (var lead in leads)
                test.Take($"lead-{lead}", sequences[lead] = sequences.GetValueOrDefault(lead) + 1);
            foreach (var draw in luck)
            {
                if (test._state.DueAt is { } due)
                    test._now = Instant.Max(test._now, due);
                if (test._state.DueAt is not null)
                    test.Send(draw < 4 ? NewsResult.Failed : NewsResult.Arrived);
            }

            test.Ask(new ChannelCommand.Resume());
            test.Drain();
            Assert.Equal(leads.Length, test._arrived.Count + test._state.GivenUp);
            Assert.Equal(test._arrived.Count, test._arrived.Distinct(StringComparer.Ordinal).Count());
            foreach (var lead in test._arrived.GroupBy(id => id.Split('.')[0]))
                Assert.Equal(lead.Select(Sequence).Order(), lead.Select(Sequence));
        });

    private static int Sequence(string id) => int.Parse(id.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture);

    private void Take(string of, int sequence)
    {
        Ask(new ChannelCommand.Take([new(of, sequence, NewsKind.LeadOffered)]));
        _taken.Add((_state.Version, $"{of}.{sequence}"));
    }

    private void Drain(Instant? until = null)
    {
        while (_state.DueAt is { } due && (until is not { } end || due <= end))
        {
            _now = Instant.Max(_now, due);
            Send(NewsResult.Arrived);
        }
    }

    /// <summary>What a channel's process does next, as it would.</summary>
    private void Send(NewsResult result, Duration? retryAfter = null)
    {
        long position;
        if (_state.DueAgain(_now) is { } again)
        {
            position = again.Positions[0];
        }
        else
        {
            position = _taken.First(one => one.Position > _state.Cursor).Position;
            var of = Of(position).Split('.')[0];
            if (_state.Waiting.Any(one => one.Of == of))
            {
                Ask(new ChannelCommand.PutBehind(position, of));
                return;
            }
        }

        Ask(new ChannelCommand.Record(position, Of(position).Split('.')[0], result, Duration.Zero, "HTTP 503", retryAfter));
        if (result == NewsResult.Arrived)
            _arrived.Add(Of(position));
    }

    private string Of(long position) => _taken.Single(one => one.Position == position).Of;

    private void Ask(ProcessCommand command) => _state = ChannelDecider.In(World, _now).Decide(_state, command).State;
}
