using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Turns;

/// <summary>Which leads have parked messages, for whoever runs the product: listed by the turn that parks the first, until that which takes the last one back.</summary>
public sealed class ParkedMessages(ILookupStore lookups, IClock clock)
{
    /// <summary>How many leads are listed; of those beyond, each lead's own page tells.</summary>
    public const int MostListed = ListedLeads.Most;

    private const string Key = "parked:leads";

    private readonly ListedLeads _listed = new(lookups, clock);

    /// <summary>What a turn has to write; null: nothing.</summary>
    public ValueTask<LookupWrite?> ChangeAsync(Lead before, Lead after, CancellationToken cancellation) =>
        _listed.ChangeAsync(Key, after.Id.Value, !before.Parked.IsEmpty, !after.Parked.IsEmpty, cancellation);

    /// <summary>The leads, the one that was parked first in front.</summary>
    public ValueTask<ImmutableArray<string>> ListAsync(CancellationToken cancellation) => _listed.ReadAsync(Key, cancellation);
}
