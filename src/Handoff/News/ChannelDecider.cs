using System.Collections.Immutable;
using Handoff.People;
using Handoff.Processes;
using NodaTime;

namespace Handoff.News;

/// <summary>How an attempt to send an event ended.</summary>
public enum NewsResult
{
    Arrived,

    /// <summary>It did not, and may on another try.</summary>
    Failed,

    /// <summary>The receiver says that it takes nothing any more.</summary>
    Refused,
}

/// <summary>What is asked of a channel.</summary>
public abstract record ChannelCommand : ProcessCommand
{
    /// <summary>Events to be sent, in order.</summary>
    public sealed record Take(ImmutableArray<NewsRef> News, bool IsReplay = false) : ChannelCommand;

    /// <summary>An event that is to be sent waits behind an earlier one of the same lead.</summary>
    public sealed record PutBehind(long Position, string Of) : ChannelCommand;

    /// <summary>What became of an attempt.</summary>
    /// <param name="Position">The event's place in the channel's stream.</param>
    public sealed record Record(
        long Position, string Of, NewsResult Result, Duration Took, string Reason, Duration? RetryAfter) : ChannelCommand
    {
        /// <summary>Which fields of the person went along.</summary>
        public ImmutableArray<string> Fields { get; init; } = [];

        /// <summary>Of a CRM: the last event of the lead that is in what was written.</summary>
        public long? Through { get; init; }
    }

    /// <summary>An event is not sent yet, for its lead was written a moment ago.</summary>
    public sealed record Rest(long Position, string Of, Instant Until) : ChannelCommand;

    /// <summary>An event is in what was written already.</summary>
    public sealed record Cover(long Position, string Of) : ChannelCommand;

    /// <summary>Deals have changed, by their ids in the CRM.</summary>
    public sealed record TakeDeals(ImmutableArray<string> Deals) : ChannelCommand;

    /// <summary>What became of reading a deal.</summary>
    /// <param name="Lead">The lead that it told of, if any.</param>
    public sealed record RecordDeal(string Deal, int Number, NewsResult Result, string? Lead, string Remark, Duration? RetryAfter)
        : ChannelCommand
    {
        /// <summary>Whether it was read, and is asked for once more before it is believed.</summary>
        public bool IsDoubt { get; init; }
    }

    /// <summary>Send no more, for another part of the channel has stopped.</summary>
    public sealed record StopToo(string Reason) : ChannelCommand;

    /// <summary>Send again.</summary>
    public sealed record Resume : ChannelCommand;
}

/// <summary>What a decision about a channel rests on.</summary>
/// <param name="Exists">Whether it is in the file.</param>
/// <param name="Tell">Who is told that it has stopped.</param>
public sealed record ChannelWorld(bool Exists, ImmutableArray<PersonId> Tell);

/// <summary>
/// A channel's queue: in order for each lead; an event that fails holds back those of its lead and no others; a receiver that takes nothing
/// is left alone but for the retries, and stopped after the last.
/// </summary>
public static class ChannelDecider
{
    /// <summary>A receiver that was silent for less is given what waits by the plan, not at once.</summary>
    private static readonly Duration LongSilence = Duration.FromMinutes(10);

    /// <summary>The process, as it stands to the rest of the world at a time.</summary>
    public static Decider<ChannelState, ProcessCommand, ProcessEvent> In(ChannelWorld world, Instant now) => ProcessDecider.Of(
        (state, command) => ProcessDecider.Told([.. Decide(state, command, world, now)]), Evolve, ChannelState.Empty, now);

    /// <summary>The state after one more event.</summary>
    public static ChannelState Evolve(ChannelState state, ProcessEvent happened) => ProcessDecider.After(state, happened, Apply);

    private static IEnumerable<ProcessEvent> Decide(ChannelState state, ProcessCommand command, ChannelWorld world, Instant now) =>
        command switch
        {
            ProcessCommand.TakeTurn when !world.Exists && state.Stop is null => [new ChannelStopped(now, ChannelStop.Removed, "")],
            ProcessCommand.TakeTurn when world.Exists && state.Stop == ChannelStop.Removed => [new ChannelResumed(now)],
            ProcessCommand.TakeTurn => [],
            ChannelCommand.Take c => Take(state, c, world, now),
            ChannelCommand.PutBehind c => c.Position > state.Cursor ? [new NewsBehind(now, c.Position, c.Of)] : [],
            ChannelCommand.Record c => Record(state, c, world, now),
            ChannelCommand.RecordDeal { Result: NewsResult.Refused } c when state.Stop is null =>
                [.. CrmChannel.Decide(state, c, now), .. Stop(state, ChannelStop.Refused, c.Remark, world, now)],
            ChannelCommand.Rest or ChannelCommand.Cover or ChannelCommand.TakeDeals or ChannelCommand.RecordDeal =>
                CrmChannel.Decide(state, (ChannelCommand)command, now),
            ChannelCommand.StopToo c => state.Stop is null ? [new ChannelStopped(now, ChannelStop.WithOthers, c.Reason)] : [],
            ChannelCommand.Resume => state.Stop is null && state.DownSince is null ? [] : [new ChannelResumed(now)],
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };

    private static IEnumerable<ProcessEvent> Take(ChannelState state, ChannelCommand.Take command, ChannelWorld world, Instant now)
    {
        if (world.Exists && state.Stop == ChannelStop.Removed)
            yield return new ChannelResumed(now);
        foreach (var news in command.News)
            yield return new NewsTaken(now, news, command.IsReplay);
    }

