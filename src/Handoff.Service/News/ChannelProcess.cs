using System.Collections.Frozen;
using Handoff.Leads;
using Handoff.News;
using Handoff.People;
using Handoff.Processes;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.Links;
using Handoff.Service.Processes;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.News;

/// <summary>Nothing is sent to a channel any more, until somebody turns it on again.</summary>
/// <param name="Channel">Its name.</param>
/// <param name="Reason">What the last attempt came to, without personal data.</param>
public sealed record ChannelStoppedMail(string Channel, ChannelStop Cause, string Reason, int Waiting) : LetterMail
{
    /// <inheritdoc/>
    public override string Kind => "channel_stopped";
}

/// <summary>Sends what a channel is to be told, one event after the other, and records each attempt.</summary>
public sealed class ChannelProcess(
    ProcessTurns turns, LetterCourier courier, ChannelTurns channels, NewsMaking making, SendingLanes lanes, IStreamStore streams,
    IEnumerable<INewsSender> senders, DealReading deals, CompanyInForce company, Site site, IClock clock)
    : OwnProcess<ChannelState>(turns, courier)
{
    private const int EventsAtOnce = 64;

    private readonly FrozenDictionary<ChannelType, INewsSender> _senders = senders.ToFrozenDictionary(sender => sender.Type);

    /// <inheritdoc/>
    public override StreamKind Kind => StreamKind.Channel;

    /// <inheritdoc/>
    protected override ChannelState Initial => ChannelState.Empty;

    /// <inheritdoc/>
    protected override ValueTask<Decider<ChannelState, ProcessCommand, ProcessEvent>> InAsync(
        StreamId stream, ChannelState state, Instant now, CancellationToken cancellation) => new(channels.In(stream, now));

    /// <inheritdoc/>
    protected override ValueTask<LetterMail?> WriteAsync(
        StreamId stream, ChannelState state, OwedLetter letter, Person reader, CancellationToken cancellation) =>
        new(state.Stop is not { } cause ? null : new ChannelStoppedMail(ChannelTurns.NameOf(stream), cause, state.StopReason, state.Owed)
        {
            Reader = reader,
            Organisation = company.Agreement.Organisation,
            Naming = company.Naming,
            Now = clock.GetCurrentInstant(),
            Links = [new("channels", $"{site.BaseAddress.AbsoluteUri}channels")],
        });

    /// <inheritdoc/>
    protected override async ValueTask SavedAsync(StreamId stream, ChannelState state, CancellationToken cancellation)
    {
        if (state.Stop is not (ChannelStop.Refused or ChannelStop.Dead))
            return;
        foreach (var part in ChannelTurns.Parts(ChannelTurns.NameOf(stream)).Where(part => part != stream))
        {
            // A part that had nothing so far is stopped too.
            var head = await streams.FindAsync(part, cancellation);
            if (head is null || LedgerJson.ReadState<ChannelState>(head.State.Span).Stop is null)
                await AskOneAsync(part, new ChannelCommand.StopToo(state.StopReason), cancellation);
        }
    }

    /// <inheritdoc/>
    protected override Func<CancellationToken, Task<ChannelState>>? NextWork(StreamId stream, ChannelState state, Instant now)
    {
        if (channels.Find(stream) is not { } channel)
            return null;
        if (state.DueAgain(now) is { } again)
            return cancellation => SendAsync(stream, state, channel, again.Positions[0], again.Of, cancellation);
        // Of a channel that is no CRM any more too: read once, it waits no longer.
        if (state.DueDeal(now) is { } deal)
            return cancellation => ReadAsync(stream, state, channel, deal, cancellation);
        return state.ReadsOn ? cancellation => ReadOnAsync(stream, state, channel, cancellation) : null;
    }

    private async Task<ChannelState> ReadOnAsync(StreamId stream, ChannelState state, Channel channel, CancellationToken cancellation)
    {
        var (after, taken) = (state.Cursor, default((long Position, NewsRef News)?));
        while (taken is null)
        {
            var some = await streams.ReadEventsAsync(stream, after, EventsAtOnce, cancellation);
            if (some.Count == 0)
                throw new InvalidOperationException($"Of {stream.Id} less was taken than its state says.");
            taken = some.Select(one => LedgerJson.ReadProcessEvent(one.Json.Span) is NewsTaken told ? (one.Sequence, told.News)
                : default((long, NewsRef)?)).FirstOrDefault(one => one is not null);
            after = some[^1].Sequence;
        }

        var (position, news) = taken.Value;
        return state.Waiting.Any(one => one.Of == news.Of)
            ? await AskOneAsync(stream, new ChannelCommand.PutBehind(position, news.Of), cancellation)
            : await SendAsync(stream, state, channel, position, news, cancellation);
    }

    private async Task<ChannelState> SendAsync(
        StreamId stream, ChannelState state, Channel channel, long position, string of, CancellationToken cancellation)
    {
        var stored = await streams.ReadEventsAsync(stream, position - 1, 1, cancellation);
        var news = stored is [var one] && LedgerJson.ReadProcessEvent(one.Json.Span) is NewsTaken taken && taken.News.Of == of
            ? taken.News : throw new InvalidOperationException($"At {position} of {stream.Id} no event was taken.");
        return await SendAsync(stream, state, channel, position, news, cancellation);
    }

    private async Task<ChannelState> SendAsync(
        StreamId stream, ChannelState state, Channel channel, long position, NewsRef news, CancellationToken cancellation)
    {
        if (channel.Crm is not null && state.Covers(news))
            return await AskOneAsync(stream, new ChannelCommand.Cover(position, news.Of), cancellation);
        if (channel.Crm is not null && state.RestsUntil(news.Of, clock.GetCurrentInstant()) is { } until)
            return await AskOneAsync(stream, new ChannelCommand.Rest(position, news.Of, until), cancellation);
        using var lane = lanes.TryEnter(channel.Name, stream);
        if (lane is null)
            return state;
        var began = TimeProvider.System.GetTimestamp();
        var item = await making.MakeAsync(news, channel, cancellation);
        var outcome = item is null ? new SendOutcome.Failed("The ledger does not hold it.", null)
            : await _senders[channel.Type].SendAsync(channel, item, cancellation);
        var took = Duration.FromTimeSpan(TimeProvider.System.GetElapsedTime(began));
        var recorded = Recorded(position, news.Of, outcome, took) with
        {
            Fields = outcome is SendOutcome.Accepted { IsUnsent: true } && !HasTried(state, position) ? [] : item?.FieldsOfPerson ?? [],
            Through = ThroughOf(item),
        };
        return await AskOneAsync(stream, recorded, CancellationToken.None);
    }

    private async Task<ChannelState> ReadAsync(
        StreamId stream, ChannelState state, Channel channel, WaitingDeal deal, CancellationToken cancellation)
    {
        using var lane = lanes.TryEnter(channel.Name, stream);
        return lane is null ? state
            : await AskOneAsync(stream, await deals.ReadAsync(channel, deal, cancellation), CancellationToken.None);
    }

    /// <summary>Whether an earlier attempt failed as far as we know: its answer may have been lost, and not what was sent.</summary>
    private static bool HasTried(ChannelState state, long position) =>
        state.Waiting.Any(one => one.Positions[0] == position && one.Attempts > 0);

    /// <summary>Of a CRM: how far what is written goes. What was erased is only written by its own event.</summary>
    private static long? ThroughOf(NewsItem? item) => item?.Now is not { } now ? null
        : now.Status == LeadStatus.Erased && item.Ref.Kind != NewsKind.LeadErased ? item.Ref.Sequence : now.Version;

    private static ChannelCommand.Record Recorded(long position, string of, SendOutcome outcome, Duration took) => outcome switch
    {
        SendOutcome.Accepted e => new(position, of, NewsResult.Arrived, took, e.Remark, null),
        SendOutcome.Refused e => new(position, of, NewsResult.Refused, took, e.Reason, null),
        SendOutcome.Failed e => new(position, of, NewsResult.Failed, took, e.Reason, e.RetryAfter),
        SendOutcome.Unknown e => new(position, of, NewsResult.Failed, took, e.Reason, null),
        SendOutcome.Misconfigured e => new(position, of, NewsResult.Failed, took, e.Reason, null),
        _ => throw new InvalidOperationException($"No rule for {outcome.GetType().Name}."),
    };

    private async Task<ChannelState> AskOneAsync(StreamId part, ChannelCommand command, CancellationToken cancellation)
    {
        var state = await channels.AskAsync(part, command, cancellation);
        await SavedAsync(part, state, cancellation);
        return state;
    }
}
