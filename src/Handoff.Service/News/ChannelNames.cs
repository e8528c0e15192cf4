using System.Collections.Concurrent;
using Handoff.Service.Company;
using Handoff.Service.Storage;

namespace Handoff.Service.News;

/// <summary>
/// The names of the channels that were ever given something, those that have left the file too, as facts: so that who asks for them lists
/// no streams.
/// </summary>
public sealed class ChannelNames(IFactStore facts, CompanyInForce company)
{
    private const string Names = "channel:";

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
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellation) =>
    [
        .. (await facts.ListValuesAsync(Names, cancellation)).Keys.Select(name => name[Names.Length..])
            .Union(company.Channels.Select(channel => channel.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
