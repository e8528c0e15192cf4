using System.Collections.Immutable;
using Handoff.Processes;
using NodaTime;

namespace Handoff.News;

/// <summary>Names what is told: a fact in a stream.</summary>
/// <param name="Of">The stream's name: a lead's id, or that of another process.</param>
/// <param name="Sequence">Its place there, from 1.</param>
public sealed record NewsRef(string Of, long Sequence, NewsKind Kind)
{
    /// <summary>The event's id, the same in every channel and attempt; nothing personal is in it.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Of}.{Sequence}");
}

/// <summary>Why a channel does not send.</summary>
public enum ChannelStop
{
    /// <summary>The receiver says that it is gone, or takes nothing of ours.</summary>
    Refused,

    /// <summary>Nothing arrived for as long as it is tried.</summary>
    Dead,

    /// <summary>Another part of the channel has stopped.</summary>
    WithOthers,

    /// <summary>It is no longer in the file.</summary>
    Removed,
}

/// <summary>The channel has an event to send.</summary>
/// <param name="IsReplay">Whether it was sent before and is asked for again.</param>
[StoredAs("news_taken")]
public sealed record NewsTaken(Instant At, NewsRef News, bool IsReplay = false) : ProcessEvent(At);

/// <summary>The event waits behind an earlier one of the same lead.</summary>
/// <param name="Position">Where it was taken: its place in the channel's stream.</param>
[StoredAs("news_behind")]
public sealed record NewsBehind(Instant At, long Position, string Of) : ProcessEvent(At);

/// <summary>The receiver has the event.</summary>
/// <param name="Attempt">From 1.</param>
/// <param name="Took">How long the attempt took.</param>
/// <param name="Fields">Which fields of the person it has got with it; null: none, or it was not kept then.</param>
/// <param name="Through">Of a CRM: the last event of the lead that is in what was written; null: of another channel.</param>
/// <param name="Remark">What the receiver did not take of it, or why nothing was written; null: it has all.</param>
[StoredAs("news_arrived")]
public sealed record NewsArrived(
    Instant At, long Position, string Of, int Attempt, Duration Took, ImmutableArray<string>? Fields = null, long? Through = null,
    string? Remark = null) : ProcessEvent(At);

/// <summary>The lead was written a moment ago: the event waits, so that what follows goes with it.</summary>
[StoredAs("news_rested")]
public sealed record NewsRested(Instant At, long Position, string Of, Instant Until) : ProcessEvent(At);

/// <summary>What the event tells is in what was written already.</summary>
[StoredAs("news_covered")]
public sealed record NewsCovered(Instant At, long Position, string Of) : ProcessEvent(At);

/// <summary>A CRM says that a deal has changed.</summary>
/// <param name="Deal">Its id there.</param>
[StoredAs("deal_told")]
public sealed record DealTold(Instant At, string Deal) : ProcessEvent(At);

/// <summary>The deal was read.</summary>
/// <param name="Lead">The lead whose outcome it told; null: it concerns none.</param>
/// <param name="Remark">What became of it.</param>
[StoredAs("deal_read")]
public sealed record DealRead(Instant At, string Deal, string? Lead, string Remark) : ProcessEvent(At);

/// <summary>The deal could not be read, and is asked for again.</summary>
/// <param name="IsDoubt">Whether it was read: what it said is believed when it says it again.</param>
[StoredAs("deal_failed")]
public sealed record DealFailed(Instant At, string Deal, int Attempt, string Reason, Instant RetryAt, bool IsDoubt = false)
    : ProcessEvent(At);

/// <summary>The deal could not be read for a month.</summary>
[StoredAs("deal_given_up")]
public sealed record DealGivenUp(Instant At, string Deal, string Reason) : ProcessEvent(At);

/// <summary>The event did not arrive and is sent again.</summary>
[StoredAs("news_failed")]
public sealed record NewsFailed(Instant At, long Position, string Of, int Attempt, Duration Took, string Reason, Instant RetryAt)
    : ProcessEvent(At);

/// <summary>The event did not arrive and is not sent again, unless somebody asks for it.</summary>
[StoredAs("news_given_up")]
public sealed record NewsGivenUp(Instant At, long Position, string Of, int Attempt, Duration Took, string Reason) : ProcessEvent(At);

/// <summary>Nothing is sent any more; what is to be sent is kept.</summary>
[StoredAs("channel_stopped")]
public sealed record ChannelStopped(Instant At, ChannelStop Cause, string Reason) : ProcessEvent(At);

/// <summary>It is sent again, what waited first.</summary>
[StoredAs("channel_resumed")]
public sealed record ChannelResumed(Instant At) : ProcessEvent(At);