    private static IEnumerable<ProcessEvent> Record(ChannelState state, ChannelCommand.Record c, ChannelWorld world, Instant now)
    {
        var waiting = state.Waiting.FirstOrDefault(one => one.Of == c.Of);
        // Recorded by another process meanwhile.
        if (c.Position > state.Cursor ? waiting is not null : waiting?.Positions[0] != c.Position)
            return [];
        var attempt = (waiting?.Attempts ?? 0) + 1;
        if (c.Result == NewsResult.Arrived)
            return [new NewsArrived(
                now, c.Position, c.Of, attempt, c.Took, c.Fields.IsEmpty ? null : c.Fields, c.Through,
                c.Reason.Length == 0 ? null : c.Reason)];
        var pause = Attempts.After(attempt, c.RetryAfter, c.Of);
        var isDead = pause is null && !(state.ArrivedAt >= (waiting?.Since ?? now));
        var stop = c.Result == NewsResult.Refused ? ChannelStop.Refused : isDead ? ChannelStop.Dead : (ChannelStop?)null;
        // What stops the channel is kept, and goes first when it is resumed.
        ProcessEvent failed = pause is null && stop is null
            ? new NewsGivenUp(now, c.Position, c.Of, attempt, c.Took, c.Reason)
            : new NewsFailed(now, c.Position, c.Of, attempt, c.Took, c.Reason, now + (pause ?? Duration.Zero));
        if (stop is not { } cause || state.Stop is not null)
            return [failed];
        return [failed, .. Stop(state, cause, c.Reason, world, now)];
    }

    private static IEnumerable<ProcessEvent> Stop(ChannelState state, ChannelStop cause, string reason, ChannelWorld world, Instant now) =>
        [new ChannelStopped(now, cause, reason), .. state.Letters.Owe(now, LetterKind.ChannelStopped, 0, world.Tell)];

    private static ChannelState Apply(ChannelState state, ProcessEvent happened) => happened switch
    {
        NewsTaken e => CrmChannel.Retold(state, e) with { Taken = state.Taken + 1, Unread = state.Unread + 1, TakenAt = e.At },
        NewsBehind e => Passed(state, e.Position) with
        {
            Waiting = Change(state, e.Of, one => one with { Positions = one.Positions.Add(e.Position) }),
        },
        NewsArrived e => CrmChannel.Written(Arrive(Leave(state, e.Position, e.Of, e.At), e.At), e) with { Arrived = state.Arrived + 1 },
        NewsCovered e => Leave(state, e.Position, e.Of, e.At) with { Arrived = state.Arrived + 1 },
        NewsRested e => Wait(state, e.Position, e.Of, 0, e.At, e.Until),
        DealTold or DealRead or DealFailed or DealGivenUp => CrmChannel.Apply(state, happened),
        NewsGivenUp e => Leave(state, e.Position, e.Of, e.At) with { GivenUp = state.GivenUp + 1, Failures = state.Failures + 1 },
        NewsFailed e => Fail(state, e),
        ChannelStopped e => state with { Stop = e.Cause, StoppedAt = e.At, StopReason = e.Reason },
        ChannelResumed e => state with
        {
            Stop = null,
            StoppedAt = null,
            StopReason = "",
            Failures = 0,
            DownSince = null,
            Waiting = [.. state.Waiting.Select(one => one with { Attempts = 0, Since = e.At, NotBefore = e.At })],
            Deals = [.. state.Deals.Select(one => one with { NotBefore = e.At })],
        },
        _ => state,
    };

    private static ChannelState Fail(ChannelState state, NewsFailed e)
    {
        var failures = state.Failures + 1;
        return Wait(state, e.Position, e.Of, e.Attempt, e.At, e.RetryAt) with
        {
            Failures = failures,
            DownSince = failures >= ChannelState.FailuresUntilDown ? state.DownSince ?? e.At : state.DownSince,
        };
    }

    private static ChannelState Wait(ChannelState state, long position, string of, int attempts, Instant at, Instant until) =>
        Passed(state, position) with
        {
            Waiting = state.Waiting.Any(one => one.Of == of)
                ? Change(state, of, one => one with { Attempts = attempts, NotBefore = until })
                : state.Waiting.Add(new(of, [position], attempts, at, until)),
        };

    /// <summary>The receiver lives: after a long silence whatever waits is sent at once.</summary>
    private static ChannelState Arrive(ChannelState state, Instant at) => state with
    {
        ArrivedAt = at,
        Failures = 0,
        DownSince = null,
        Waiting = state.DownSince is { } since && at - since >= LongSilence
            ? [.. state.Waiting.Select(one => one with { NotBefore = Instant.Min(one.NotBefore, at) })] : state.Waiting,
    };

    /// <summary>The state without an event that is done with; the next of its lead may go.</summary>
    private static ChannelState Leave(ChannelState state, long position, string of, Instant at)
    {
        if (position > state.Cursor)
            return Passed(state, position);
        return state with
        {
            Waiting =
            [
                .. state.Waiting.Select(one => one.Of != of ? one
                        : new WaitingNews(of, one.Positions.Remove(position), 0, at, at))
                    .Where(one => !one.Positions.IsEmpty),
            ],
        };
    }

    private static ChannelState Passed(ChannelState state, long position) =>
        position > state.Cursor ? state with { Cursor = position, Unread = state.Unread - 1 } : state;

    private static ImmutableArray<WaitingNews> Change(ChannelState state, string of, Func<WaitingNews, WaitingNews> change) =>
        [.. state.Waiting.Select(one => one.Of == of ? change(one) : one)];
}
