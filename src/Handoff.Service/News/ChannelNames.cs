using System.Collections.Concurrent;
using Handoff.Service.Company;
using Handoff.Service.Storage;

namespace Handoff.Service.News;

/// <summary>
/// The names of the channels that were ever given something, those that have left the file too, as facts: so that who asks for them lists
/// no streams.
/// </summary>
public sealed class ChannelNames(IFactStore facts, IStreamStore streams, CompanyInForce company)
{
    private const string Names = "channel:";

    /// <summary>There since each name is kept: an older store's channels are known by their streams.</summary>
    private const string Whole = "channels-named";

    private readonly ConcurrentDictionary<string, bool> _kept = new(StringComparer.Ordinal);

    /// <summary>Keeps a name before its channel is given anything; a process asks the store once for each.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot write; nothing is known to be kept.</exception>
    public async ValueTask KeepAsync(string channel, CancellationToken cancellation)
    {
        if (_kept.ContainsKey(channel))
            return;
        if (await facts.FindValueAsync(Names + channel, cancellation) is null)
            await facts.SaveValueAsync(Names + channel, "", cancellation);
        _kept[channel] = true;
    }

    /// <summary>Every name, sorted; those of the file, too.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellation)
    {
        var kept = (await facts.ListValuesAsync(Names, cancellation)).Keys.Select(name => name[Names.Length..]).ToList();
        if (!_kept.ContainsKey(Whole) && await facts.FindValueAsync(Whole, cancellation) is null)
        {
            kept = [.. kept.Union(await OfStreamsAsync(cancellation), StringComparer.Ordinal)];
            foreach (var name in kept)
                await KeepAsync(name, cancellation);
            await facts.SaveValueAsync(Whole, "", cancellation);
        }

        _kept[Whole] = true;
        return [.. kept.Union(company.Channels.Select(channel => channel.Name)).Order(StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<string>> OfStreamsAsync(CancellationToken cancellation) =>
        (await streams.ListAsync(StreamKind.Channel, cancellation).ToListAsync(cancellation))
            .Select(id => ChannelTurns.NameOf(new(StreamKind.Channel, id))).Distinct(StringComparer.Ordinal);
}
