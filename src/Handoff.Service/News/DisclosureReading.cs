using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.News;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.News;

/// <summary>A channel that was given something of a lead, since when and until when: it stays when the lead is erased.</summary>
public sealed record ToldChannel(string Channel, Instant First, Instant Last);

/// <summary>An event of a lead that a channel has.</summary>
/// <param name="Event">The event's word, such as <c>lead.accepted</c>.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Fields">Which fields of the person went along.</param>
public sealed record Disclosure(string Channel, string Event, Instant At, ImmutableArray<string> Fields);

/// <summary>Reads the register of what left the house: which channel got what of a lead, when. Nothing personal is in it.</summary>
public sealed class DisclosureReading(IStreamStore streams, ChannelTurns channels, ChannelNames names, IClock clock)
{
    /// <summary>The channels that were given something of a lead; those that left the file too.</summary>
    public async Task<ImmutableArray<ToldChannel>> ChannelsAsync(LeadId lead, CancellationToken cancellation)
    {
        var told = ImmutableArray.CreateBuilder<ToldChannel>();
        foreach (var channel in await names.AllAsync(cancellation))
        {
            if (await channels.KnowsAsync(channel, lead.Value, clock.GetCurrentInstant(), cancellation) is { } knows)
                told.Add(new(channel, knows.First, knows.Last));
        }

        return told.ToImmutable();
    }

    /// <summary>Everything of a lead that arrived somewhere, the earliest first. It reads the channels' whole queues.</summary>
    public async Task<ImmutableArray<Disclosure>> ReadAsync(LeadId lead, CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<Disclosure>();
        foreach (var told in await ChannelsAsync(lead, cancellation))
        {
            var taken = new Dictionary<long, NewsKind>();
            foreach (var stored in await streams.ReadEventsAsync(ChannelTurns.StreamOf(told.Channel, lead.Value), cancellation))
            {
                switch (LedgerJson.ReadProcessEvent(stored.Json.Span))
                {
                    case NewsTaken e when e.News.Of == lead.Value:
                        taken[stored.Sequence] = e.News.Kind;
                        break;
                    case NewsArrived e when taken.TryGetValue(e.Position, out var kind):
                        all.Add(new(told.Channel, kind.Word(), e.At, e.Fields ?? []));
                        break;
                }
            }
        }

        return [.. all.OrderBy(one => one.At)];
    }
}
