using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;
using NSubstitute;
using Xunit;

// A call that tells the substitute what to return is awaited by nobody.
#pragma warning disable CA2012

namespace Handoff.Service.Tests.Turns;

/// <summary>The lead that a head holds, whose state may lack the messages that went out last.</summary>
public sealed class LeadHeadTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 26, 9, 0);

    private static readonly ImmutableArray<LeadEvent> Events =
    [
        new LeadReceived(At, Request), new LeadQualified(At), new MessageOwed(At, Message(1)), new MessageOwed(At, Message(2)), new MessageSent(At, 1), new MessageSent(At, 2),
    ];

    private readonly IStreamStore _streams = Substitute.For<IStreamStore>();

    private static Reception Request => new()
    {
        Id = new("a"),
        Source = "website",
        Agreement = "2026-11",
        Tier = "warm",
        Score = 70,
        ScoreBecause = "70 points",
        Qualifies = true,
        Completeness = 100,
        Team = "italy",
        TeamBecause = "the country is IT",
    };

    [Fact]
    public async Task Messages_that_went_out_since_the_state_was_written_are_no_longer_owed()
    {
        Stored(Events.Length);

        var lead = await LeadHead.ReadAsync(Head(state: 4, version: 6), _streams, default);

        Assert.Equal(6, lead.Version);
        Assert.Empty(lead.Outbox);
    }

    [Fact]
    public async Task A_state_that_lacks_nothing_is_read_without_events()
    {
        var lead = await LeadHead.ReadAsync(Head(state: 4, version: 4), _streams, default);

        Assert.Equal([1, 2], lead.Outbox.Select(message => message.Number));
        Assert.Empty(_streams.ReceivedCalls());
    }

    [Fact]
    public async Task What_was_written_after_the_head_was_read_is_left_to_the_next()
    {
        Stored(Events.Length);

        var lead = await LeadHead.ReadAsync(Head(state: 4, version: 5), _streams, default);

        Assert.Equal(5, lead.Version);
        Assert.Equal([2], lead.Outbox.Select(message => message.Number));
    }

    [Fact]
    public async Task Events_that_are_lost_are_not_passed_over()
    {
        Stored(5);

        var lost = await Assert.ThrowsAsync<InvalidDataException>(async () => await LeadHead.ReadAsync(Head(state: 4, version: 6), _streams, default));

        Assert.Contains("a has 6 events by its head, and 5 are found", lost.Message, StringComparison.Ordinal);
    }

    private static OwedMessage Message(int number) => new()
    {
        Number = number,
        Kind = MessageKind.Offer,
        To = new PersonId("anna@acme.example"),
        About = new() { Offer = number },
        OwedAt = At,
        NotBefore = At,
    };

    private static StreamHead Head(int state, int version) =>
        new(new(StreamKind.Lead, "a"), version, null, LedgerJson.Write(LeadEvolution.Replay(Events[..state])), "tag");

    private void Stored(int events) => _streams.ReadEventsAsync(new(StreamKind.Lead, "a"), 4, Arg.Any<CancellationToken>()).Returns(
        _ => new ValueTask<IReadOnlyList<StoredEvent>>([.. Events[4..events].Select((happened, i) => new StoredEvent(5 + i, At, "message_sent", LedgerJson.Write(happened)))]));
}
