using System.Collections.Immutable;
using System.Globalization;
using Handoff.News;
using Handoff.Processes;
using Handoff.Service.Company;
using Handoff.Service.Processes;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.News;

/// <summary>How far a channel knows a lead, and since when: the register of what left the house.</summary>
/// <param name="Sequence">The last event of the lead's ledger that the channel was given.</param>
public sealed record ChannelKnows(long Sequence, Instant First, Instant Last);

/// <summary>The turns of channels. A channel is divided into parts, each a stream, by the leads' ids.</summary>
public sealed class ChannelTurns(ProcessTurns turns, ILookupStore lookups, ChannelNames names, CompanyInForce company)
{
    private readonly KeyedLock _oneByOne = new();

    /// <summary>The part of a channel to which a stream belongs.</summary>
    /// <param name="of">The stream's name.</param>
    public static StreamId StreamOf(string channel, string of) => Part(channel, Channel.ShardOf(of));

    /// <summary>Every part of a channel.</summary>
    public static IEnumerable<StreamId> Parts(string channel) => Enumerable.Range(0, Channel.Shards).Select(part => Part(channel, part));

    public static string NameOf(StreamId part) => part.Id[..part.Id.LastIndexOf('-')];

    /// <summary>The channel of a part; null: it is no longer in the file.</summary>
    public Channel? Find(StreamId part) => company.Channels.FirstOrDefault(channel => channel.Name == NameOf(part));

    /// <summary>The decider, with what is in force now.</summary>
    public Decider<ChannelState, ProcessCommand, ProcessEvent> In(StreamId part, Instant now) => ChannelDecider.In(
        new(Find(part) is not null, [.. new[] { company.Agreement.SignedByMarketing, company.Agreement.SignedBySales }.Distinct()]), now);

    /// <summary>Gives a channel what it does not know yet of a stream, once and in order, whoever asks and how often.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="of">The stream's name.</param>
    /// <param name="choose">Chooses by what it was given before; null: nothing.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="StoreUnavailableException">The store cannot write; nothing is known to be saved.</exception>
    public async Task TakeAsync(
        string channel, string of, Func<ChannelKnows?, ImmutableArray<NewsRef>> choose, CancellationToken cancellation)
    {
        var part = StreamOf(channel, of);
        var key = KeyOf(part, of);
        await DecideAsync(
            part,
            async (_, now) =>
            {
                var found = await lookups.FindLookupAsync(key, now, cancellation);
                var knows = found is null ? null : Read(found.Data);
                var news = choose(knows);
                if (news.IsEmpty)
                    return new(In(part, now), null);
                var after = new ChannelKnows(news[^1].Sequence, knows?.First ?? now, now);
                return new(In(part, now), new ChannelCommand.Take(news))
                {
                    Lookups = [new(key, "", Write(after), found?.Version ?? 0, null)],
                };
            },
            cancellation);
    }

    /// <summary>How far a channel knows a stream; null: it was never told of it.</summary>
    /// <param name="of">The stream's name.</param>
    public async Task<ChannelKnows?> KnowsAsync(string channel, string of, Instant now, CancellationToken cancellation) =>
        await lookups.FindLookupAsync(KeyOf(StreamOf(channel, of), of), now, cancellation) is { } found ? Read(found.Data) : null;

    /// <summary>Takes one turn of a part by a command.</summary>
    public Task<ChannelState> AskAsync(StreamId part, ChannelCommand command, CancellationToken cancellation) =>
        DecideAsync(part, (_, now) => new(new Asked<ChannelState>(In(part, now), command)), cancellation);

    /// <summary>Takes one turn of a part. Those of one process do not write at once: all but one would conflict.</summary>
    private async Task<ChannelState> DecideAsync(
        StreamId part, Func<ChannelState, Instant, ValueTask<Asked<ChannelState>>> ask, CancellationToken cancellation)
    {
        await names.KeepAsync(NameOf(part), cancellation);
        using var turn = await _oneByOne.EnterAsync(part.Id, cancellation);
        return (await turns.DecideAsync(part, ChannelState.Empty, ask, [], cancellation)).State;
    }

    private static StreamId Part(string channel, int part) =>
        new(StreamKind.Channel, string.Create(CultureInfo.InvariantCulture, $"{channel}-{part}"));

    private static string KeyOf(StreamId part, string of) => $"news:{part.Id}.{of}";

    private static string Write(ChannelKnows knows) => string.Create(
        CultureInfo.InvariantCulture,
        $"{knows.Sequence} {InstantPattern.ExtendedIso.Format(knows.First)} {InstantPattern.ExtendedIso.Format(knows.Last)}");

    private static ChannelKnows Read(string data)
    {
        var parts = data.Split(' ');
        return new(
            long.Parse(parts[0], CultureInfo.InvariantCulture), InstantPattern.ExtendedIso.Parse(parts[1]).Value,
            InstantPattern.ExtendedIso.Parse(parts[2]).Value);
    }
}
