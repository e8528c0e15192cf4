using Handoff.Processes;
using NodaTime;

namespace Handoff.News;

/// <summary>What a CRM was last given of a lead.</summary>
/// <param name="Of">The lead's stream.</param>
/// <param name="Through">The last event of the lead that is in it; 0: none, for it was asked for again.</param>
public sealed record CrmWritten(string Of, long Through, Instant At);

/// <summary>A deal that the CRM says has changed: it is to be read.</summary>
/// <param name="Deal">Its id in the CRM.</param>
/// <param name="Number">Which telling it is: what was read before the last one says too little.</param>
/// <param name="Attempts">How often it was asked for in vain.</param>
/// <param name="Since">When it was told.</param>
/// <param name="IsDoubted">Whether it was read once and not believed.</param>
public sealed record WaitingDeal(string Deal, int Number, int Attempts, Instant Since, Instant NotBefore, bool IsDoubted = false);

/// <summary>What a queue to a CRM does beside those of other channels: it writes states, not events, and reads deals.</summary>
/// <remarks>
/// A record says how a lead is, so only the last state counts: a lead is written once in <see cref="Pause"/>, and what happened meanwhile
/// is in the next write.
/// </remarks>
public static class CrmChannel
{
    /// <summary>A lead is not written again before this.</summary>
    public static Duration Pause { get; } = Duration.FromSeconds(10);

    /// <summary>So many deals of a part may wait; more are not taken, and the CRM tells them again.</summary>
    public const int MostDeals = 500;

    /// <summary>So many writes are remembered; an older one only means that a lead may be written sooner.</summary>
    private const int MostWritten = 100;

    /// <summary>After its attempts a deal is asked for once a day, up to this.</summary>
    private static readonly Duration Patience = Duration.FromDays(30);

    /// <summary>Whether an event need not be sent, for a later state of its lead was written.</summary>
    public static bool Covers(this ChannelState state, NewsRef news) =>
        state.Written.Any(one => one.Of == news.Of && one.Through >= news.Sequence);

    /// <summary>Until when the lead is not written again; null: it may be.</summary>
    public static Instant? RestsUntil(this ChannelState state, string of, Instant now) =>
        state.Written.FirstOrDefault(one => one.Of == of)?.At + Pause is { } until && until > now ? until : null;

    /// <summary>The deal that is to be read at a time; null: none.</summary>
    public static WaitingDeal? DueDeal(this ChannelState state, Instant now) =>
        state.Stop is null ? state.Deals.FirstOrDefault(one => one.NotBefore <= now) : null;

    internal static IEnumerable<ProcessEvent> Decide(ChannelState state, ChannelCommand command, Instant now) => command switch
    {
        ChannelCommand.Rest c => c.Position > state.Cursor || Stands(state, c.Position, c.Of)
            ? [new NewsRested(now, c.Position, c.Of, c.Until)] : [],
        ChannelCommand.Cover c => c.Position > state.Cursor || Stands(state, c.Position, c.Of)
            ? [new NewsCovered(now, c.Position, c.Of)] : [],
        ChannelCommand.TakeDeals c => state.Deals.Length >= MostDeals ? [] : c.Deals.Distinct().Select(deal => new DealTold(now, deal)),
        ChannelCommand.RecordDeal c => state.Deals.FirstOrDefault(one => one.Deal == c.Deal && one.Number == c.Number) is { } waiting
            ? Record(waiting, c, now) : [],
        _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
    };

    /// <summary>What a deal's reading came to; a refusal stops the whole channel, and the deal waits.</summary>
    private static IEnumerable<ProcessEvent> Record(WaitingDeal waiting, ChannelCommand.RecordDeal c, Instant now)
    {
        if (c.Result == NewsResult.Arrived)
            return [new DealRead(now, c.Deal, c.Lead, c.Remark)];
        var pause = Attempts.After(Math.Min(waiting.Attempts + 1, Attempts.Most - 1), c.RetryAfter, c.Deal)!.Value;
        return now + pause > waiting.Since + Patience && c.Result == NewsResult.Failed
            ? [new DealGivenUp(now, c.Deal, c.Remark)]
            : [new DealFailed(now, c.Deal, waiting.Attempts + 1, c.Remark, now + pause, c.IsDoubt)];
    }

    /// <summary>The state with what a CRM was given.</summary>
    internal static ChannelState Written(ChannelState state, NewsArrived e) => e.Through is not { } through ? state : state with
    {
        Written =
        [
            .. state.Written.Where(one => one.Of != e.Of && one.At > e.At - Pause).TakeLast(MostWritten - 1),
            new CrmWritten(e.Of, through, e.At),
        ],
    };

    /// <summary>The state after an event was asked for again: what was written of its lead covers nothing, for it may be gone.</summary>
    internal static ChannelState Retold(ChannelState state, NewsTaken e) => !e.IsReplay ? state : state with
    {
        Written = [.. state.Written.Select(one => one.Of == e.News.Of ? one with { Through = 0 } : one)],
    };

    internal static ChannelState Apply(ChannelState state, ProcessEvent happened) => happened switch
    {
        DealTold e => state with
        {
            DealsTold = state.DealsTold + 1,
            Deals = state.Deals.RemoveAll(one => one.Deal == e.Deal).Add(new(e.Deal, state.DealsTold + 1, 0, e.At, e.At)),
        },
        DealRead e => state with { Deals = state.Deals.RemoveAll(one => one.Deal == e.Deal) },
        DealGivenUp e => state with { Deals = state.Deals.RemoveAll(one => one.Deal == e.Deal), GivenUp = state.GivenUp + 1 },
        DealFailed e => state with
        {
            Deals = [.. state.Deals.Select(one => one.Deal != e.Deal ? one
                : one with { Attempts = e.Attempt, NotBefore = e.RetryAt, IsDoubted = one.IsDoubted || e.IsDoubt })],
        },
        _ => state,
    };

    /// <summary>Whether it is the first that waits of its lead.</summary>
    private static bool Stands(ChannelState state, long position, string of) =>
        state.Waiting.FirstOrDefault(one => one.Of == of)?.Positions[0] == position;
}
