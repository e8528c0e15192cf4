using System.Collections.Immutable;
using Handoff.News;
using Handoff.Processes;
using Handoff.Service.Company;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.News;

/// <summary>An attempt to send an event.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Reason">Why it did not arrive; empty: it did.</param>
/// <param name="RetryAt">When it is sent again; null: it is not.</param>
/// <param name="Remark">Of one that arrived: what was not taken of it, or why nothing was written; empty: nothing.</param>
public sealed record NewsAttempt(
    Instant At, NewsRef News, int Number, Duration Took, string Reason, Instant? RetryAt, string Remark = "");

/// <summary>An attempt to read a deal in a CRM.</summary>
/// <param name="Deal">Its id there.</param>
/// <param name="Lead">The lead whose outcome it told; null: none.</param>
/// <param name="Says">What came of it, without personal data.</param>
/// <param name="RetryAt">When it is asked for again; null: it is not.</param>
public sealed record DealAttempt(Instant At, string Deal, string? Lead, string Says, Instant? RetryAt);

/// <summary>A channel as it stands.</summary>
/// <param name="Channel">Null: it is no longer in the file.</param>
/// <param name="Stop">Why nothing is sent; null: it is.</param>
/// <param name="Owed">How many events wait to arrive.</param>
/// <param name="Next">When the next attempt is; null: none is due.</param>
/// <param name="Attempts">The latest, the newest first.</param>
public sealed record ChannelStanding(
    string Name, Channel? Channel, ChannelStop? Stop, string StopReason, Instant? StoppedAt, bool IsDown, int Owed, int Arrived,
    int GivenUp, Instant? ArrivedAt, Instant? Next, ImmutableArray<NewsAttempt> Attempts)
{
    /// <summary>The latest attempts to read deals, the newest first.</summary>
    public ImmutableArray<DealAttempt> Deals { get; init; } = [];
}

/// <summary>Reads how channels stand, with every attempt of late.</summary>
public sealed class ChannelReading(IStreamStore streams, ChannelTurns channels, ChannelNames names, CompanyInForce company)
{
    private const int MostAttempts = 100;

    /// <summary>So many events at the end of each part are looked at.</summary>
    private const int LookBack = 300;

    /// <summary>Every channel, in the order of the file; then those that are no longer in it and still have something.</summary>
    public async Task<ImmutableArray<ChannelStanding>> ReadAsync(CancellationToken cancellation)
    {
        var gone = (await names.AllAsync(cancellation)).Except(company.Channels.Select(channel => channel.Name), StringComparer.Ordinal);
        var standings = ImmutableArray.CreateBuilder<ChannelStanding>();
        foreach (var name in company.Channels.Select(channel => channel.Name).Concat(gone))
        {
            if (await ReadAsync(name, cancellation) is { } standing)
                standings.Add(standing);
        }

        return standings.ToImmutable();
    }

    /// <summary>A channel; null: it has left the file and was never given anything.</summary>
    private async Task<ChannelStanding?> ReadAsync(string name, CancellationToken cancellation)
    {
        List<ChannelState> states = [];
        List<NewsAttempt> attempts = [];
        List<DealAttempt> deals = [];
        foreach (var part in ChannelTurns.Parts(name))
        {
            if (await streams.FindAsync(part, cancellation) is not { } head)
                continue;
            states.Add(LedgerJson.ReadState<ChannelState>(head.State.Span));
            attempts.AddRange(await AttemptsAsync(part, head.Version, deals, cancellation));
        }

        var channel = channels.Find(ChannelTurns.Parts(name).First());
        if (channel is null && states.Count == 0)
            return null;
        var stopped = states.Where(state => state.Stop is not null).OrderBy(state => state.Stop).FirstOrDefault();
        return new(
            name, channel, stopped?.Stop, stopped?.StopReason ?? "", stopped?.StoppedAt,
            states.Any(state => state.DownSince is not null), states.Sum(state => state.Owed), states.Sum(state => state.Arrived),
            states.Sum(state => state.GivenUp), states.Max(state => state.ArrivedAt), states.Min(state => state.DueAt),
            [.. attempts.OrderByDescending(attempt => attempt.At).Take(MostAttempts)])
        {
            Deals = [.. deals.OrderByDescending(deal => deal.At).Take(MostAttempts)],
        };
    }

    private async Task<IEnumerable<NewsAttempt>> AttemptsAsync(
        StreamId part, long version, List<DealAttempt> deals, CancellationToken cancellation)
    {
        var stored = await streams.ReadEventsAsync(part, Math.Max(0, version - LookBack), cancellation);
        var taken = new Dictionary<long, NewsRef>();
        List<NewsAttempt> attempts = [];
        foreach (var one in stored)
        {
            var happened = LedgerJson.ReadProcessEvent(one.Json.Span);
            if (happened is NewsTaken e)
                taken[one.Sequence] = e.News;
            else if (DealOf(happened) is { } deal)
                deals.Add(deal);
            else if (AttemptOf(happened) is var (position, of, number, took, reason, retry))
            {
                var news = taken.GetValueOrDefault(position) ?? await FindAsync(part, position, cancellation) ?? new(of, 0, default);
                attempts.Add(new(one.At, news, number, took, reason, retry, (happened as NewsArrived)?.Remark ?? ""));
            }
        }

        return attempts;
    }

    private static DealAttempt? DealOf(ProcessEvent happened) => happened switch
    {
        DealRead e => new(e.At, e.Deal, e.Lead, e.Remark, null),
        DealFailed e => new(e.At, e.Deal, null, e.Reason, e.RetryAt),
        DealGivenUp e => new(e.At, e.Deal, null, e.Reason, null),
        _ => null,
    };

    /// <summary>What was taken at a place that lies further back.</summary>
    private async Task<NewsRef?> FindAsync(StreamId part, long position, CancellationToken cancellation) =>
        await streams.ReadEventsAsync(part, position - 1, 1, cancellation) is [var stored]
            && LedgerJson.ReadProcessEvent(stored.Json.Span) is NewsTaken taken ? taken.News : null;

    private static (long Position, string Of, int Number, Duration Took, string Reason, Instant? Retry)? AttemptOf(ProcessEvent happened) =>
        happened switch
        {
            NewsArrived e => (e.Position, e.Of, e.Attempt, e.Took, "", null),
            NewsFailed e => (e.Position, e.Of, e.Attempt, e.Took, e.Reason, e.RetryAt),
            NewsGivenUp e => (e.Position, e.Of, e.Attempt, e.Took, e.Reason, null),
            _ => null,
        };
}
