using System.Collections.Concurrent;
using Handoff.Service.Leads;
using Handoff.Service.Vault;

namespace Handoff.Service.Board;

/// <summary>Who a lead is, for a list.</summary>
/// <param name="Name">The name, else the address or the phone number; empty: nothing is known.</param>
/// <param name="Company">The company; empty: none is known.</param>
public sealed record LeadTitle(string Name, string Company)
{
    /// <summary>Of a lead whose data is erased or cannot be read.</summary>
    public static LeadTitle None { get; } = new("", "");

    internal static LeadTitle Of(LeadRecord record) => new(record.Name ?? record.Email ?? record.Phone ?? "", record.Company ?? "");
}

/// <summary>
/// Opens the names of leads for the rows that are shown, and keeps at most 2,000 of them in memory: of open leads only. An erasure drops
/// them, and so does the next look at the open handoffs after an erasure elsewhere.
/// </summary>
public sealed class LeadTitles(LeadVault vault)
{
    private const int MostKept = 2_000;

    private readonly ConcurrentDictionary<string, LeadTitle> _kept = new(StringComparer.Ordinal);

    /// <summary>The title of an open lead.</summary>
    public async ValueTask<LeadTitle> OfAsync(string leadId, CancellationToken cancellation)
    {
        if (_kept.TryGetValue(leadId, out var kept))
            return kept;
        if (await vault.OpenAsync(leadId, cancellation) is not { } record)
            return LeadTitle.None;
        // Whatever is dropped is opened again when it is shown: which one does not matter.
        if (_kept.Count >= MostKept)
            _kept.Clear();
        return _kept[leadId] = LeadTitle.Of(record);
    }

    /// <summary>Drops a lead's title.</summary>
    public void Forget(string leadId) => _kept.TryRemove(leadId, out _);

    /// <summary>Drops the titles of all leads that are not open any more.</summary>
    internal void KeepOnly(Func<string, bool> isOpen)
    {
        foreach (var id in _kept.Keys)
        {
            if (!isOpen(id))
                _kept.TryRemove(id, out _);
        }
    }
}
