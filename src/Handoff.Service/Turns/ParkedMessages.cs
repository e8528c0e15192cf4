using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Turns;

/// <summary>
/// Which leads have parked messages, so that whoever runs the product finds them without a search. One lookup, written with the turns that park a lead's
/// first message and take its last one back; any other turn neither reads nor writes it.
/// </summary>
public sealed class ParkedMessages(ILookupStore lookups, IClock clock)
{
    /// <summary>How many leads are listed; of those beyond, each lead's own page tells.</summary>
    public const int MostListed = 200;

    private const string Key = "parked:leads";

    /// <summary>What a turn has to write; null: nothing.</summary>
    public async ValueTask<LookupWrite?> ChangeAsync(Lead before, Lead after, CancellationToken cancellation)
    {
        if (before.Parked.IsEmpty == after.Parked.IsEmpty)
            return null;
        var found = await lookups.FindLookupAsync(Key, clock.GetCurrentInstant(), cancellation);
        var listed = Ids(found);
        var id = after.Id.Value;
        if (after.Parked.IsEmpty ? !listed.Contains(id) : listed.Contains(id) || listed.Length >= MostListed)
            return null;
        listed = after.Parked.IsEmpty ? listed.Remove(id) : listed.Add(id);
        // It leads to no one lead: erasing a lead does not take it away.
        return new(Key, LeadId: "", string.Join(' ', listed), found?.Version ?? 0, ExpiresAt: null);
    }

    /// <summary>The leads, the one that was parked first in front.</summary>
    public async ValueTask<ImmutableArray<string>> ListAsync(CancellationToken cancellation) =>
        Ids(await lookups.FindLookupAsync(Key, clock.GetCurrentInstant(), cancellation));

    private static ImmutableArray<string> Ids(Lookup? found) => found is null ? [] : [.. found.Data.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
